#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects against whoever watches the counting process from outside, its messages and its pauses: an
# Add has the same shape for all answers, some and none, Erase has none at all, and the answer to
# opening a meeting is held back to the same moment after it was asked for, whatever the draw took.
# Where nothing may be traced, only the counting itself and Erase are tested.
set -u
kiosk=${KIOSK_TEST:-build/kiosk-test}
place=$(mktemp -d)
passed=0
failed=0
main_pid=
strace_pid=
# What a message weighs (core/message.h); how long after the request the answer to OPEN goes out
# (keeper/process.c); how long after it the lock falls (keeper/keeper.h).
MESSAGE_BYTES=2560
OPEN_MS=150
UNLOCK_MS=130000

clean_up()
{
    status=$?
    trap - EXIT
    [ -z "$main_pid" ] || kill -KILL "$main_pid" 2>/dev/null
    [ -z "$strace_pid" ] || kill "$strace_pid" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$place"
    exit $status
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

check()
{
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL: $what"
    fi
}

soon()
{
    tries=500
    until "$@"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || return 1
        sleep 0.02
    done
}

has_lines() { [ "$(wc -l <"$place/script.out")" -ge "$1" ]; }
is_ready() { grep -q '^settings' "$place/script.out" 2>/dev/null; }
says()
{
    lines=$(wc -l <"$place/script.out")
    echo "$1" 1<>"$place/script"
    soon has_lines $((lines + 1)) || check "an answer to $1" false
    answer=$(tail -n 1 "$place/script.out")
}
answers() { case $answer in *"$1"*) true ;; *) false ;; esac; }

keeper_pid()
{
    # shellcheck disable=SC2013 # they stand on one line
    for child in $(cat "/proc/$main_pid/task/$main_pid/children"); do
        grep -q -a role=keeper "/proc/$child/cmdline" && echo "$child"
    done
}

# The whole of what a turn says and hears lies between two waits of the keeper: each ppoll ends one.
# The bytes of a message stay out of the trace: what matters is that it came, and how long it was.
is_traced() { grep -q 'attached$' "$place/strace.err" 2>/dev/null; }
waits() { [ "$(tail -n 1 "$place/trace" | grep -c 'ppoll(')" -eq 1 ]; }
begin_trace()
{
    strace -f -s 0 -o "$place/trace" -p "$(keeper_pid)" 2>"$place/strace.err" &
    strace_pid=$!
    soon is_traced
}
# calls COMMAND: says it; leaves in $place/calls what the keeper called from hearing it to waiting
# again, in $place/shape the names and results of those.
calls()
{
    soon waits
    first=$(wc -l <"$place/trace")
    says "$1"
    soon waits
    tail -n "+$((first + 1))" "$place/trace" | sed 's/^[0-9]* *//' |
        sed -n '/^recvmsg(/,/^ppoll(/p' >"$place/calls"
    sed -E 's/^([a-z0-9_]+)\(.* = (-?[0-9]+).*$/\1 \2/; s/^ppoll\(.*/ppoll/' "$place/calls" |
        sed -E '/^(<\.\.\.|ppoll)/d' >"$place/shape"
}
begins() { case $1 in "$2"*) true ;; *) false ;; esac; }
count() { grep -c "$1" "$place/$2" || true; }

# ms_of CALL FIELD: the only such time in the calls, in ms.
ms_of()
{
    sed -nE "s/^$1\(.*$2=?\{tv_sec=([0-9]+), tv_nsec=([0-9]+)\}.*/\1 \2/p" "$place/calls" |
        awk '{ printf "%d\n", $1 * 1000 + $2 / 1000000 }'
}

mkfifo "$place/script"
"$kiosk" run --data "$place/data" --seed-noise 7 --script-face "$place/script" 2>"$place/err" &
main_pid=$!
check "the face starts" soon is_ready
can_trace=
if command -v strace >/dev/null && begin_trace; then
    can_trace=yes
else
    echo "no tracing here: $(tail -n 1 "$place/strace.err" 2>/dev/null)"
    calls() { says "$1"; }
fi

# The reading of the clock is no system call. Yet the same reading moves the lock, whose alarm is
# set right after the answer: so the two times tell how far apart they were meant to be.
opens()
{
    calls "open $1"
    check "a meeting opens ($1)" answers "result 0 meeting 1"
    [ -n "$can_trace" ] || return 0
    order=$(sed -nE 's/^(recvmsg|clock_nanosleep|sendmsg) .*/\1/p' "$place/shape" | tr '\n' ' ')
    check "$1: heard, slept, said, not: $order" begins "$order" "recvmsg clock_nanosleep sendmsg "
    check "$1: the sleep is until a time, not for one" \
        grep -q '^clock_nanosleep(CLOCK_BOOTTIME, TIMER_ABSTIME, .* = 0$' "$place/calls"
    slept=$(ms_of clock_nanosleep 'ABSTIME, ')
    alarm=$(ms_of timerfd_settime 'it_value')
    check "$1: it sleeps" [ -n "$slept" ]
    check "$1: the alarm moves" [ -n "$alarm" ]
    check "$1: the answer is due $OPEN_MS ms after the request: $slept of $alarm" \
        [ $((${slept:-0} - OPEN_MS)) -eq $((${alarm:-0} - UNLOCK_MS)) ]
}

adds()
{
    calls "add $1"
    check "a visit is added ($2)" answers added
    [ -n "$can_trace" ] || return 0
    cp "$place/shape" "$place/$2"
    check "$2: one message of $MESSAGE_BYTES bytes comes" \
        [ "$(count '^recvmsg ' shape) $(count "^recvmsg $MESSAGE_BYTES\$" shape)" = "1 1" ]
    check "$2: one message of $MESSAGE_BYTES bytes goes" \
        [ "$(count '^sendmsg ' shape) $(count "^sendmsg $MESSAGE_BYTES\$" shape)" = "1 1" ]
    check "$2: nothing else is called: $(tr '\n' ',' <"$place/shape")" \
        [ "$(wc -l <"$place/shape")" -eq 2 ]
}

says "setpin 123456"
opens many
says lock # what is mounted meanwhile concerns nobody then, and is not called about
adds 1212121 all
adds 2222222 upper
adds 0102000 some
adds 0000000 none
if [ -n "$can_trace" ]; then
    for other in upper some none; do
        check "$other looks as all does" cmp -s "$place/all" "$place/$other"
    done
fi
says "pin 123456"
says close
check "the meeting is saved" answers "meeting 0 ended 1"
opens few
[ -z "$can_trace" ] || kill "$strace_pid"
kill -TERM "$main_pid"
wait "$main_pid" 2>/dev/null
main_pid=

# Erase is the screens' own: a whole kiosk in one process counts what they send, by its kind.
for answers in 4321432 34u-s21 -------; do
    cat >"$place/erase.session" <<END
evening many
visit $answers finish
mark erase
tap finish.erase
screen closing
sent add 0
sent open 0
sent close 0
sent unlock 0
sent set-pin 0
END
    check "no message for Erase ($answers)" "$kiosk" replay "$place/erase.session" >"$place/story"
done

[ "$failed" -eq 0 ] || sed 's/^/    stderr: /' "$place/err"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
