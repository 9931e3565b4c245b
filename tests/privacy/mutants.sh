#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the proofs from proving nothing: each known way to break the promise is built into a copy
# of one source, and the tests that are meant to see it have to fail. Prints who caught what; a
# mutant that survives, or a change that no longer applies, fails.
set -u
cd "$(dirname "$0")/../.." || exit 3
. tests/privacy/mutation

sampler()
{
    mutant "modulo bias in below()" kiosk/core/noise.c core_noise \
        's/if \(value < limit\)/if (value <= limit || limit != 0)/'
    mutant "a sampler of fractions" kiosk/core/noise.c symbols '
        s/^#include <assert.h>/&\n#include <math.h>/
        /^static enum status geometric/,/^}/ {
            s|^    for .*|    uint32_t bits = 0; (void)noise_below(source, UINT32_MAX, \&bits); *out = (int32_t)floor(-log((bits + 1.0) / 4294967296.0) * t); return STATUS_OK;\n&|
        }'
    mutant "one geometric, both signs" kiosk/core/noise.c core_noise \
        's/\*out = part\[0\] - part\[1\];/*out = part[1] % 2 ? part[0] : -part[0];/'
    mutant "even steps count as odd" kiosk/core/noise.c core_noise 's/\*out = k % 2;/*out = k == 1;/'
    mutant "b halved" kiosk/core/counters.c keeper_audit \
        's/noise_discrete_laplace\(source, scale,/noise_discrete_laplace(source, (scale + 1) \/ 2,/'
    mutant "noise drawn once a process" kiosk/core/counters.c "keeper_meeting keeper_audit" '
        s|^    counters->question_count = question_count;|    static struct counters once; static int drawn; if (drawn++ == 0) { once = *counters; } *counters = once;\n&|'
    mutant "noise in upper counters only" kiosk/core/counters.c core_counters \
        's/status = noise_discrete_laplace\(source, scale, &counters->lower\[i\]\);/counters->lower[i] = 0;/'
    mutant "the same noise in both counters" kiosk/core/counters.c "core_counters keeper_audit" \
        's/status = noise_discrete_laplace\(source, scale, &counters->lower\[i\]\);/counters->lower[i] = counters->upper[i];/'
    mutant "constant seed" kiosk/platform/system/random.c platform_random '
        s|^static enum status random_fill|static uint64_t state = 20261101;\n&|
        s|ssize_t got = syscall\(SYS_getrandom, next, bytes, 0\);|state = state * 6364136223846793005u + 1442695040888963407u; *next = (unsigned char)(state >> 56); ssize_t got = 1;|'
    mutant "a seed of the process's own" kiosk/platform/system/random.c platform_random '
        s|^static enum status random_fill|static uint64_t state;\n&|
        s|ssize_t got = syscall\(SYS_getrandom, next, bytes, 0\);|if (state == 0) { (void)!syscall(SYS_getrandom, \&state, sizeof(state), 0); } state = state * 6364136223846793005u + 1442695040888963407u; *next = (unsigned char)(state >> 56); ssize_t got = 1;|'
    mutant "no random numbers, and on it goes" kiosk/platform/system/random.c platform_random \
        's/return STATUS_NO_RANDOM;/memset(next, 7, bytes); return STATUS_OK;/; s/#include <errno.h>/&\n#include <string.h>/'
}

