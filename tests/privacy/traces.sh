#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a visit from the display's other programs: nothing is put into a selection, a property, the
# title or a word that the server keeps, whatever is answered, dragged over or typed; no input method
# and no message bus (the accessibility bus neither) hears of it, though each is offered. That each
# would be seen is shown first.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

"${CC:-gcc}" -O1 -w -o "$tab/probe" tests/privacy/probe.c -lX11 || fail "the probe does not compile"
offers=
end_more() { [ -z "$offers" ] || kill $offers 2>/dev/null || true; }

# offer NAME MODE ARGUMENT: a probe that goes on, its lines in $tab/NAME.
offer()
{
    "$tab/probe" "$2" "$3" >"$tab/$1" 2>&1 &
    offers="$offers $!"
    tries=0
    until grep -q owned "$tab/$1" 2>/dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || fail "no $1 could be offered"
        sleep 0.02
    done
}
asked() { grep -c asked "$tab/$1" || true; }
dump() { "$tab/probe" dump >"$tab/$1" || fail "the display does not tell"; }
owners() { grep '^selection' "$tab/$1" || true; }

# Every place where programs look for an input method or a bus, and each is there.
start_display
offer method method kiosktest
offer bus bus "$tab/bus-socket"
XMODIFIERS=@im=kiosktest
GTK_IM_MODULE=xim QT_IM_MODULE=xim SDL_IM_MODULE=ibus
DBUS_SESSION_BUS_ADDRESS=unix:path=$tab/bus-socket
DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
AT_SPI_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
IBUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
LC_ALL=C.UTF-8
export LC_ALL XMODIFIERS GTK_IM_MODULE QT_IM_MODULE SDL_IM_MODULE DBUS_SESSION_BUS_ADDRESS \
    DBUS_SYSTEM_BUS_ADDRESS AT_SPI_BUS_ADDRESS IBUS_ADDRESS
"$tab/probe" announce AT_SPI_BUS "$AT_SPI_BUS_ADDRESS"

# What would be seen.
was_asked() { [ "$(asked "$1")" -gt 0 ]; }
"$tab/probe" ask-method
soon 10 was_asked method || fail "a program that asks for an input method is not seen"
"$tab/probe" ask-bus "$tab/bus-socket"
soon 10 was_asked bus || fail "a program that comes to the bus is not seen"
dump without
offer primary own PRIMARY
primary=${offers##* }
dump with
[ "$(owners without)" != "$(owners with)" ] || fail "a selection is not seen"
cmp -s "$tab/without" "$tab/with" && fail "another program's window and words are not seen"
kill "$primary"
held "a selection, an input method and a bus would be seen"
: >"$tab/method"
: >"$tab/bus"

start_kiosk "$tab/data"
dump start
# In the middle of a visit, at the first answer and at each after it: the same as before anybody came.
looks=0
after_press()
{
    case $1 in
    question.* | finish.add | [0-9])
        dump now
        looks=$((looks + 1))
        cmp -s "$tab/start" "$tab/now" || fail "$1 left on the display: $(diff "$tab/start" "$tab/now")"
        ;;
    esac
}
cat >"$tab/traces.session" <<END
panel 1366x768 3.958
evening many
visit 4u-s--1 add
screen welcome
END
play "$tab/traces.session"
[ $looks -ge 20 ] || fail "only $looks looks"
held "no property, selection or word changes by a PIN, an answer or an Add, looked at $looks times"
xdotool mousemove 80 200 click --repeat 3 1 mousedown 1 mousemove 900 420 mouseup 1 \
    key ctrl+a key ctrl+c key ctrl+Insert click 2
sleep 0.5
dump now
cmp -s "$tab/start" "$tab/now" || fail "dragging and copying left: $(diff "$tab/start" "$tab/now")"
[ -z "$(owners now)" ] || [ "$(owners now)" = "$(owners without)" ] || fail "$(owners now)"
held "words that are dragged over or copied go nowhere"
grep -q 'R e f l e c t i o n' "$tab/now" || fail "the title is not seen"
held "the title is the same one word throughout"
[ "$(asked method)" -eq 0 ] || fail "an input method was asked for"
[ "$(asked bus)" -eq 0 ] || fail "a bus was asked"
held "no input method, message bus or accessibility bus was asked for anything"
# What the screen process is connected to: the display, which SDL opens twice, the counting process,
# main, which it tells why it ends, the voice where there is one, and nothing else.
face=$(for pid in $(cat "/proc/$kiosk_pid/task/$kiosk_pid/children"); do
    ! grep -q -a role=face "/proc/$pid/cmdline" || echo "$pid"
done)
if [ "$(id -u)" -eq 0 ]; then
    sockets=$(find "/proc/$face/fd" -lname 'socket:*' | wc -l)
    [ "$sockets" -eq 4 ] || [ "$sockets" -eq 5 ] ||
        fail "the screen process has $sockets sockets, not four or five"
    held "the screen process is connected to the display and our own processes alone"
fi
stop_kiosk
