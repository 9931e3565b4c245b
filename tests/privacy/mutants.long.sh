#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the scripts that look at whole processes from looking at nothing: each of them fails when
# what it protects is broken in the program, and passes when it is not. mutants.sh is the same for the
# tests of single modules.
set -u
cd "$(dirname "$0")/../.." || exit 3
. tests/privacy/mutation
BUILD=$(realpath "$BUILD")
chmod 755 "$place"

{
    unharmed kiosk/keeper/process.c privacy/shape.sh
    mutant "the answer to opening is not held back" kiosk/keeper/process.c privacy/shape.sh \
        's/^        clock_sleep_until\(now_ms \+ OPEN_MS\);//'
    mutant "held back for a time, not until one" kiosk/keeper/process.c privacy/shape.sh \
        's/clock_sleep_until\(now_ms \+ OPEN_MS\)/clock_sleep_until(clock_boot_ms() + OPEN_MS)/'
    mutant "an answered question costs one call more" kiosk/keeper/process.c privacy/shape.sh \
        's/^    status = keeper_handle\(/    if (in->type == MESSAGE_ADD \&\& in->as.sides[0] != 0) { (void)getppid(); }\n&/'
    mutant "Erase tells the counting process" kiosk/screens/visit/finish.c privacy/shape.sh \
        's/\.action = ACTION_ERASE/.action = ACTION_ADD/'

    unharmed kiosk/keeper/keeper_meeting.c privacy/forensics.sh
    mutant "a visit writes to the disk" kiosk/keeper/keeper_meeting.c privacy/forensics.sh \
        's/^    return counters_add\(/    (void)!guard_save(\&keeper->guard, keeper->host->folder);\n&/'
    mutant "only some visits write" kiosk/keeper/keeper_meeting.c privacy/forensics.sh \
        's/^    return counters_add\(/    if (sides[0] == SIDE_LOWER) { (void)!guard_save(\&keeper->guard, keeper->host->folder); }\n&/'

    unharmed kiosk/platform/system/secret.c privacy/refuses.sh
    mutant "unlocked memory is taken for locked" kiosk/platform/system/secret.c privacy/refuses.sh \
        's/\*locked = stays/*locked = true/'
    mutant "a PIN is hashed without random numbers" kiosk/platform/system/pin.c privacy/refuses.sh \
        's/return has_random\(\) && /return /'
    mutant "counting without random numbers" kiosk/platform/system/random.c privacy/refuses.sh \
        's/return STATUS_NO_RANDOM;/static uint64_t state; for (; bytes > 0; bytes--) { state = state * 6364136223846793005u + 1442695040888963407u; *next++ = (unsigned char)(state >> 56); } return STATUS_OK;/'
    mutant "a retry draws anew" kiosk/keeper/keeper_meeting.c privacy/refuses.sh '
        s/^    if \(!keeper->close.begun\) \{/    if (keeper->status.meeting == MEETING_UNSAVED) {\n        store_close_reset(\&keeper->close);\n        (void)!counters_open(\&keeper->secret->counters, \&keeper->host->random, keeper->status.question_count, keeper->settings.choice.scale);\n    }\n&/'

    mutant "the meeting dies with the screen" kiosk/keeper/process.c crash/processes.sh \
        's/^    close\(process->face\);/&\n    explicit_bzero(process->locked->secret.counters.upper, 4);/'
    mutant "a second copy is let in" kiosk/platform/system/folder.c crash/processes.sh \
        's/if \(flock\(descriptor, LOCK_EX \| LOCK_NB\) != 0\)/if (false)/'

    unharmed kiosk/platform/system/process.c sandbox/same-user.sh
    mutant "the same user may look in" kiosk/platform/system/process.c sandbox/same-user.sh \
        's/prctl\(PR_SET_DUMPABLE, 0, 0, 0, 0\) == 0/true/'
    mutant "core files are written" kiosk/platform/system/process.c "sandbox/cores.sh sandbox/same-user.sh" \
        's/prctl\(PR_SET_DUMPABLE, 0, 0, 0, 0\) == 0/true/; s/setrlimit\(RLIMIT_CORE, &none\) == 0/true/'

    unharmed kiosk/platform/display/window_input.c privacy/traces.sh
    mutant "input methods are left on" kiosk/platform/display/window.c privacy/traces.sh '
        s/"@im=none"/"@im=kiosktest"/
        s/^    SDL_StopTextInput\(\);.*//'
    mutant "what is pressed goes to the clipboard" kiosk/platform/display/window_input.c privacy/traces.sh \
        's/^    input->touch = /    SDL_SetClipboardText("pressed");\n&/'
    mutant "the title tells of a press" kiosk/platform/display/window_input.c privacy/traces.sh \
        's/^    input->touch = /    SDL_SetWindowTitle(window->sdl, "pressed");\n&/'

    unharmed kiosk/face/face.c privacy/leftovers.long.sh
    mutant "the picture stays after Add" kiosk/face/face.c privacy/leftovers.long.sh \
        's/^            forget\(face\);//'
    mutant "the picture stays after walking away" kiosk/face/face.c privacy/leftovers.long.sh \
        's/^            forget\(face\);/            if (face->app.screen != SCREEN_CLEAR) { forget(face); }/'
    mutant "the voice goes on after a visit" kiosk/screens/access/speech.c privacy/leftovers.long.sh \
        's/tell_voice\(app, VOICE_FORGET\)/(void)0/'
} >"$place/scripts"
verdict scripts
