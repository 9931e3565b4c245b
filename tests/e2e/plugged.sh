#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who touches a screen whose cable slipped out and went in again: a touchscreen that comes back
# under another number counts from its first touch on, and a finger that was on the old one is gone.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

"${CC:-gcc}" -O1 -w -shared -fPIC -o "$tab/plug.so" tests/e2e/plug.c || fail "the plug does not compile"
PLUGS=$tab/plugs
export PLUGS
mkfifo "$PLUGS"
exec 5<>"$PLUGS"
xorg_preload=$tab/plug.so
start_xorg
xrandr --output DUMMY0 --mode 1920x1080

plug()
{
    printf %s "$1" >&5
    soon 10 test -S "$PLUGS.$1" || fail "no touchscreen came: $(tail "$tab/xorg.log")"
}
gone()
{
    grep -q "panel $1: Close" "$tab/xorg.log"
}
pull()
{
    printf %s "$1" | tr "[:upper:]" "[:lower:]" >&5
    soon 10 gone "$1" || fail "the touchscreen did not go"
}
number() { sed -n "s/.*\"panel $1\" (type: TOUCHSCREEN, id \([0-9]*\)).*/\1/p" "$tab/xorg.log"; }

plug A
start_fingers "$PLUGS.A"
start_kiosk "$tab/data"
cat >"$tab/touch.session" <<END
# Somebody begins to set the kiosk up, and in the middle of it the cable slips out.
panel 1920x1080 5.567
fresh
click common.next
wait 1s
click setup.skip
screen setup-pin
END
# A finger is on the glass when the cable goes, and another device takes the number.
wait_ms()
{
    echo "down 1 $(place 1500 400)" | fingers
    sleep 0.3
    pull A
    plug B
    plug C
    [ "$(number A)" != "$(number C)" ] || fail "the touchscreen came back under the same number"
    exec 4>&-
    start_fingers "$PLUGS.C"
}
touch_along "$tab/touch.session"
[ $touches -eq 2 ] || fail "$touches touches"
held "a touchscreen that comes back as another one counts from its first touch on"
stop_kiosk
