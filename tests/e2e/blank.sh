#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a display that stands for days: while no meeting is open it goes blank when its system says
# so, and in a meeting it does not.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display
start_kiosk "$tab/data"
xset s 2 s blank
# Nobody has touched it for longer than that.
blank() { eyes saver; }
xdotool mousemove 2 2
soon 20 blank || fail "the display never went blank, and nothing is open"
held "it goes blank while nothing is open"

xdotool mousemove 2 40
xset s 600
cat >"$tab/open.session" <<END
# Kim opens a meeting.
panel 1366x768 3.958
fresh
skip-to setup-pin
click pin.key.2
click pin.key.4
click pin.key.6
click pin.key.8
click pin.key.1
click pin.key.0
click common.next
click pin.key.2
click pin.key.4
click pin.key.6
click pin.key.8
click pin.key.1
click pin.key.0
click common.next
screen meeting
click meeting.open
click meeting.room.many
END
play "$tab/open.session"
xset s 2
xdotool mousemove 2 2 sleep 6
! blank || fail "the display went blank in a meeting"
held "it does not in a meeting"

stop_kiosk
start_kiosk "$tab/data"
xset s 2
xdotool mousemove 2 2
soon 20 blank || fail "the display never went blank after a new start"
held "and does so after a new start"
stop_kiosk
