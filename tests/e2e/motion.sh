#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever is made dizzy by what moves: with less motion each picture is there at once, and
# without it a picture crosses over to the next.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

less=no
# $press_x and $press_y are play's.
# shellcheck disable=SC2154
before_press()
{
    case $1 in
    common.next | common.continue)
        eyes shades 900 "$press_x" "$press_y" >"$tab/shades" &
        looker=$!
        sleep 0.1
        ;;
    esac
}
after_press()
{
    case $1 in
    comfort.motion.less) less=yes ;;
    common.next | common.continue)
        wait $looker
        echo "$less $1 $(cat "$tab/shades")" >>"$tab/looked"
        ;;
    esac
}

start_display
start_kiosk "$tab/data"
play tests/e2e/motion.session
stop_kiosk
# Where one picture goes over into another, several hundred of the points that are looked at do.
most=$(awk '$1 == "no" { print $3 }' "$tab/looked" | sort -n | tail -n 1)
[ "$most" -ge 50 ] || fail "no picture crossed over: $(cat "$tab/looked")"
held "a picture crosses over to the next"
awk '$1 == "yes" { presses++; bad += $3 > 0 || $5 < 5 } END { exit presses < 2 || bad > 0 }' "$tab/looked" ||
    fail "with less motion a picture was on its way: $(cat "$tab/looked")"
held "with less motion it is there at once"
