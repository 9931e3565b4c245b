#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever presses while the machine is too busy to look: what is pressed and typed while the
# screen process stands still counts once it goes on, and once only, also when the window's focus was
# lost and came back with it.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display
start_kiosk "$tab/data"
find_face
window=$(xdotool search --onlyvisible --name Reflection)
eyes focus "$window"

# Every press of the story falls into a pause of the screen process.
before_press()
{
    kill -STOP "$face"
    eyes focus "$window"
}
just_pressed()
{
    sleep 0.1
    kill -CONT "$face"
}
cat >"$tab/stalled.session" <<END
panel 1366x768 3.958
fresh
skip-to setup-pin
click pin.key.2
click pin.key.2
key 4
key 4
key 4
key 6
click common.next
key 2
key 2
key 4
key 4
key 4
key 6
key Right
screen meeting
END
play "$tab/stalled.session"
held "each press made during a pause counted, and once"
stop_kiosk
