#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the meeting from six digits on a machine with little memory: in a group of 60 MB, which has
# no room for a PIN's check, the system ends the check and nothing else; no try is lost, people are
# still counted, and with memory again the meeting is saved. Takes root and a memory group.
set -u
cd "$(dirname "$0")/../.." || exit 3
. tests/privacy/scripted

# The number of a result, as core/status.h has it.
NO_MEMORY=$(awk '/^    STATUS_/ { sub(/,.*/, "", $1); if ($1 == "STATUS_NO_MEMORY") { print n + 0; exit } n++ }' \
    kiosk/core/status.h)
LIMIT=60000000
group=
clean_first()
{
    [ -z "$group" ] || rmdir "$group" 2>/dev/null
}

# A group with that limit, of either version.
make_group()
{
    if [ -f /sys/fs/cgroup/memory/memory.limit_in_bytes ]; then
        group=/sys/fs/cgroup/memory/kiosk-test-$$
        limit=memory.limit_in_bytes
    else
        echo +memory >/sys/fs/cgroup/cgroup.subtree_control || return 1
        group=/sys/fs/cgroup/kiosk-test-$$
        limit=memory.max
    fi
    mkdir "$group" || return 1
    echo $LIMIT >"$group/$limit" || return 1
    # Where pages can go to a disk, they would.
    [ ! -f "$group/memory.swap.max" ] || echo 0 >"$group/memory.swap.max"
    [ ! -f "$group/memory.memsw.limit_in_bytes" ] || echo $LIMIT >"$group/memory.memsw.limit_in_bytes"
}
if ! make_group 2>/dev/null; then
    echo "skipped: no memory group can be made here, so no PIN was checked without memory"
    exit 0
fi

start "$place/small"
says "setpin 123456"
says "open many"
check "a meeting opens: $answer" answers "result 0 meeting 1"
says "add 1111111"
says "lock"
keeper=$(keeper_pid)
for pid in $main_pid $(children); do
    echo "$pid" >"$group/cgroup.procs"
done
for try in 1 2 3 4 5 6; do
    says "pin 123456"
    check "try $try finds no memory: $answer" answers "result $NO_MEMORY"
done
check "the keeper is the same" [ "$(keeper_pid)" = "$keeper" ]
says "add 2222222"
check "people are still counted: $answer" answers added
# Out of the group again.
for pid in $main_pid $(children); do
    echo "$pid" >"$(dirname "$group")/cgroup.procs"
done
says "pin 123456"
check "with memory the PIN is right, and no try was lost: $answer" answers "unlocked 1"
says close
check "the meeting is saved: $answer" answers "meeting 0 ended 1"
stop
check "there is a file" [ -s "$place/small/totals.db" ]
verdict
