#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the meeting from the death of any process. Real processes, a scripted face without a
# screen, scripted noise: what is counted survives the face; what is not saved is not half saved.
set -u
kiosk=${KIOSK_TEST:-build/kiosk-test}
place=$(mktemp -d)
passed=0
failed=0
main_pid=

clean_up()
{
    [ -z "$main_pid" ] || kill -KILL "$main_pid" 2>/dev/null
    rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

# check WHAT COMMAND...
check()
{
    what=$1
    shift
    if "$@" >/dev/null 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $name: $what"
        sed 's/^/    face: /' "$dir/script.out"
        sed 's/^/    stderr: /' "$dir/err"
    fi
}

# soon SECONDS COMMAND...: true as soon as the command is, false when it never was.
soon()
{
    tries=$(($1 * 50))
    shift
    until "$@"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || return 1
        sleep 0.02
    done
}

has_lines() { [ "$(wc -l <"$1")" -ge "$2" ]; }
faces_are() { [ "$(grep -c '^settings' "$dir/script.out")" -ge "$1" ]; }

# start NAME [OPTION...]: a kiosk whose face obeys $dir/script, a pipe that outlives every face.
start()
{
    name=$1
    shift
    dir=$place/$name
    data=$dir/data
    mkdir -p "$dir"
    [ -p "$dir/script" ] || mkfifo "$dir/script"
    : >"$dir/script.out"
    "$kiosk" run --data "$data" --seed-noise 7 --script-face "$dir/script" "$@" >"$dir/out" 2>"$dir/err" &
    main_pid=$!
    check "the face starts" soon 10 faces_are 1
}

# says COMMAND: tells the face; $answer is the line it notes about the reply.
says()
{
    lines=$(wc -l <"$dir/script.out")
    echo "$1" 1<>"$dir/script"
    soon 10 has_lines "$dir/script.out" $((lines + 1)) || check "an answer to $1" false
    answer=$(tail -n 1 "$dir/script.out")
}
tells() { echo "$1" 1<>"$dir/script"; }
answers() { case $answer in *"$1"*) true ;; *) false ;; esac; }
notes() { grep -q "$1" "$dir/script.out"; }
complains() { grep -q "$1" "$dir/err"; }

face_pid() { sed -n 's/^face //p' "$dir/script.out" | tail -n 1; }
keeper_pid()
{
    for child in $(cat "/proc/$main_pid/task/$main_pid/children"); do
        grep -q -a role=keeper "/proc/$child/cmdline" && echo "$child"
    done
}

# Keeper and face name the folder and the script on their command lines.
nobody_is_left()
{
    ! grep -qzxF -e "$data" -e "$dir/script" /proc/[0-9]*/cmdline 2>/dev/null
}

# ends STATUS: main ends with it, and all end with main.
ends()
{
    wait "$main_pid" 2>/dev/null
    ended=$?
    main_pid=
    check "exit status $1, not $ended" [ "$ended" -eq "$1" ]
    check "no process is left" soon 5 nobody_is_left
}

meeting_opens()
{
    says "setpin 123456"
    says "open many"
    check "a meeting opens" answers "result 0 meeting 1"
    says "add 1111111"
    says "add 2121212"
    check "two are added" answers added
}

meeting_closes()
{
    says "add 0001000"
    check "the third is added" answers added
    says "pin 123456"
    says "close"
    check "the meeting is saved" answers "meeting 0 ended 1"
}

same_totals() { cmp "$place/plain/data/totals.db" "$data/totals.db"; }

# The run that every other one is held against.
start plain
meeting_opens
meeting_closes
kill -TERM "$main_pid"
ends 0
check "totals are there" [ -s "$data/totals.db" ]
[ "$failed" -eq 0 ] || { echo "$passed passed, $failed failed"; exit 1; }

start face-killed
meeting_opens
kill -KILL "$(face_pid)"
check "another face comes" soon 2 faces_are 2
check "and hears of the open meeting" notes "meeting 1 .* unlocked 0"
meeting_closes
kill -TERM "$main_pid"
ends 0
check "the same totals as without the crash" same_totals

start face-lies
meeting_opens
tells nonsense
check "another face comes" soon 2 faces_are 2
meeting_closes
kill -TERM "$main_pid"
ends 0
check "the same totals as without the nonsense" same_totals

# A whole meeting before, so that there is a file to be left alone.
for victim in keeper main; do
    start "$victim-killed"
    meeting_opens
    meeting_closes
    before=$(sha256sum <"$data/totals.db")
    says "open many"
    says "add 1111111"
    if [ $victim = keeper ]; then
        kill -KILL "$(keeper_pid)"
        ends 3
        check "main says so" complains "counting part stopped"
    else
        kill -KILL "$main_pid"
        ends 137
    fi
    check "the totals are untouched" [ "$(sha256sum <"$data/totals.db")" = "$before" ]
    start "$victim-killed"
    check "the next start says that the last meeting is lost" notes "last 1 "
    kill -TERM "$main_pid"
    ends 0
done

for signal in TERM INT HUP; do
    start "signal-$signal"
    meeting_opens
    says "add 0001000"
    kill -$signal "$main_pid"
    ends 0
    check "the meeting was saved by itself" same_totals
    start "signal-$signal"
    check "and the next start has nothing to say" notes "last 0 .* open_meetings 1"
    kill -TERM "$main_pid"
    ends 0
done

start six-deaths
meeting_opens
says "add 0001000"
for death in 1 2 3 4 5; do
    kill -KILL "$(face_pid)"
    check "a face after death $death" soon 2 faces_are $((death + 1))
done
kill -KILL "$(face_pid)"
ends 3
check "the normal close came first" same_totals
check "it is said plainly" complains "six times in a minute. I closed the meeting."

start six-deaths-idle
for death in 1 2 3 4 5; do
    kill -KILL "$(face_pid)"
    check "a face after death $death" soon 2 faces_are $((death + 1))
done
kill -KILL "$(face_pid)"
ends 3
check "no meeting was open" complains "No meeting was open"

# A face that finds no display it may use says so itself; starting it again would not help. What has
# become of the meeting is said beside it.
start face-cannot
tells "exit 3"
ends 3
check "no restart" [ "$(grep -c '^face' "$dir/script.out")" -eq 1 ]
check "what was done is said" complains "nothing can be shown. No meeting was open. Totals are safe."

start face-cannot-go-on
meeting_opens
says "add 0001000"
tells "exit 3"
ends 3
check "the normal close came first" same_totals
check "what was done is said" complains "nothing can be shown. I closed the meeting. Its totals are saved."

# A face cannot close a meeting by ending as if somebody had left: that takes the PIN.
start face-pretends
meeting_opens
tells "exit 0"
check "another face comes" soon 2 faces_are 2
check "and the meeting is open" notes "meeting 1 .* unlocked 0"
meeting_closes
kill -TERM "$main_pid"
ends 0
check "the same totals as without" same_totals

start face-leaves
meeting_opens
says "add 0001000"
says "pin 123456"
tells "leave kiosk"
ends 0
check "leaving is the normal close" same_totals

# Among other windows somebody may close this one.
start window-closed --window
meeting_opens
says "add 0001000"
tells "exit 0"
ends 0
check "closing the window is the normal close" same_totals

start first
meeting_opens
"$kiosk" run --data "$data" --script-face "$dir/script" >"$dir/second" 2>&1
check "a second copy is refused" [ $? -eq 3 ]
check "in words" grep -q "another copy" "$dir/second"
meeting_closes
kill -TERM "$main_pid"
ends 0
check "the first was not disturbed" same_totals

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
