#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a meeting from the end of its display: it is saved, the kiosk ends, and its console says what
# was done. A display that it cannot draw on is told as what it is.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

# ended STATUS: the kiosk did, with it.
ended()
{
    tries=0
    while kill -0 "$kiosk_pid" 2>/dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 1600 ] || fail "the kiosk goes on: $(cat "$tab/kiosk.log")"
        sleep 0.05
    done
    ended=0
    wait "$kiosk_pid" || ended=$?
    kiosk_pid=
    [ $ended -eq "$1" ] || fail "status $ended, not $1: $(cat "$tab/kiosk.log")"
}
says() { grep -qF -- "$1" "$tab/kiosk.log" || fail "not said: \"$1\", but: $(cat "$tab/kiosk.log")"; }
says_not() { ! grep -qiE -- "$1" "$tab/kiosk.log" || fail "said: $(cat "$tab/kiosk.log")"; }

# A number far from those that servers pick: the kiosk looks for its display again when that has gone,
# and must not come upon the one that another test has just started.
start_display ":$((2000 + $$ % 20000))"
start_kiosk "$tab/data"
play tests/sandbox/turn.session
# The display lets go of it more often than a face may break, and stays.
watch_display || fail "the display takes no client"
shows()
{
    window=$(xdotool search --onlyvisible --name Reflection 2>/dev/null | tail -n 1)
    [ -n "$window" ]
}
faces() { pgrep -P "$kiosk_pid" -f role=face; }
is_another() { [ "$(faces)" != "$face" ]; }
for _ in 1 2 3 4 5 6 7; do
    soon 60 shows || fail "it did not come back: $(cat "$tab/kiosk.log")"
    face=$(faces)
    eyes cut "$window"
    soon 60 is_another || fail "the face outlived its display"
done
soon 60 shows || fail "it did not come back: $(cat "$tab/kiosk.log")"
sleep 1
kill $watcher_pid
held "a display that lets go of it seven times is no end of the meeting"

kill "$xvfb_pid"
wait "$xvfb_pid" 2>/dev/null || true
xvfb_pid=
unset DISPLAY
ended 3
says "there is no screen to draw on"
says "I closed the meeting. Its totals are saved."
says_not "nothing was changed"
"$KIOSK" inspect --data "$tab/data" >"$tab/inspect"
grep -q "|1|4  not finished" "$tab/inspect" || fail "the meeting is not in the file: $(cat "$tab/inspect")"
held "a display that goes away ends the kiosk with the meeting saved, in words that say so"

# Too few colours to draw with, and none at all.
rm "$tab/number"
Xvfb -displayfd 3 -screen 0 1024x768x16 -noreset -nolisten tcp 3>"$tab/number" 2>"$tab/xvfb.log" &
xvfb_pid=$!
soon 10 test -s "$tab/number" || fail "Xvfb did not start: $(cat "$tab/xvfb.log")"
for display in ":$(cat "$tab/number")" :none; do
    DISPLAY=$display "$KIOSK" --data "$tab/other" 2>"$tab/kiosk.log" &
    kiosk_pid=$!
    ended 3
    case $display in
    :none) says "there is no screen to draw on" ;;
    *) says "this display has too few colours" ;;
    esac
    says "No meeting was open. Totals are safe."
    says_not "not supported|nothing was changed"
    held "$display: said as it is"
done
