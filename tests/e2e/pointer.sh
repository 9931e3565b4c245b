#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who uses a mouse at a display that has nothing but the kiosk: the pointer is an arrow of the
# kiosk's own and not the display's cross, and it shows only once somebody moves it.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

"${CC:-gcc}" -O1 -w -o "$tab/pointer" tests/e2e/pointer.c -lX11 -lXfixes || fail "the eyes do not compile"
pointer() { "$tab/pointer" || fail "the display does not tell of its pointer" >&2; }
start_display
xdotool mousemove 300 300
cross=$(pointer)
start_kiosk "$tab/data"
[ "$(pointer | cut -d ' ' -f 1)" -eq 0 ] || fail "it shows before anybody moves it: $(pointer)"
held "no pointer shows before somebody moves it"
xdotool mousemove 310 310 sleep 0.1 mousemove 340 340
is_shown() { [ "$(pointer | cut -d ' ' -f 1)" -gt 0 ] && [ "$(pointer)" != "$cross" ]; }
soon 5 is_shown || fail "the pointer is as the display has it: $(pointer), $cross"
held "the pointer is the kiosk's own"
stop_kiosk
