#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects an evening from a part that hangs: a system that watches the kiosk hears when its first
# picture stands and that it is alive; a screen part that stands still is replaced, and the meeting goes
# on; a display that stands still ends the kiosk with the meeting saved; and of a counting part that
# stands still the system hears no more, so that it ends it all.
set -u
cd "$(dirname "$0")/../.."
. tests/privacy/scripted

command -v perl >/dev/null || {
    echo "skipped: for want of perl nobody listened to the kiosk"
    exit 0
}
# The system's end: each word that comes is a line of $place/heard.
: >"$place/heard"
perl -MSocket -e '$| = 1; socket S, PF_UNIX, SOCK_DGRAM, 0; bind S, sockaddr_un(shift) or die;
    print "$m\n" while defined recv S, $m, 99, 0' "$place/system" >>"$place/heard" &
others=$!
soon test -S "$place/system" || check "a system that listens" false

heard() { grep -c "^$1=1\$" "$place/heard"; }
heard_more() { [ "$(heard "$1")" -gt "$2" ]; }
set_clock() { perl -e 'open F, "+<", shift; print F pack "Q<", 1000 * shift' "$place/clock" "$later"; }
# beat: the next one is due, a sixth of the minute that this system waits, and over.
beat()
{
    before=$(heard WATCHDOG)
    later=$((later + 10))
    set_clock
    soon heard_more WATCHDOG "$before"
}
# After some beats in which somebody stands still, and as many more as it takes.
beats_until()
{
    for _ in 1 2 3 4 5 6; do
        beat
        ! "$@" || return 0
        sleep 0.1
    done
    soon "$@"
}
gone() { ! kill -0 "$1" 2>/dev/null || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; }
face_is_new() { now=$(child face) && [ -n "$now" ] && [ "$now" != "$1" ]; }
ready() { heard_more READY 0; }
saved() { "$kiosk" inspect --data "$data" 2>&1 | grep -q "|1|4  not finished"; }
watched="env NOTIFY_SOCKET=$place/system WATCHDOG_USEC=60000000"

begins()
{
    later=0
    : >"$place/heard"
    printf '\0\0\0\0\0\0\0\0' >"$place/clock"
    next_data
}

# A face that stands still in a meeting.
begins
START=$watched
start "$data" --clock "$place/clock"
check "it is ready" soon ready
says "setpin 123456"
says "open many"
says "add 1111111"
for _ in 1 2 3 4 5 6 7 8; do
    check "it is alive" beat
done
face=$(child face)
kill -STOP "$face"
check "a face that stands still is ended" beats_until gone "$face"
check "another one is there" soon face_is_new "$face"
faces_are() { [ "$(grep -c '^settings' "$place/script.out")" -ge "$1" ]; }
check "which works" soon faces_are 2
says "add 1111111"
check "and the meeting goes on" answers added
for _ in 1 2 3 4 5; do
    check "it is alive" beat
done
check "ready is said once" [ "$(heard READY)" -eq 1 ]

# A keeper that stands still.
keeper=$(keeper_pid)
kill -STOP "$keeper"
for _ in 1 2 3; do
    beat
done
# Half a second is long for a word between processes; where it is not, the next beat shows more.
is_silent()
{
    before=$(heard WATCHDOG)
    later=$((later + 10))
    set_clock
    sleep 0.5
    [ "$(heard WATCHDOG)" -eq "$before" ]
}
check "of a keeper that stands still the system hears no more" is_silent
check "also later" is_silent
kill -CONT "$keeper"
check "one that only was slow is heard of again" beats_until heard_more WATCHDOG "$(heard WATCHDOG)"
check "nothing was ended" kill -0 "$main_pid"
stop
check "its end is told" heard_more STOPPING 0
check "and the meeting is saved" saved

# The display itself stands still: neither this face nor the next one can answer.
command -v Xvfb >/dev/null || {
    echo "skipped: for want of Xvfb no display stood still"
    verdict
    exit
}
Xvfb -displayfd 3 -screen 0 800x600x24 -noreset -nolisten tcp 3>"$place/number" 2>"$place/xvfb.log" &
xvfb=$!
others="$others $xvfb"
soon test -s "$place/number" || check "Xvfb starts" false
begins
env DISPLAY=":$(cat "$place/number")" NOTIFY_SOCKET="$place/system" WATCHDOG_USEC=60000000 \
    "$kiosk" run --data "$data" --clock "$place/clock" 2>"$place/err" &
main_pid=$!
check "a real face is ready" soon ready
for _ in 1 2 3 4; do
    check "it is alive" beat
done
face=$(child face)
kill -STOP "$xvfb"
check "a face whose display stands still is ended" beats_until gone "$face"
check "so is the next one, and with it all" beats_until gone "$main_pid"
kill -CONT "$xvfb"
kill -KILL "$main_pid" 2>/dev/null # one that goes on has failed above
wait "$main_pid"
check "with a status that says so" [ $? -eq 3 ]
main_pid=
check "and a reason" grep -q "the screen part did not answer, and nor did the next one. No meeting was open" "$place/err"
check "its end is told" heard_more STOPPING 0
verdict
