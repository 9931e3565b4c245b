#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what people bring: on drives with FAT, exFAT and NTFS a report is saved whole, a second one of
# that name takes the place of none, also where the name is there in other letters, and a data folder
# there keeps its totals. The file systems are those below FUSE; tests/vm has the kernel's.
set -eu
cd "$(dirname "$0")/../.."
. tests/machine/checks

loop=
finish()
{
    umount "$tab/root/STICK" 2>/dev/null || true
    [ -z "$loop" ] || losetup -d "$loop" 2>/dev/null || true
    rm -rf --one-file-system "$tab"
}
trap finish EXIT
trap 'exit 1' INT TERM HUP

if [ "$(id -u)" -ne 0 ] || [ ! -w /dev/fuse ]; then
    echo "skipped: ${0##*/}, for want of a user that may mount"
    exit 0
fi
"${CC:-gcc}" -std=c11 -D_GNU_SOURCE -O1 -w -Ikiosk -I"$BUILD/gen" -o "$tab/files" \
    tests/machine/file-systems.c "$BUILD/lib/libplatform-test.a" "$BUILD/lib/libcore-test.a" -lsodium ||
    fail "the helper does not compile"
stick=$tab/root/STICK
mkdir -p "$stick"

blank()
{
    truncate -s 0 "$tab/image"
    truncate -s 48M "$tab/image"
    case $1 in
    ntfs*) mkfs.ntfs -F -Q "$tab/image" ;;
    exfat) mkfs.exfat "$tab/image" ;;
    fat) mkfs.vfat -F 32 "$tab/image" ;;
    esac >"$tab/log" 2>&1
}
put_in()
{
    case $1 in
    ntfs) ntfs-3g "$tab/image" "$stick" ;;
    ntfs-folding) lowntfs-3g -o ignore_case "$tab/image" "$stick" ;;
    exfat)
        loop=$(losetup -f --show "$tab/image")
        mount.exfat-fuse "$loop" "$stick"
        ;;
    fat) fusefat -o rw+ "$tab/image" "$stick" ;;
    esac >"$tab/log" 2>&1 && mountpoint -q "$stick"
}
pull_out()
{
    umount "$stick" || fail "$1 does not let go: $(cat "$tab/log")"
    [ -z "$loop" ] || losetup -d "$loop"
    loop=
}
holds() { [ "$(cat "$stick/$1")" = "$2" ]; }

tried=0
for kind in ntfs ntfs-folding exfat fat; do
    if ! blank $kind || ! put_in $kind; then
        echo "skipped: $kind below FUSE cannot be mounted here: $(tail -n 1 "$tab/log")"
        [ -z "$loop" ] || losetup -d "$loop"
        loop=
        continue
    fi
    tried=$((tried + 1))
    said=$("$tab/files" save "$tab/root" STICK)
    [ "$said" = "saved there" ] || fail "$kind: $said"
    pull_out $kind
    put_in $kind || fail "$kind: cannot be mounted again"
    holds reflection-2026-11-27.html page || fail "$kind: the page that was saved is not there"
    holds reflection-2026-11-27.csv table || fail "$kind: the table that was saved is not there"
    [ ! -e "$stick/.reflection.part" ] || fail "$kind: a temporary file is left"
    held "$kind: a report is saved whole, and again without harm"

    rm "$stick/reflection-2026-11-27.html"
    mv "$stick/reflection-2026-11-27.csv" "$stick/aside"
    mv "$stick/aside" "$stick/REFLECTION-2026-11-27.CSV"
    said=$("$tab/files" save "$tab/root" STICK)
    if [ -e "$stick/Reflection-2026-11-27.Csv" ]; then
        [ "$said" = "there there" ] || fail "$kind: $said where capital letters are small ones"
        [ ! -e "$stick/reflection-2026-11-27.html" ] || fail "$kind: half a report is left"
    else
        [ "$said" = "saved there" ] || fail "$kind: $said"
    fi
    holds REFLECTION-2026-11-27.CSV table || fail "$kind: another file was overwritten"
    held "$kind: a name in other letters is spared"

    mkdir "$stick/data"
    "$tab/files" keep "$stick/data" || fail "$kind: the data folder"
    pull_out $kind
    put_in $kind || fail "$kind: cannot be mounted again"
    holds data/totals.db three || fail "$kind: the totals are not there"
    # fusefat gives a file the time at which it is closed, whatever was set.
    [ $kind = fat ] || [ "$(TZ=UTC date -r "$stick/data/totals.db" +%F)" = 2000-01-01 ] ||
        fail "$kind: the file tells a day"
    held "$kind: a data folder there keeps its totals"
    pull_out $kind
done
[ $tried -gt 0 ] || held "nothing could be tried"
echo "$passed passed, 0 failed"
