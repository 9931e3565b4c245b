#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what developers learn from a recording: one of a display that stalled, whose inputs came
# as many at once as a step can take, replays to the same states and frames; and so does one that
# was made at a window.
set -eu
cd "$(dirname "$0")/../.."
WIDTH=1366
HEIGHT=768
. tests/e2e/display

# recording COUNT STATE FRAME: one step with so many inputs, and the hashes that it is to have.
recording()
{
    echo "recording 1920 1080 5560 0 1 12345 1000"
    for i in $(seq "$1"); do
        [ $((i % 2)) -eq 0 ] && what=key-up || what=key-down
        echo "at 2000 $what Tab 43"
    done
    echo "at 2000 step $2 $3"
}
steps=$(sed -n 's/^    STEP_\(WINDOW\|MESSAGE\|VOICE\|SUSPEND\)_MAX = \([0-9]*\),.*/\2/p' kiosk/core/step.h)
most=0
for count in $steps; do most=$((most + count)); done
[ $most -eq 77 ] || fail "a step takes $most inputs, and this script knows of 77"

recording 77 0 0 >"$tab/stalled"
"$KIOSK_TEST" replay --hashes "$tab/stalled" >"$tab/out" || true
# shellcheck disable=SC2046 # two hashes
recording 77 $(sed -n 's/^[^ ]*:79 2000 //p' "$tab/out") >"$tab/stalled"
"$KIOSK_TEST" replay "$tab/stalled" >"$tab/out" || fail "77 inputs at once: $(cat "$tab/out")"
held "77 inputs of one step replay"

recording 78 0 0 >"$tab/stalled"
! "$KIOSK_TEST" replay "$tab/stalled" >"$tab/out" || fail "no face gives 78 inputs at once"
grep -q ":79: too many inputs in one step" "$tab/out" || fail "78 inputs: $(cat "$tab/out")"
held "no step has more"

# A stalled display, as people make one: more keys than one step takes, while the screen stands still.
start_display
KIOSK=record_here
record_here() { exec "$KIOSK_TEST" --record "$tab/made" "$@"; }
start_kiosk "$tab/data"
find_face
window=$(xdotool search --onlyvisible --name Reflection)
eyes focus "$window"
kill -STOP "$face"
# shellcheck disable=SC2046 # by turns: the same key again would be a key that is held
xdotool key --delay 1 $(yes Tab Down | head -n 50)
sleep 0.1
kill -CONT "$face"
xdotool key Tab
sleep 1
stop_kiosk
awk '/ step /{ if (n > most) most = n; n = 0; next } { n++ } END { exit most < 50 }' "$tab/made" ||
    fail "no step had many inputs"
"$KIOSK_TEST" replay "$tab/made" >"$tab/out" || fail "what a window recorded: $(cat "$tab/out")"
held "what a stalled window recorded replays"
