#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects against a process that was taken over: main, keeper, face, voice, porter and who runs its errands
# each try what they must not be able to do, from inside their own sandbox. Each try is refused or deadly, also where the kernel's
# Landlock is old; and the same tries succeed where there is no sandbox.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display
tries=$tab/tries
ROLES="checker courier face keeper main porter setter voice"

# Somebody else's process, of the same user.
new_bystander()
{
    sleep 600 &
    bystander=$!
    # Until it is what it will be: asleep, and no longer a copy of this shell.
    until [ "$(awk '{ print $2, $3 }' /proc/$bystander/stat)" = "(sleep) S" ]; do
        sleep 0.05
    done
    others="$others $bystander"
    echo "$bystander" >"$tries/bystander"
}
# State and limits of it: what a try could have changed.
of_the_bystander()
{
    ! [ -d "/proc/$bystander" ] || cat "/proc/$bystander/limits"
    awk '{ print $3, $18, $19 }' "/proc/$bystander/stat" 2>/dev/null || echo gone
}

# attempts NAME OPTION...: what each role says of its tries, in $tab/NAME.
attempts()
{
    name=$1
    shift
    rm -rf "$tries" "$tab/data"
    mkdir "$tries"
    for role in $ROLES; do
        touch "$tries/$role"
    done
    new_bystander
    of_the_bystander >"$tab/bystander"
    : >"$tab/$name"
    "$KIOSK_TEST" run --data "$tab/data" --attempts "$tries" "$@" 2>"$tab/$name" &
    kiosk_pid=$!
    waits=0
    # Each role's last try.
    until [ "$(grep -c '^attempt [a-z]* .* unlink ' "$tab/$name")" -eq 8 ]; do
        waits=$((waits + 1))
        kill -0 "$kiosk_pid" 2>/dev/null || fail "$name: the kiosk ended: $(cat "$tab/$name")"
        [ $waits -lt 200 ] || fail "$name: the tries did not end: $(cat "$tab/$name")"
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
    for role in $ROLES; do
        [ "$(rows "$1" $role)" -ge 55 ] || fail "$1: $role tried only $(rows "$1" $role) things"
    done
    if grep ' DONE' "$tab/$1"; then
        fail "$1: that should not have worked"
    fi
}

attempts whole
newest=$(sed -n 's/^kernel main Landlock //p' "$tab/whole")
# What an older kernel leaves is main's alone: it can end programs of the same user that it did not
# start (kiosk/PRIVACY.md).
leaves() { sed -i '/^attempt main *end it /d' "$tab/$1"; }
[ "$newest" -ge 6 ] || leaves whole
sed 's/^attempt //' "$tab/whole" | sort -s -k 1,1
nothing_done whole
held "nothing works inside the sandbox"
[ "$(cd "$tries" && echo *)" = "bystander $ROLES" ] || fail "a try left something: $(ls "$tries")"
held "no try left anything"
if [ "$newest" -ge 6 ]; then
    of_the_bystander | cmp -s - "$tab/bystander" || fail "a bystander was changed: $(of_the_bystander)"
    held "another process of the same user was not touched"
fi
for try in "socket AF_INET" connect "execve .bin.true" "clone (fork)" "ptrace the parent" \
    process_vm_readv mount create "limit it" "send to another" "share memory with everybody" "write the assets"; do
    [ "$(row whole face "$try")" = killed ] || fail "face: $try is not deadly"
done
held "the face dies of what no library does in good faith"

attempts none --no-seccomp --landlock-abi 0
for role in main keeper porter checker courier setter; do
    for try in "socket AF_INET" "execve .bin.true" "kill the parent" "write another folder" create \
        "share memory with everybody" "watch a folder" "set a date"; do
        [ "$(row none $role "$try")" = DONE ] || fail "without a sandbox, $role: $try fails too"
    done
done
for try in "socket AF_UNIX" "socket AF_INET" connect "clone (fork)" "read .etc.passwd" memfd_create; do
    [ "$(row none face "$try")" = DONE ] || fail "without a sandbox, face: $try fails too"
done
[ "$(of_the_bystander)" = gone ] || fail "without a sandbox nobody could end the bystander"
held "without a sandbox the same tries succeed"

if [ "$newest" -eq 0 ]; then
    echo "this kernel has no Landlock: its steps are not tried here"
    exit 0
fi

# Debian 12's own kernel has the second step.
attempts step-2 --landlock-abi 2
[ "$(row step-2 main "end it")" = DONE ] || fail "kiosk/PRIVACY.md says that main could end others there"
leaves step-2
nothing_done step-2
held "nothing else works at Landlock's second step"

for step in $(seq "$newest"); do
    attempts "files-$step" --no-seccomp --landlock-abi $step
    for role in $ROLES; do
        for try in "execve .bin.true" "write another folder" create "write .tmp" "write the assets" \
            mkdir symlink link mknod rename unlink; do
            [ "$(row "files-$step" $role "$try")" = refused ] ||
                fail "Landlock $step alone, $role: $try is not refused"
        done
        [ $step -lt 3 ] || [ "$(row "files-$step" $role truncate)" = refused ] ||
            fail "Landlock $step alone, $role: truncate is not refused"
    done
    for role in $(echo "$ROLES" | sed 's/ main//'); do
        for try in "read .etc.passwd" "list ."; do
            [ "$(row "files-$step" $role "$try")" = refused ] ||
                fail "Landlock $step alone, $role: $try is not refused"
        done
    done
    held "Landlock at step $step alone refuses every file elsewhere"
done
