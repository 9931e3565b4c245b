#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who needs the words read aloud at the stick, where no sound server is. Without a speaker the
# screen says so. A speaker that is plugged in then speaks when it is asked to; when it is pulled out in
# the middle of a sentence, the screen says that the sound is gone.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick
. tests/vm/closed

cat >"$vm/listen" <<'END'
key F1
wait 100
sees "This machine has no speaker and no headphones. All words are on the screen."
fault no-sound off
key F1
speaks "Others can hear the speaker."
fault no-sound on
sees "The sound is gone. All words are still on the screen. Check the plug."
END

# heard: for how many seconds the speaker was loud, and for how many it was not in between: a voice has
# pauses, a fault hums.
heard()
{
    [ -s "$vm/heard.wav" ] || return 1
    od -An -v -t d2 -w4 -j 44 "$vm/heard.wav" | awk -v rate=48000 '
        { tenth = int(NR * 10 / rate) }
        $1 > 600 || $1 < -600 { first = first ? first : tenth + 1; last = tenth + 1; loud[tenth] = 1 }
        END {
            for (i in loud)
                count++
            printf "%.1f %.1f\n", count / 10, first ? (last + 1 - first - count) / 10 : 0
        }'
}
spoke() { heard | awk '{ said = $1 >= 1 && $2 >= 0.1 } END { exit !said }'; }

closed_stick
behind_closed listen
rtc=2026-11-03T19:00:00
power "$vm/stick.qcow2" qcow2 -loadvm closed \
    -audiodev "wav,id=wav,path=$vm/heard.wav,out.frequency=48000,out.channels=2"
# What is to be seen after the last press is looked for in the end.
last=$(grep -n '^key' "$vm/on" | tail -n 1 | cut -d : -f 1)
head -n "$last" "$vm/on" >"$vm/asked"
saw_after()
{
    [ "$1" = F1 ] || return 0
    shown none
    held "without a speaker the screen says so"
    qmp device_add '{"driver": "usb-audio", "id": "speaker", "bus": "usb.0", "audiodev": "wav"}'
    sleep "${PLUG_SECONDS:-30}" # nothing tells when the system has found it
}
play_hands "$vm/asked"
soon 120 spoke || fail "nothing is heard: $(heard)"
held "what was plugged in speaks: $(heard) s loud and between"
qmp device_del '{"id": "speaker"}'
# shellcheck disable=SC2046 # a list of places
set -- $(tail -n +"$((last + 1))" "$vm/on" | sed -n 's/^see //p' | tail -n 1)
soon 60 sees "$@" || fail "the screen does not say that the sound is gone: $(cat "$vm/seen")"
shown gone
held "the sound that went is told"
echo "$passed passed, 0 failed"
