#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a visit from other programs of the same user: no process of the kiosk can be traced, read
# or looked into, and none can ever write a core file.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

# Root may look into everything, so the kiosk has to be somebody else's.
as_user=
if [ "$(id -u)" -eq 0 ]; then
    as_user="setpriv --reuid=nobody --regid=nogroup --clear-groups"
    chmod 755 "$tab"
    mkdir -m 700 "$tab/theirs"
    chown nobody "$tab/theirs"
    if ! $as_user test -x "$KIOSK"; then
        echo "not tried: run as root, and \"nobody\" cannot reach $KIOSK"
        held "nothing could be tried"
        exit 0
    fi
else
    mkdir "$tab/theirs"
fi
start_display
printf '#!/bin/sh\nexec %s %s "$@"\n' "$as_user" "$KIOSK" >"$tab/kiosk"
chmod 755 "$tab/kiosk"
KIOSK=$tab/kiosk
start_kiosk "$tab/theirs/data"

processes="$kiosk_pid $(cat "/proc/$kiosk_pid/task/$kiosk_pid/children")"
# shellcheck disable=SC2086 # a list
set -- $processes
[ $# -eq 4 ] || fail "main, keeper, porter and face are four, not $#: $*"

# One file at a time, and what is in a folder; through the shell of that user.
readable()
{
    for name in mem maps environ auxv stack syscall fd fdinfo map_files exe cwd root; do
        # shellcheck disable=SC2016 # for the other shell
        if $as_user sh -c '
            case $2 in
            exe | cwd | root) readlink "/proc/$1/$2" ;;
            fd | fdinfo | map_files) ls "/proc/$1/$2/" ;;
            *) head -c 1 "/proc/$1/$2" ;;
            esac' sh "$1" $name >/dev/null 2>&1; then
            echo $name
        fi
    done
}

# Attaches and lets go; fails where it may not attach.
traceable()
{
    : >"$tab/strace"
    $as_user strace -o /dev/null -p "$1" 2>>"$tab/strace" &
    tracer=$!
    soon 20 tracer_knows || fail "strace does not say: $(cat "$tab/strace")"
    kill $tracer 2>/dev/null || true
    wait $tracer || true
    grep -q attached "$tab/strace"
}
tracer_knows() { grep -qE 'attached|not permitted' "$tab/strace" || ! kill -0 $tracer 2>/dev/null; }

# The same looks at a program that does not mind: they have to see something.
$as_user sleep 60 &
plain=$!
is_sleep() { [ "$(cat /proc/$plain/comm)" = sleep ]; }
soon 20 is_sleep || fail "no plain program"
case $(readable $plain) in
*maps*environ*fd*) ;;
*) kill $plain; fail "a plain program cannot be read either: $(readable $plain)" ;;
esac
traceable $plain || { kill $plain; fail "a plain program cannot be traced either: $(cat "$tab/strace")"; }
kill $plain
held "a plain program of the same user can be read and traced"

for pid; do
    role=$(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c 1-40)
    seen=$(readable "$pid")
    [ -z "$seen" ] || fail "$role: the same user can read $(echo $seen)"
    ! traceable "$pid" || fail "$role: the same user can trace it"
    grep -q '^Max core file size  *0  *0 ' "/proc/$pid/limits" || fail "$role: core files are not off"
    grep -q '^NoNewPrivs:.1$' "/proc/$pid/status" || fail "$role: it could gain privileges"
    grep -q '^Seccomp:.2$' "/proc/$pid/status" || fail "$role: it has no filter"
    [ "$(sed -n 's/^Threads:.//p' "/proc/$pid/status")" -eq 1 ] || fail "$role: it has threads"
    held "$role cannot be read, traced or dumped"
done

# The picture lies in memory that the display shares; a window of another size has other memory.
one_closed()
{
    awk -v pids=" $processes " 'NR > 1 && index(pids, " " $5 " ") {
        print $2, $3
        if ($3 !~ /600$/)
            open = 1
        count++
    }
    END { exit open || count != 1 }' /proc/sysvipc/shm >"$tab/shared"
}
hidden()
{
    one_closed ||
        fail "another user can see the picture: $(cat "$tab/shared")"
}
hidden
cp "$tab/shared" "$tab/shared.before"
xdotool search --onlyvisible --name . windowsize 1200 700
# While it changes there may be none, or both.
other_memory() { one_closed && ! cmp -s "$tab/shared" "$tab/shared.before"; }
soon 20 other_memory || fail "another size brought no other memory: $(cat "$tab/shared")"
hidden
[ "$(cat "/proc/$kiosk_pid/task/$kiosk_pid/children")" = "${processes#* }" ] || fail "a process died"
held "no other user can see the picture in shared memory, at another size neither"

# What the display tells everybody.
window=$(xdotool search --onlyvisible --name . | head -n 1)
[ "$(xdotool getwindowname "$window")" = Reflection ] || fail "the title tells something"
held "the window's title says nothing"
stop_kiosk