counting()
{
    mutant "an answer counted twice" kiosk/core/counters.c core_counters 's/\+= sides\[i\] == SIDE_UPPER/+= 2 * (sides[i] == SIDE_UPPER)/'
    mutant "a visit counted twice" kiosk/keeper/keeper.c keeper_meeting \
        's/^    enum status status = keeper_meeting_add\(keeper, request->in->as.sides\);/    (void)!keeper_meeting_add(keeper, request->in->as.sides);\n&/'
    mutant "a threshold on the real count" kiosk/keeper/keeper_meeting.c keeper_meeting '
        /^static void finish/,/^}/ s/^    store_close_reset/    people = 0;\n&/
        s/^static void finish.*/static uint32_t people;\n&/
        s/^    return counters_add\(/    people++;\n&/
        s/^    enum status status = save\(keeper\);/    if (people < 5) { finish(keeper, ENDED_SAVED); return STATUS_OK; }\n&/'
    mutant "visits are counted as well" kiosk/keeper/keeper_meeting.c keeper_meeting \
        's/^    return counters_add\(/    keeper->close.length++;\n&/'
    mutant "counting with fewer than five" kiosk/keeper/keeper_meeting.c keeper_meeting \
        's/return keeper->status.room == ROOM_MANY &&/return/'
    mutant "counting after the end" kiosk/keeper/keeper_meeting.c keeper_meeting \
        's/return keeper->status.room == ROOM_MANY &&/return keeper->status.meeting == MEETING_UNSAVED ||/'
    mutant "counting in memory that may be swapped" kiosk/keeper/keeper_meeting.c keeper_meeting \
        's/if \(counts && !keeper->host->memory_is_locked/if (false \&\& !keeper->host->memory_is_locked/'
    mutant "a skipped question counted as lower" kiosk/core/session.c core_session \
        's/\} else if \(level > ANSWER_NONE\)/} else/'
    mutant "the four levels leave the screen" kiosk/core/session.c core_session \
        's/sides\[i\] = SIDE_UPPER;/sides[i] = level;/'
}

