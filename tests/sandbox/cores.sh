#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the person whose turn a crash interrupts: no process leaves a core file, or any other, or a
# word, when it dies of SIGSEGV or SIGABRT or runs out of memory in the middle of a visit. The system's
# core_pattern stays as it is.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

# The sandbox stops a core file too, where the kernel writes it by name. Here each process has to do
# without, so that what it did at its start is what holds.
KIOSK_TEST=$(realpath "$KIOSK_TEST")
KIOSK=$tab/kiosk
printf '#!/bin/sh\nexec %s run --no-seccomp --landlock-abi 0 "$@"\n' "$KIOSK_TEST" >"$KIOSK"
chmod 755 "$KIOSK"
top=$PWD
place=$tab/place
mkdir "$place"
ulimit -c unlimited 2>/dev/null || ulimit -c "$(ulimit -H -c)"
echo "core_pattern: $(cat /proc/sys/kernel/core_pattern), limit: $(ulimit -c)"

everything() { find "$place" "$tab/data" | sort; }

# A core file where this system puts them, if that is anywhere to be seen.
cd "$place"
for signal in SEGV ABRT; do
    # shellcheck disable=SC2016 # its own process
    sh -c "ulimit -c; kill -$signal \$\$" >"$tab/plain" 2>&1 || true
done
if [ -n "$(find "$place" -type f)" ]; then
    rm -f "$place"/*
    sees_cores=1
else
    echo "a plain program leaves no core file in its folder here either"
    sees_cores=
fi
cd "$top"

start()
{
    rm -rf "$tab/data"
    cd "$place"
    start_kiosk "$tab/data"
    cd "$top"
    everything >"$tab/before"
}

# child ROLE: its pid, once it is there
child()
{
    soon 10 one_is "$1" || fail "there is no $1"
}
one_is()
{
    found=1
    for pid in $(cat "/proc/$kiosk_pid/task/$kiosk_pid/children"); do
        ! grep -q -a "role=$1" "/proc/$pid/cmdline" 2>/dev/null || { echo "$pid" && found=0; }
    done
    return $found
}

# gone PID
gone()
{
    tries=0
    while [ -d "/proc/$1" ] && ! grep -q "^State:.Z" "/proc/$1/status" 2>/dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || fail "$1 does not die"
        sleep 0.05
    done
}

# dies SIGNAL PID WHO
dies()
{
    kill -"$1" "$2"
    gone "$2"
    sleep 0.5
    everything >"$tab/after"
    cmp -s "$tab/before" "$tab/after" || fail "$3 left $(diff "$tab/before" "$tab/after")"
    held "$3 dies of SIG$1 and leaves no file"
}

ended()
{
    says_nothing
    wait "$kiosk_pid" || true
    kiosk_pid=
}

# starves PID: from now on it gets no more memory.
starves()
{
    size=$(awk '/^VmSize/ { print $2 * 1024 }' "/proc/$1/status")
    prlimit --pid "$1" --as="$((size / 2)):"
}
# No line of what the kiosk said has a word of the visit in it.
says_nothing()
{
    sed -n 's/^\(statement\|guidance\|brief\) *= *//p' assets/packs/integrity.pack >"$tab/words"
    sed -n 's/^msgstr "\(Not this time\|A little\|A good amount\|Most of the time\)"$/\1/p' \
        assets/text/en.po >>"$tab/words"
    [ "$(wc -l <"$tab/words")" -ge 18 ] || fail "the words to look for are not known"
    ! grep -F -f "$tab/words" "$tab/kiosk.log" || fail "the log tells of a visit"
    ! grep -E '(^|[^0-9])246810' "$tab/kiosk.log" || fail "the log tells the PIN"
}

start_display
start
play tests/sandbox/turn.session
everything >"$tab/before"
face=$(child face)
strace -f -e trace=mmap,brk -o "$tab/memory" -p "$face" 2>"$tab/strace" &
strace_pid=$!
tries=0
until grep -q attached "$tab/strace" || ! kill -0 $strace_pid 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || fail "no trace: $(cat "$tab/strace")"
    sleep 0.02
done
starves "$face"
for size in "1300 700" "1366 768" "1024 600" "1366 760" "800 600" "1366 768"; do
    # shellcheck disable=SC2086 # two numbers
    xdotool search --onlyvisible --name . windowsize $size 2>/dev/null || true
    xdotool key Tab key Right key Escape
    sleep 0.4
done
everything >"$tab/after"
cmp -s "$tab/before" "$tab/after" || fail "out of memory left $(diff "$tab/before" "$tab/after")"
says_nothing
if [ "$(child face)" = "$face" ]; then
    echo "the face lives without more memory"
    prlimit --pid "$face" --as=unlimited:
else
    echo "the face died of it, and another came"
fi
if kill "$strace_pid" 2>/dev/null; then
    wait "$strace_pid" 2>/dev/null || true
    refused=$(grep -c ENOMEM "$tab/memory" || true)
    [ "$refused" -gt 0 ] || fail "the face never asked for memory that it did not get"
    echo "it was refused memory $refused times"
fi
held "the face out of memory in a turn leaves no file and no word"
dies ABRT "$(child face)" "the face in a turn"
dies SEGV "$(child face)" "the face after it"
dies SEGV "$(child keeper)" "the keeper of the open meeting"
ended
start
dies ABRT "$(child keeper)" "the keeper"
ended
for signal in SEGV ABRT; do
    start
    dies $signal "$kiosk_pid" "main"
    ended
done
says_nothing
[ -z "$sees_cores" ] || held "a plain program of this user does leave a core file"
