#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a group's evening at the stick, and what the stick remembers of it: set up, two visits,
# closed, switched off at the machine's button, started again, a meeting cut by the power. No block
# of the stick but those of the kiosk's own part changes, nothing is in there but the kiosk's few
# files, and no byte of it holds the PIN.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick
. tests/vm/inside
KIOSK=${KIOSK:-$BUILD/kiosk}

# amnesia NAME: what is on the stick now, beside what it was at its first page.
amnesia()
{
    opened "$vm/stick.qcow2" "$1"
    cmp "$vm/before.raw.rest" "$vm/$1.raw.rest" || fail "$1: the stick itself was written to"
    tail -c +$(($(stat -c %s "$vm/$1.raw.rest") + $(stat -c %s "$vm/$1.raw.part") + 1)) "$vm/$1.raw" |
        tr -d '\0' | head -c 1 | wc -c | grep -qx 0 || fail "$1: something is behind the last part"
    for file in "$vm/$1.files"/* "$vm/$1.files"/.[!.]*; do
        case ${file##*/} in
        totals.db | guard | settings | machine | '*' | '.[!.]*') ;;
        *) fail "$1: a file ${file##*/}" ;;
        esac
    done
    ! grep -aq 246810 "$vm/$1.raw.part" || fail "$1: the PIN is on the stick"
    held "$1: nothing of the stick but its own part changed; in that are \
$(echo "$vm/$1.files"/* | sed "s|$vm/$1.files/||g"), $(cmp -l "$vm/before.raw.part" "$vm/$1.raw.part" |
        awk '!seen[int(($1 - 1) / 1024)]++' | wc -l) KiB of it are other than before"
    rm "$vm/$1.raw" "$vm/$1.raw.rest" "$vm/$1.fs"
}

off_at()
{
    held "$actions presses, then $1"
    amnesia "$1-$actions"
    "$KIOSK" inspect --data "$vm/$1-$actions.files" >"$vm/inspect" || fail "its file cannot be read"
    grep -qE '^block 1\|[0-9a-f]*\|2026-11\|1\|4' "$vm/inspect" || fail "not one meeting: $(cat "$vm/inspect")"
    [ "$(grep -c '^tally 1|' "$vm/inspect")" = "$(grep -c '^\[question ' assets/packs/integrity.pack)" ] ||
        fail "not every question: $(cat "$vm/inspect")"
    held "the closed meeting is in the file"
}

first_stick "$vm/stick.qcow2"
opened "$vm/stick.qcow2" before
qemu-img convert -O raw "$image" "$vm/image.raw"
size=$(stat -c %s "$vm/image.raw")
# But for its line in the table, behind byte 478.
[ "$(cmp -l "$vm/image.raw" "$vm/before.raw.rest" 2>/dev/null | awk '$1 < 479 || $1 > 494' | wc -l)" = 0 ] ||
    fail "the first start changed more of the stick than its table"
[ "$(tail -c +$((size + 1)) "$vm/before.raw.rest" | tr -d '\0' | wc -c)" = 0 ] ||
    fail "the first start wrote behind the image"
held "the first start wrote one line of the stick's table, and its own part"

hands_of tests/e2e/evening.session tests/vm/second-start.session
sed '/^stop-and-start/,$d' "$vm/hands" >"$vm/first-hands"
sed -n '/^stop-and-start/,$p' "$vm/hands" >"$vm/second-hands"
power "$vm/stick.qcow2" qcow2 -loadvm first
play_hands "$vm/first-hands"
held "an evening of $actions presses"
rtc=2026-11-03T19:00:00 # as it was set, some hours later
play_hands "$vm/second-hands"
held "the second start shows the totals, the third tells of the cut"
cut_power
echo "$passed passed, 0 failed"