closing()
{
    mutant "fresh noise at a retry" kiosk/keeper/keeper_meeting.c "keeper_meeting keeper_soak" '
        s/^    if \(!keeper->close.begun\) \{/    if (keeper->status.meeting == MEETING_UNSAVED) {\n        store_close_reset(\&keeper->close);\n        (void)!counters_open(\&keeper->secret->counters, \&keeper->host->random, keeper->status.question_count, keeper->settings.choice.scale);\n    }\n&/'
    mutant "a retry adds once more" kiosk/keeper/keeper_meeting.c "keeper_meeting keeper_soak" '
        s/^    if \(!keeper->close.begun\) \{/    if (keeper->status.meeting == MEETING_UNSAVED) {\n        store_close_reset(\&keeper->close);\n        keeper->totals = keeper->next;\n    }\n&/'
    mutant "a retry leaves out the folder's sync" kiosk/store/close.c keeper_soak \
        's|status = folder->sync_folder\(folder->context\); /\* an earlier.*|(void)0;|'
    mutant "a retry does not look first" kiosk/store/close.c "store_close keeper_soak" \
        's/^    if \(store_is_known\(&there, &close->with\)\)/    if (false)/'
    mutant "a drive that answers late undoes a meeting" kiosk/keeper/keeper_meeting.c "keeper_errand keeper_soak" \
        's/keeper->picked = false;//'
    mutant "another file is added to" kiosk/store/close.c "store_close keeper_file" \
        's/there.is_there \? STORE_FOUND_OTHER : STORE_FOUND_GONE/STORE_FOUND_OLD/'
    mutant "counters kept after the close" kiosk/keeper/keeper_meeting.c keeper_meeting \
        '/^static void finish/,/^}/ s/counters_wipe\(&keeper->secret->counters\);//'
    mutant "the built file kept after the close" kiosk/store/close.c store_close \
        's/explicit_bzero\(close->bytes, close->length\);//'
    mutant "rowid order kept" kiosk/store/encode.c store_encode 's/" SCHEMA_TALLY ";"/" "CREATE TABLE tally(block INTEGER NOT NULL, question TEXT NOT NULL, upper INTEGER NOT NULL, lower INTEGER NOT NULL) STRICT;"/'
    mutant "questions in the order of the visit" kiosk/core/totals.c core_totals 's/while \(place > 0 &&/while (false \&\& place > 0 \&\&/'
    mutant "the header's mark of a log left on" kiosk/store/encode.c store_encode \
        's/^    put_big_endian\(bytes \+ HEADER_CHANGE_COUNTER, FIRST_CHANGE\);/    bytes[18] = bytes[19] = 2;\n&/'
    mutant "the header counts changes" kiosk/store/encode.c store_encode '
        s/^    put_big_endian\(bytes \+ HEADER_(CHANGE_COUNTER|VALID_FOR), FIRST_CHANGE\);//
        s/enum \{ FIRST_CHANGE = 1, /enum { /
        s/run_sql\(database, "COMMIT"\)/run_sql(database, "COMMIT; BEGIN; UPDATE block SET meetings=meetings; COMMIT")/'
    mutant "deleted rows left in free pages" kiosk/store/encode.c store_encode \
        's/" SCHEMA_TALLY ";"/" SCHEMA_TALLY "; CREATE TABLE gone(x); INSERT INTO gone VALUES(zeroblob(9000)); DROP TABLE gone;"/'
    mutant "deleted rows left in a page" kiosk/store/encode.c store_encode \
        's/run_sql\(database, "COMMIT"\)/run_sql(database, "INSERT INTO block VALUES(4096,'"'0011223344556677','2026-11'"',1,2); DELETE FROM block WHERE id=4096; COMMIT")/'
    mutant "the file's own time kept" kiosk/store/file.c "store_close store_file" \
        's/status = folder->set_fixed_time\(folder->context, file\);/status = STATUS_OK;/'
}

harmless()
{
    for pair in core/noise:core_noise core/noise:symbols keeper/keeper_meeting:keeper_meeting \
        screens/app/inbox:gone-after-add.session screens/app/inbox:skipping-all.session; do
        unharmed "kiosk/${pair%%:*}.c" "${pair#*:}"
    done
}

reading()
{
    mutant "open sets sent out" kiosk/keeper/keeper_read.c keeper_read \
        's/return block->meetings == TOTALS_MEETINGS_PER_BLOCK;/return true;/'
    mutant "trends without the PIN" kiosk/keeper/keeper.c "keeper_read keeper_rules" \
        's/X\(READ_LINE, UNLOCKED,/X(READ_LINE, ANYBODY,/'
    mutant "a restart forgets the PIN's wait" kiosk/keeper/keeper_pin.c keeper_pin \
        's/if \(keeper->guard.failures == GUARD_TRIES\) \{/if (false) {/'
    mutant "a PIN is tried before it is noted" kiosk/keeper/keeper_pin.c keeper_pin \
        's/^    enum status written = keeper_guard_save\(keeper, false\);/    enum status written = STATUS_OK;/'
    mutant "opening without the PIN" kiosk/keeper/keeper.c "keeper_meeting keeper_rules" \
        's/X\(OPEN, UNLOCKED,/X(OPEN, ANYBODY,/'
    mutant "the voice goes on after a visit" kiosk/screens/access/speech.c screens_forget \
        's/effect_voice\(app, VOICE_FORGET\);//'
    mutant "how much somebody heard is kept" kiosk/screens/access/speech.c screens_forget \
        's/speech->sequence = speech->sequence < .*//'
    mutant "the screens count visits" kiosk/screens/app/navigation.c screens_forget \
        's/^        begin_numbers\(app\);//'
    mutant "where the reading stood is kept" kiosk/screens/access/speech.c screens_forget \
        's/explicit_bzero\(&speech->at, .*//'
    mutant "answers kept after Add" kiosk/screens/visit/finish.c "gone-after-add.session" \
        '/type == MESSAGE_ADDED/,/\} else/ s/app_wipe_answers\(app\);//'
    mutant "Add with nothing answered sends nothing" kiosk/screens/visit/finish.c "skipping-all.session add-and-erase-look-alike.session" \
        '/session_sides\(/ s/.*/&\n    if (message->as.sides[0] == 0) { app->effect_count--; }/'
}

# Two at a time: the groups that take about as long stand together.
sampler >"$place/sampler" &
counting >"$place/counting"
closing >"$place/closing"
reading >"$place/reading"
harmless >"$place/harmless"
wait
verdict harmless sampler counting closing reading
