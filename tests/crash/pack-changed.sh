#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what answers are counted under: the questions are read once, when the kiosk starts, and
# every process has those. So a file of questions that is edited while people answer cannot put other
# questions on the next screen than those that are counted: shown by one that is broken or gone, which
# would keep the next screen process from coming if anybody read it again.
set -u
. tests/privacy/scripted

is_shown() { [ -s "$place/log" ] && [ -n "$(child face)" ]; }
is_another() { [ -n "$(child face)" ] && [ "$(child face)" != "$face" ] && is_shown; }

pack=$place/ours.pack
cp "${kiosk%/*}/assets/packs/integrity.pack" "$pack"
SDL_VIDEODRIVER=dummy "$kiosk" run --data "$place/data" --pack "$pack" --any-driver --log "$place/log" \
    2>"$place/err" &
main_pid=$!
check "the kiosk starts" soon is_shown

for change in broken gone; do
    case $change in
    broken) echo nonsense >"$pack" ;;
    gone) rm "$pack" ;;
    esac
    face=$(child face)
    : >"$place/log"
    kill -KILL "$face"
    check "another face comes when the pack is $change" soon is_another
    check "and who counts is there" [ -n "$(child keeper)" ]
done
kill -TERM "$main_pid"
wait "$main_pid"
check "the end is a usual one" [ $? -eq 0 ]
main_pid=

# Nothing starts without questions, and it is said of the file that was named.
"$kiosk" run --data "$place/data" --pack "$place/none.pack" --any-driver 2>"$place/err"
check "no questions, no start" [ $? -eq 3 ]
check "in words" grep -q "none.pack" "$place/err"
check "in one line" [ "$(wc -l <"$place/err")" -eq 1 ]

verdict
