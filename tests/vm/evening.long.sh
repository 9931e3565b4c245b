#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a group's evening at the stick, and what the stick remembers of it: set up, two visits,
# closed, switched off at the machine's button, started again, a meeting cut by the power. No block
# of the stick but those of the kiosk's own part changes, nothing is in there but the kiosk's few
# files, and no byte of it holds the PIN. Then CUTS (10) power cuts at moments of an evening: the
# meeting that was closed before is in the file each time.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick
KIOSK=${KIOSK:-$BUILD/kiosk}
CUTS=${CUTS:-10}

# part RAW: the kiosk's own part of it, into FILE.part; what is before it into FILE.rest.
part()
{
    set -- "$1" $(od -An -v -t u4 -j 486 -N 8 "$1")
    [ "${3:-0}" -gt 0 ] || fail "the stick has no part for the kiosk"
    tail -c +$(($2 * 512 + 1)) "$1" | head -c $(($3 * 512)) >"$1.part"
    head -c $(($2 * 512)) "$1" >"$1.rest"
}
# opened QCOW2 NAME: NAME.raw, its parts, and after the journal was replayed its files in NAME.files.
opened()
{
    qemu-img convert -O raw "$1" "$vm/$2.raw"
    part "$vm/$2.raw"
    cp "$vm/$2.raw.part" "$vm/$2.fs"
    checked=0
    e2fsck -p "$vm/$2.fs" >"$vm/$2.fsck" 2>&1 || checked=$?
    [ $checked -lt 4 ] || fail "the kiosk's part is damaged: $(cat "$vm/$2.fsck")"
    e2fsck -fn "$vm/$2.fs" >"$vm/$2.fsck" 2>&1 || fail "its journal does not put it right: $(cat "$vm/$2.fsck")"
    rm -rf "$vm/$2.files"
    mkdir "$vm/$2.files"
    debugfs -R "rdump / $vm/$2.files" "$vm/$2.fs" 2>/dev/null
}

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
remember closed
cp "$vm/stick.qcow2" "$vm/closed.qcow2"
play_hands "$vm/second-hands"
held "the second start shows the totals, the third tells of the cut"
cut_power

# From the closed meeting on another one, cut at any moment of it.
off_at() { :; }
saw_after() { [ "$1" != meeting.yes ] || echo 1 >"$vm/saved"; }
hands_of tests/e2e/evening.session tests/vm/cut.session
tail -n +$(($(wc -l <"$vm/first-hands"))) "$vm/hands" >"$vm/cut-hands"
cuts=0
after=0
while [ $cuts -lt "$CUTS" ]; do
    cuts=$((cuts + 1))
    cp "$vm/closed.qcow2" "$vm/stick.qcow2"
    rm -f "$vm/saved"
    power "$vm/stick.qcow2" qcow2 -loadvm closed
    (
        failing=1 # the machine goes in the middle of it
        play_hands "$vm/cut-hands"
    ) >/dev/null 2>&1 &
    player=$!
    sleep "$(awk -v seed=$cuts -v most="${CUT_SECONDS:-100}" 'BEGIN { srand(seed); print 1 + most * rand() }')"
    cut_power
    wait $player || true
    opened "$vm/stick.qcow2" cut
    "$KIOSK" inspect --data "$vm/cut.files" >"$vm/inspect" || fail "cut $cuts: its file cannot be read"
    least=1
    [ ! -e "$vm/saved" ] || least=2
    after=$((after + least - 1))
    grep -qE "^block 1\\|[0-9a-f]*\\|2026-11\\|[$least-2]\\|4" "$vm/inspect" || fail "cut $cuts: $least closed, not \
in $(cat "$vm/inspect")"
done
held "$cuts power cuts, $after of them after a second close: each closed meeting is in the file"
echo "$passed passed, 0 failed"
