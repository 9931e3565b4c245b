#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects an evening from what the one who starts the kiosk has left set: signals ignored, blocked or on
# their way, a timer, a mask of new files, limits. A whole meeting is held and saved under each of them;
# and what a terminal sends to its whole group ends the kiosk with the meeting saved.
set -u
cd "$(dirname "$0")/../.."
. tests/privacy/scripted

# begins COMMAND...: a kiosk in a folder of its own, started by this command.
begins()
{
    next_data
    START="$*"
    start "$data"
}
meets()
{
    says "setpin 123456"
    says "open many"
    check "$START: a meeting opens" answers "result 0 meeting 1"
    says "add 1111111"
}
ends()
{
    wait "$main_pid" 2>/dev/null
    ended=$?
    main_pid=
    check "$START: exit status $1, not $ended" [ "$ended" -eq "$1" ]
}
saved()
{
    check "$START: the meeting is saved" sh -c '"$1" inspect --data "$2" 2>&1 | grep -q "|1|4  not finished"' \
        sh "$kiosk" "$data"
}
# group SIGNAL: to every process of the kiosk, as a terminal does it.
group()
{
    # shellcheck disable=SC2046 # a list
    kill -"$1" "$main_pid" $(children)
}

another_face() { [ "$(grep -c '^face' "$place/script.out")" -eq 2 ] && [ "$(grep -c ^settings "$place/script.out")" -eq 2 ]; }

# A parent that looks after no child, and one that has blocked or ignored whatever it could.
for left in --ignore-signal=CHLD --block-signal --ignore-signal; do
    begins env $left
    meets
    for pid in $(children); do
        check "$START: no signal is held back from a process" grep -q '^SigBlk:.0*$' "/proc/$pid/status"
    done
    kill -KILL "$(sed -n 's/^face //p' "$place/script.out")"
    check "$START: a new face comes" soon another_face
    says "add 1111111"
    kill -TERM "$main_pid"
    ends 0
    saved
done

# A timer that somebody set for himself, and signals that wait since before.
waiting='sigprocmask(SIG_BLOCK,POSIX::SigSet->new(SIGALRM,SIGUSR1,SIGQUIT));kill($_,$$)for("ALRM","USR1","QUIT")'
for left in "-MTime::HiRes=ualarm -e ualarm(150000);exec@ARGV" "-MPOSIX -e $waiting;exec@ARGV"; do
    begins perl "$left"
    meets
    sleep 0.2
    says "add 1111111"
    check "$START: the kiosk is still there" answers added
    kill -TERM "$main_pid"
    ends 0
    saved
done

# A mask that would keep files from their own user.
printf '#!/bin/sh\numask 0777\nexec "$@"\n' >"$place/masked"
begins sh "$place/masked"
meets
kill -TERM "$main_pid"
ends 0
saved
modes=$(cd "$data" && stat -c %a . settings guard totals.db | tr '\n' ' ')
check "the folder and its files are their user's alone, and whole: $modes" [ "$modes" = "700 600 600 600 " ]

# Nothing open at all: no socket takes the place of an output, and nothing that is printed gets into it.
printf '#!/bin/sh\nexec "$@" <&- >&- 2>&-\n' >"$place/closed"
begins sh "$place/closed"
meets
# Of processes that nobody may look into, where this user may all the same.
for pid in $main_pid $(children); do
    for number in 0 1 2; do
        file=$(readlink "/proc/$pid/fd/$number") || continue
        check "$START: $number is open to nothing, not to $file" [ "$file" = /dev/null ]
    done
done
kill -KILL "$(sed -n 's/^face //p' "$place/script.out")"
check "$START: a new face comes" soon another_face
kill -TERM "$main_pid"
ends 0
saved

# What a terminal sends to all, and what else would stop or end a process that made no mistake.
for signal in QUIT INT HUP TERM PWR; do
    begins
    meets
    group $signal
    ends 0
    saved
done
begins
meets
for signal in TSTP TTIN TTOU PIPE USR1 USR2 ALRM VTALRM PROF IO XCPU XFSZ RTMIN; do
    group $signal
done
says "add 1111111"
check "none of these ends or stops anything" answers added
kill -TERM "$main_pid"
ends 0
saved

# Limits that a shell lowered for what it starts are taken back.
begins prlimit --fsize=4096: --nofile=12: --stack=200000: --data=1000000000: --cpu=1:
meets
kill -TERM "$main_pid"
ends 0
saved
# Those that cannot be are told, before anything is made.
for limit in fsize=4096 as=400000000 as=16000000 data=400000000 data=8000000 nofile=20 cpu=60; do
    DISPLAY=:none prlimit --$limit "$KIOSK" --data "$place/none" >"$place/err" 2>&1
    ended=$?
    check "$limit: status 3, not $ended" [ $ended -eq 3 ]
    name=$(echo "${limit%%=*}" | tr a-z A-Z)
    check "$limit: it is told: $(cat "$place/err")" grep -q "$name is ${limit#*=}, and the kiosk needs" "$place/err"
    case $limit in nofile*) continue ;; esac
    prlimit --$limit "$KIOSK" health --data "$place/none" >"$place/err" 2>&1
    check "$limit: health tells: $(cat "$place/err")" grep -q "Look at this. Limits: $name is" "$place/err"
    check "$limit: and that it does not start" grep -q "The kiosk does not start here." "$place/err"
done
check "no folder was made" [ ! -e "$place/none" ]
# A command needs less. It works, or it says which limit is too low for it.
check "as=40000000: totals are read" sh -c 'prlimit --as=40000000 "$1" inspect --data "$2" | grep -q "|1|4  not finished"' \
    sh "$KIOSK" "$data"
for limit in as=16000000 data=8000000; do
    for command in inspect "report --out $place/report"; do
        # shellcheck disable=SC2086 # a command and its options
        prlimit --$limit "$KIOSK" $command --data "$data" >"$place/err" 2>&1
        check "$limit: $command says it: $(cat "$place/err")" grep -q "is ${limit#*=}, and the kiosk needs" "$place/err"
    done
done
# One that comes while it runs is a full disk: said, and tried again when it is gone.
begins
meets
prlimit --pid "$(keeper_pid)" --fsize=0:
says "pin 123456"
says close
check "a save that was too large is told: $answer" answers "result 8 meeting 3"
prlimit --pid "$(keeper_pid)" --fsize=unlimited:
says close
check "and works afterwards: $answer" answers "result 0 meeting 0"
kill -TERM "$main_pid"
ends 0
saved
verdict
