#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects an evening from what hangs or is refused for a moment: a counting process that does not answer
# does not keep the kiosk from ending, a voice that hangs does not outlive the visit, a system out of
# processes costs no meeting, and after the death of everything the next start just works.
set -u
cd "$(dirname "$0")/../.."
. tests/privacy/scripted

begins()
{
    next_data
    printf '\0\0\0\0\0\0\0\0' >"$place/clock"
    start "$data" --clock "$place/clock" "$@"
}
# later SECONDS: than the kiosk's clock was set to before.
later() { perl -e 'open F, "+<", shift; print F pack "Q<", 1000 * shift' "$place/clock" "$1"; }
meets()
{
    says "setpin 123456"
    says "open many"
    check "a meeting opens" answers "result 0 meeting 1"
    says "add 1111111"
}
ends()
{
    wait "$main_pid" 2>/dev/null
    ended=$?
    main_pid=
    check "$1: exit status $2, not $ended" [ "$ended" -eq "$2" ]
}
complains() { check "$1: $(cat "$place/err")" grep -q "$2" "$place/err"; }
saved()
{
    check "$1: the meeting is saved" sh -c '"$1" inspect --data "$2" 2>&1 | grep -q "|1|4  not finished"' \
        sh "$kiosk" "$data"
}
gone() { [ ! -e "/proc/$1" ]; }
faces_are() { [ "$(grep -c '^settings' "$place/script.out")" -ge "$1" ]; }
face_pid() { sed -n 's/^face //p' "$place/script.out" | tail -n 1; }

# A counting process that stands still, as one that waits for a disk that does not answer.
begins
meets
keeper=$(keeper_pid)
kill -STOP "$keeper"
kill -TERM "$main_pid"
later 29
sleep 0.2
check "main waits for half a minute" kill -0 "$main_pid"
later 31
ends "a keeper that hangs" 3
complains "it is said" "did not answer for half a minute, so it was ended. If a meeting was open, it is lost"
check "the keeper is gone" soon gone "$keeper"
start "$data"
check "the next start says that the last meeting is lost" grep -q "last 1 " "$place/script.out"
stop

# One that was only slow has the time that it needs.
begins
meets
kill -STOP "$(keeper_pid)"
kill -TERM "$main_pid"
later 29
sleep 0.1
kill -CONT "$(keeper_pid)"
ends "a keeper that was slow" 0
saved "a keeper that was slow"

# A voice that hangs when a visit ends.
voice() { pgrep -P "$main_pid" -f -- --role=voice; }
begins
echo "speak You can rest here as long as you like." 1<>"$place/script"
check "a voice speaks" soon voice >"$place/voice"
hanging=$(voice)
kill -STOP "$hanging"
later 20
sleep 0.1
check "before its visit ends it may take its time" kill -0 "$hanging"
echo forget 1<>"$place/script"
sleep 0.1
later 23
sleep 0.1
check "some seconds are its own" kill -0 "$hanging"
later 26
check "it does not outlive the visit by more" soon gone "$hanging"
# What is said next has a voice again.
echo "speak You can rest here as long as you like." 1<>"$place/script"
check "and the next one speaks" soon voice >"$place/voice"
stop

# A system that lets nobody start a process.
cat >"$place/refuse.c" <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
pid_t fork(void)
{
    if (access(getenv("REFUSE"), F_OK) == 0) {
        errno = EAGAIN;
        return -1;
    }
    return ((pid_t(*)(void))dlsym(RTLD_NEXT, "fork"))();
}
END
"${CC:-gcc}" -shared -fPIC -o "$place/refuse.so" "$place/refuse.c" || check "the fake of fork compiles" false
refuse=$place/refuse
START="env LD_PRELOAD=$place/refuse.so REFUSE=$refuse"
begins
meets
touch "$refuse"
kill -KILL "$(face_pid)"
sleep 0.3
check "no face comes" [ "$(grep -c '^face' "$place/script.out")" -eq 1 ]
check "and the kiosk goes on" kill -0 "$main_pid"
rm "$refuse"
later 1
check "once the system lets it, one does" soon faces_are 2
says "add 1111111"
check "and the meeting with it" answers added
touch "$refuse"
kill -KILL "$(face_pid)"
sleep 0.1
for second in $(seq 2 40); do
    kill -0 "$main_pid" 2>/dev/null || break
    later "$second"
    sleep 0.05
done
ends "for half a minute" 3
complains "it is said as it is" "did not let the screen part start again, for half a minute. I closed the meeting"
saved "for half a minute"
rm "$refuse"
START=

# A display server that begins anew when its last window went refuses a new face for a moment.
begins
meets
kill -KILL "$(face_pid)"
check "a face comes" soon faces_are 2
echo "exit 4" 1<>"$place/script"
sleep 0.1
check "one that finds no display is not the end" kill -0 "$main_pid"
later 1
check "another one is tried" soon faces_are 3
says "add 1111111"
check "and the meeting goes on" answers added
touch "$place/script.dark"
for second in 2 3 4 5 6 7 8; do
    echo "exit 4" 1<>"$place/script"
    sleep 0.1
    kill -0 "$main_pid" 2>/dev/null || break
    later $second
    soon faces_are $((second + 2)) || break
done
ends "a display that stays away" 3
complains "it is said" "no screen to draw on"
complains "and what was done" "I closed the meeting. Its totals are saved."
saved "a display that stays away"
begins
echo "exit 4" 1<>"$place/script"
ends "a display that was never there" 3
complains "it is said" "no screen to draw on"
rm "$place/script.dark"

# After the death of main the keeper may hold the folder for a moment.
begins
for again in 1 2 3 4 5 6 7 8 9 10 11 12; do
    kill -KILL "$main_pid"
    wait "$main_pid" 2>/dev/null
    start "$data"
done
check "no start met \"another copy\"" [ ! -s "$place/err" ]
stop
# One that takes its time to go, and one that is there.
# holds SECONDS: somebody has the folder so long.
holds()
{
    sh -c 'exec 9<"$1" && flock 9 && exec sleep "$2"' sh "$data" "$1" &
    others=$!
    until [ "$(cat "/proc/$others/comm" 2>/dev/null)" = sleep ]; do sleep 0.01; done
}
holds 0.5
start "$data"
check "a folder that comes free within a second is waited for: $(cat "$place/err")" [ ! -s "$place/err" ]
stop
holds 60
ended=0
"$kiosk" run --data "$data" --script-face "$place/script" 2>"$place/err" || ended=$?
check "a copy that runs is told of, with status 3 and not $ended" [ $ended -eq 3 ]
complains "in words" "another copy"
verdict
