#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who meets a kiosk on bare X whose screen changes: the picture always fills the primary
# output, whatever mode it has and wherever it lies, and its size comes from the monitor where one
# says something that can be true.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_xorg

# The kiosk's window, as "WIDTHxHEIGHT+X+Y".
covers()
{
    xwininfo -root -tree 2>/dev/null | grep -q "\"kiosk-face\".* $1 "
}
fills()
{
    soon 10 covers "$1" || fail "the window is not $1: $(xwininfo -root -tree)"
}
health_says()
{
    "$KIOSK" health --data "$tab/data" >"$tab/health" || true
    grep -qF "$1" "$tab/health" || fail "no \"$1\": $(cat "$tab/health")"
}
health_omits()
{
    ! grep -qF "$1" "$tab/health" || fail "\"$1\": $(cat "$tab/health")"
}

# sides WIDTH_MM HEIGHT_MM: what the monitor says of itself; asking all makes the server look.
sides()
{
    xrandr --output DUMMY0 --set WIDTH_MM "$1" --set HEIGHT_MM "$2"
    xrandr >"$tab/outputs"
}

xrandr --output DUMMY0 --mode 1920x1080
health_says "Screen size: guessed, as most screens with these pixels are."
sides 16 9
health_says "Screen size: guessed, as most screens with these pixels are."
sides 531 299
health_says "Screen size: as the display says."
sides 0 0
xrandr --newmode 1024x600 50.00 1024 1048 1184 1344 600 603 613 624
xrandr --addmode DUMMY0 1024x600
xrandr --output DUMMY0 --mode 1024x600
health_says "Screen size: guessed, as a small panel."
held "health tells where the size of the screen comes from"

xrandr --output DUMMY0 --mode 1280x800
start_kiosk "$tab/data"
fills 1280x800+0+0
xrandr --output DUMMY0 --mode 800x600
fills 800x600+0+0
held "the window follows the mode"

# What it exists for is there, and takes a press.
cat >"$tab/look.session" <<EOF
# Somebody begins to set it up, at the size that the screen has now.
panel 800x600 3.092
fresh
click common.next
screen setup-fit
EOF
play "$tab/look.session"
held "its controls are where the new mode has room for them"

xrandr --newmode 600x1024 50.00 600 648 784 800 1024 1027 1037 1060
xrandr --addmode DUMMY0 600x1024
xrandr --output DUMMY0 --mode 600x1024
fills 600x1024+0+0
held "it follows a screen that is turned on its side"

# The desktop is red, and nobody may see any of it.
hides_desktop()
{
    # xrandr draws nothing and the window follows within a moment: what shows then is what stays.
    no_red() { ! eyes any ff0000 >"$tab/red"; }
    soon 10 no_red || fail "the desktop shows at $(cat "$tab/red"): $(xwininfo -root -tree)"
}
xsetroot -solid red
xrandr --addmode DUMMY1 1024x768
xrandr --output DUMMY0 --mode 800x600 --pos 0x0 --output DUMMY1 --mode 1024x768 --pos 800x0
fills 800x600+0+0
hides_desktop
# Still water, and no plain surface.
[ "$(xwd -root -silent | od -An -v -tx4 -w4 | sort -u | wc -l)" -gt 200 ] || fail "no water"
health_says "Another screen is on. It does not show the kiosk."
xrandr --output DUMMY1 --primary
fills 1024x768+800+0
hides_desktop
xrandr --output DUMMY1 --pos 0x0 --output DUMMY0 --pos 1024x0
fills 1024x768+0+0
hides_desktop
held "with two outputs it fills the primary one, water the other, and health tells of it"

# The same place, and larger than ours.
xrandr --output DUMMY0 --pos 0x0 --primary
fills 800x600+0+0
hides_desktop
held "what a larger output shows beyond ours is no desktop"

xrandr --output DUMMY1 --off --output DUMMY0 --mode 1280x800 --pos 0x0
fills 1280x800+0+0
hides_desktop
health_says "Screen size: guessed, as a small panel."
health_omits "Another screen is on."
held "an output that goes away takes nothing along"
stop_kiosk

# In mid-visit all of it again, with presses that a story says; the answers stay.
start_kiosk "$tab/visit"
cat >"$tab/visit.session" <<EOF
# Tom tries it, and somebody plugs, turns and changes the screen while he answers.
panel 1280x800 5.9
fresh
click setup.try
click promise.ready
click question.answer.3
resize 800x600 3.092
state question.answer.3 chosen
click common.next
resize 600x1024 6.6
click question.answer.2
resize 1024x768 3.958
state question.answer.2 chosen
click common.next
click question.answer.4
resize 1280x800 5.9
click common.next
state question.answer.4 chosen
click common.next
sees "4 of 7"
EOF
resize()
{
    case $1 in
    800x600) xrandr --output DUMMY0 --mode 800x600 --output DUMMY1 --mode 1024x768 --pos 800x0 ;;
    600x1024) xrandr --output DUMMY1 --off --output DUMMY0 --mode 600x1024 ;;
    1024x768) xrandr --output DUMMY0 --off --output DUMMY1 --mode 1024x768 --pos 0x0 ;;
    *) xrandr --output DUMMY1 --pos 1280x0 --output DUMMY0 --mode "$1" --pos 0x0 --primary ;;
    esac
    fills "$1+0+0"
    hides_desktop
}
play "$tab/visit.session"
held "in a visit it is plugged, unplugged, turned and changed, and no answer is lost"
stop_kiosk
