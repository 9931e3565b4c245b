#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who touches a screen on which a sleeve, a drop or a hand lies already, with true touches of a
# real server: each press beside it counts, whatever else is on the glass and however it goes.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_xorg
start_fingers
xrandr --output DUMMY0 --mode 1920x1080
start_kiosk "$tab/data"

cat >"$tab/touch.session" <<END
# Somebody begins to set the kiosk up.
panel 1920x1080 5.567
fresh
click setup.look.1
click setup.look.0
click common.next
click setup.skip
screen setup-pin
END

# Ten at once on empty water, each lifted in another order than it came, and a last one that stays.
for finger in 1 2 3 4 5 6 7 8 9 10 11; do
    echo "down $finger $((finger * 20)) 30"
    echo "move $finger $((finger * 20)) 35"
done >"$tab/rest"
for finger in 3 10 1 7 2 9 4 8 6 5; do
    echo "up $finger $((finger * 20)) 35"
done >"$tab/lift"
cat "$tab/rest" "$tab/lift" | fingers
touch_along "$tab/touch.session"
[ $touches -eq 4 ] || fail "$touches touches"
held "ten contacts come and go, one lies there, and each of four presses beside it counts"
stop_kiosk

start_kiosk "$tab/again"
xdotool mousemove 2 2 mousedown 1
touch_along "$tab/touch.session"
xdotool mouseup 1
held "a button of the mouse that sticks blocks no finger"
stop_kiosk

# Alt stays down: what is pressed right after is a command for nobody; some seconds later it counts.
start_kiosk "$tab/stuck"
xdotool mousemove 2 2 sleep 0.1 mousemove 200 2
cat >"$tab/keys.session" <<END
# Somebody begins to set the kiosk up by keys.
panel 1920x1080 5.567
fresh
key Right
screen setup-fit
key Right
END
xdotool keydown Alt_L
sleep 3.2
play "$tab/keys.session"
xdotool keyup Alt_L
stop_kiosk
held "an Alt that nobody released for some seconds silences no key"
