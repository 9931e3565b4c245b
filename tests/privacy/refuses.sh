#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects against counting where the promise would not hold: in the real counting process, with the
# system's own answers made to fail, no random numbers or no locked memory opens no meeting; a disk
# that is full or read-only keeps the meeting and its numbers, and the next try writes the very file that
# an undisturbed close writes, as does a close without another byte of memory. Where nothing may be
# traced it is skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
. tests/privacy/scripted

# The number of a result, as core/status.h has it.
value()
{
    awk -v name="$1" -v prefix="${1%%_*}_" 'index($1, prefix) == 1 {
        sub(/,.*/, "", $1)
        if ($1 == name) { print n + 0; exit }
        n++
    }' "kiosk/core/$2.h"
}
NO_SPACE=$(value STATUS_NO_SPACE status)
READ_ONLY=$(value STATUS_READ_ONLY status)
NO_LOCK=$(value STATUS_NO_LOCK status)
NO_RANDOM=$(value STATUS_NO_RANDOM status)
IO=$(value STATUS_IO status)
UNSAVED=$(value MEETING_UNSAVED message)

# fails WHAT: from now on the counting process is answered so, and who checks its PINs, until it is
# healed.
fails() { trace_begin "$(keeper_pid) $(child porter)" -f -o /dev/null -e "inject=$1"; }
heals() { trace_end; }

start "$place/try"
if ! fails getrandom:error=EIO; then
    no_tracing
    stop
    verdict
    exit
fi
# The hash of a PIN takes a random salt, by a library that ends the process when it gets none.
says "setpin 123456"
check "without random numbers no PIN is set: $answer" answers "result $NO_RANDOM"
check "and no settings are written" [ ! -e "$place/try/settings" ]
heals
says "setpin 123456"
check "with them it is: $answer" answers "result 0"
fails getrandom:error=EIO
says "setpin 654321"
check "nor is another one later: $answer" answers "result $NO_RANDOM"
says "open many"
check "without random numbers no meeting opens: $answer" answers "result $NO_RANDOM meeting 0"
heals
says "open many"
check "with them it does: $answer" answers "result 0 meeting 1"
says close
stop
echo "claimed: getrandom failing refuses the meeting; seen: result $NO_RANDOM (no random numbers)"

# From the very start: what cannot be locked then is not locked later.
START="strace -D -f -o /dev/null -e inject=mlock,mlock2,mlockall:error=ENOMEM"
start "$place/unlocked"
START=
says "setpin 123456"
says "open many"
check "without locked memory nothing is counted: $answer" answers "result $NO_LOCK meeting 0"
says "open few"
check "reflecting goes on: $answer" answers "result 0 meeting 1"
stop
check "and there is no file" [ ! -e "$place/unlocked/totals.db" ]
echo "claimed: mlock failing refuses counting; seen: result $NO_LOCK (no locked memory)"

# Two people, over noise that is always the same.
meets()
{
    start "$place/$1" --seed-noise 7
    says "setpin 123456"
    says "open many"
    says "add 1212121"
    says "add 0102220"
}
ended() { answers "meeting 0 ended 1"; }
meets plain
says close
check "an undisturbed close" ended
stop

# disturbed NAME FAULT RESULT: three closes fail, the fourth writes the same bytes.
disturbed()
{
    meets "$1"
    fails "$2"
    for try in 1 2 3; do
        says close
        check "$1, try $try: $answer" answers "result $3 meeting $UNSAVED"
    done
    heals
    says "add 1111111"
    check "$1: nobody is added meanwhile: $answer" answers refused
    says close
    check "$1: in the end it is saved: $answer" ended
    stop
    check "$1: with the same bytes" cmp "$place/plain/totals.db" "$place/$1/totals.db"
    check "$1: nothing else is left" [ -z "$(find "$place/$1" -name '*.new*')" ]
}
disturbed full write,pwrite64:error=ENOSPC "$NO_SPACE"
disturbed read-only rename,renameat,renameat2:error=EROFS "$READ_ONLY"
disturbed not-synced fsync,fdatasync:error=EIO "$IO"

# The last try is the one at the end of everything: what is said of it is so.
last_word()
{
    kill -TERM "$main_pid"
    wait "$main_pid" 2>/dev/null
    ended=$?
    main_pid=
    check "$1: the console says \"$2\" and not: $(cat "$place/err")" grep -q "$2" "$place/err"
    check "$1: with status 3 and not $ended" [ $ended -eq 3 ]
}
meets in-doubt
fails fsync:error=EIO:when=4+ # the new file has its name by then
last_word "a disk that does not say whether it has it" "may or may not be saved"
wait "$strace_pid" 2>/dev/null
strace_pid=
check "there it was saved" cmp "$place/plain/totals.db" "$place/in-doubt/totals.db"
meets removed
says close
says "open many"
rm -r "$place/removed"
last_word "a folder that is gone" "do not find the earlier totals"

# From here on it gets no more memory: what a close needs it has.
meets starved
prlimit --pid "$(keeper_pid)" --as=1000000:
says "add 0000000"
check "without more memory a visit is added: $answer" answers added
says close
check "and the meeting is saved: $answer" ended
stop
check "with the same bytes, without memory" cmp "$place/plain/totals.db" "$place/starved/totals.db"
echo "claimed: a retry writes identical numbers; seen: $(sha256sum "$place"/*/totals.db | cut -c 1-64 |
    sort | uniq -c | awk '{ print $1 }' | sort -n | tail -n 1) of 6 files with one digest"
verdict
