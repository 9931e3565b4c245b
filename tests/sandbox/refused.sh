#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects against a process that was taken over: main, keeper and face each try what they must not be
# able to do, from inside their own sandbox. Each try is refused or deadly, also where the kernel's
# Landlock is old; and the same tries succeed where there is no sandbox.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display
tries=$tab/tries

# attempts NAME OPTION...: what each role says of its tries, in $tab/NAME.
attempts()
{
    name=$1
    shift
    rm -rf "$tries" "$tab/data"
    mkdir "$tries"
    touch "$tries/main" "$tries/keeper" "$tries/face"
    : >"$tab/$name"
    "$KIOSK_TEST" run --data "$tab/data" --attempts "$tries" "$@" 2>"$tab/$name" &
    kiosk_pid=$!
    waits=0
    # Each role's last try.
    until grep -q '^attempt main .* unlink ' "$tab/$name" &&
        [ "$(grep -c ' memfd_create ' "$tab/$name")" -eq 2 ]; do
        waits=$((waits + 1))
        kill -0 "$kiosk_pid" 2>/dev/null || fail "$name: the kiosk ended: $(cat "$tab/$name")"
        [ $waits -lt 100 ] || fail "$name: the tries did not end: $(cat "$tab/$name")"
        sleep 0.1
    done
    stop_kiosk
}

# rows NAME ROLE
rows() { grep -c "^attempt $2 " "$tab/$1" || true; }

# row NAME ROLE TRY: how it went.
row() { sed -n "s/^attempt $2 *$3   *\([A-Za-z]*\).*/\1/p" "$tab/$1"; }

nothing_done()
{
    for role in main keeper face; do
        [ "$(rows "$1" $role)" -ge 35 ] || fail "$1: $role tried only $(rows "$1" $role) things"
    done
    if grep ' DONE' "$tab/$1"; then
        fail "$1: that should not have worked"
    fi
}

attempts whole
sed 's/^attempt //' "$tab/whole" | sort -s -k 1,1
nothing_done whole
held "nothing works inside the sandbox"
[ "$(echo "$tries"/*)" = "$tries/face $tries/keeper $tries/main" ] || fail "a try left something: $(ls "$tries")"
held "no try left anything"
for try in "socket AF_INET" connect "execve .bin.true" "clone (fork)" "ptrace the parent" \
    process_vm_readv mount create "write the assets"; do
    [ "$(row whole face "$try")" = killed ] || fail "face: $try is not deadly"
done
held "the face dies of what no library does in good faith"

attempts none --no-seccomp --landlock-abi 0
for role in main keeper; do
    for try in "socket AF_INET" "execve .bin.true" "kill the parent" "write another folder" create; do
        [ "$(row none $role "$try")" = DONE ] || fail "without a sandbox, $role: $try fails too"
    done
done
for try in "socket AF_UNIX" "socket AF_INET" connect "clone (fork)" "read .etc.passwd" memfd_create; do
    [ "$(row none face "$try")" = DONE ] || fail "without a sandbox, face: $try fails too"
done
held "without a sandbox the same tries succeed"

newest=$(sed -n 's/^kernel main Landlock //p' "$tab/whole")
if [ "$newest" -eq 0 ]; then
    echo "this kernel has no Landlock: its steps are not tried here"
    exit 0
fi

# Debian 12's own kernel has the second step.
attempts step-2 --landlock-abi 2
nothing_done step-2
held "nothing works at Landlock's second step"

for step in $(seq "$newest"); do
    attempts "files-$step" --no-seccomp --landlock-abi $step
    for role in main keeper face; do
        for try in "execve .bin.true" "write another folder" create "write .tmp" "write the assets" \
            mkdir symlink link mknod rename unlink; do
            [ "$(row "files-$step" $role "$try")" = refused ] ||
                fail "Landlock $step alone, $role: $try is not refused"
        done
        [ $step -lt 3 ] || [ "$(row "files-$step" $role truncate)" = refused ] ||
            fail "Landlock $step alone, $role: truncate is not refused"
    done
    for role in keeper face; do
        for try in "read .etc.passwd" "list ."; do
            [ "$(row "files-$step" $role "$try")" = refused ] ||
                fail "Landlock $step alone, $role: $try is not refused"
        done
    done
    held "Landlock at step $step alone refuses every file elsewhere"
done
