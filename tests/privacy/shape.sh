#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects against whoever watches the counting process from outside, its messages and its pauses: an
# Add has the same shape for all answers, some and none, Erase has none at all, and the answer to
# opening a meeting is held back to the same moment after it was asked for, whatever the draw took.
# Where nothing may be traced, only the counting itself and Erase are tested.
set -u
cd "$(dirname "$0")/../.." || exit 3
. tests/privacy/scripted
# What a message weighs (core/message.h); how long after the request the answer to OPEN goes out
# (keeper/process.c); how long after it the lock falls (keeper/keeper.h); the random bytes of a meeting
# (core/noise.h).
MESSAGE_BYTES=2560
POOL_BYTES=4096
OPEN_MS=150
UNLOCK_MS=130000

# The whole of what a turn says and hears lies between two waits of the keeper: each ppoll ends one.
# The bytes of a message stay out of the trace: what matters is that it came, and how long it was.
waits() { [ "$(tail -n 1 "$place/trace" | grep -c 'ppoll(')" -eq 1 ]; }
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

start "$place/data" --seed-noise 7
can_trace=
if trace_begin "$(keeper_pid)" -s 0 -o "$place/trace"; then
    can_trace=yes
else
    no_tracing
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
    echo "claimed: the answer to opening comes $OPEN_MS ms after the request; seen: $((${slept:-0} - ${alarm:-0} + UNLOCK_MS)) ms ($1)"
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
    echo "claimed: an Add looks the same for all, some and no answers; seen: $(sort "$place/all" \
        "$place/upper" "$place/some" "$place/none" | uniq -c | tr -s ' \n' ' ,')"
fi
says "pin 123456"
says close
check "the meeting is saved" answers "meeting 0 ended 1"
opens few
[ -z "$can_trace" ] || trace_end
stop

# The draws: what a meeting's noise comes to must not show in how often the system was asked for
# random numbers, or for how many.
if [ -n "$can_trace" ]; then
    start "$place/drawn"
    trace_begin "$(keeper_pid)" -s 0 -o "$place/trace"
    says "setpin 123456"
    : >"$place/asked"
    openings=0
    while [ $openings -lt 12 ]; do
        openings=$((openings + 1))
        calls "open many"
        grep '^getrandom' "$place/shape" | tr '\n' ',' >>"$place/asked"
        echo >>"$place/asked"
        says close
        says "pin 123456"
    done
    check "each opening asks once for $POOL_BYTES bytes: $(sort "$place/asked" | uniq -c | tr -s ' \n' ' ')" \
        [ "$(sort -u "$place/asked")" = "getrandom $POOL_BYTES," ]
    echo "claimed: every opening asks for random numbers alike; seen: $(sort "$place/asked" | uniq -c | tr -s ' \n' ' ')"
    trace_end
    stop
fi

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

verdict
