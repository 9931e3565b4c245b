#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what a group kept on its stick: the part that holds it is made whole again where its first block
# is destroyed, whatever the size of its blocks, and is left as it is where nothing of it can be known.
set -u
cd "$(dirname "$0")/../.." || exit
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally
PATH=$PATH:/usr/sbin:/sbin
if ! command -v mkfs.ext4 >/dev/null; then
    echo "skipped: no mkfs.ext4, which makes the kiosk's part of the stick"
    exit 0
fi
part=$place/part

# made BLOCK: a part as scripts/image/data makes it, with totals in it.
made()
{
    rm -f "$part"
    truncate -s 256M "$part"
    mkfs.ext4 -q -F -b "$1" -L KIOSK -m 0 -N 256 -E nodiscard,lazy_itable_init=0,lazy_journal_init=0 "$part"
    echo "what a group has kept" >"$place/totals"
    for step in "rmdir lost+found" "write $place/totals totals.db"; do
        debugfs -w -R "$step" "$part"
    done >"$place/said" 2>&1
}
destroyed() { dd if=/dev/zero of="$part" bs=1024 seek="$1" count="$2" conv=notrunc 2>"$place/said"; }
kept() { [ "$(debugfs -R "cat totals.db" "$part" 2>"$place/said")" = "what a group has kept" ]; }
# The names in it, but for those of the folder itself and of the one around it.
names() { debugfs -R "ls -p" "$part" 2>"$place/said" | cut -s -d / -f 6 | grep -v '^\.*$'; }
repair() { sh scripts/image/data repair "$part"; }

for block in 1024 2048 4096; do
    made $block
    holds "blocks of $block: a whole part is let be" repair
    destroyed 1 1
    equal "blocks of $block: without its first block it is no file system" "$(kept || echo none)" none
    holds "blocks of $block: the copy of its first block is taken" repair
    holds "blocks of $block: what was kept is there" kept
    equal "blocks of $block: nothing else is" "$(names)" totals.db
    holds "blocks of $block: the next start finds it whole" e2fsck -p "$part"
done
made 1024
destroyed 1 255000
sum=$(cksum <"$part")
equal "nothing is left of it: no file system is made of it" "$(repair >"$place/said" 2>&1 || echo refused)" refused
equal "and nothing is written" "$(cksum <"$part")" "$sum"
tally
