#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what was said to be saved from a drive that is pulled at any moment: in a whole emulated
# machine the program's own call saves file after file to a USB drive, the drive is pulled, and what
# is on it is read afterwards. PULLS (30) times for each file system, and a third as often right after
# the last file was said to be saved: then nothing needs a repair. NTFS that is pulled out of the middle
# of a save may need one, which Windows does by itself.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/machine

PULLS=${PULLS:-30}
$CC -std=c11 -D_GNU_SOURCE -O1 -w -Ikiosk -I"$BUILD/gen" -o "$vm/saver" tests/vm/saver.c \
    "$BUILD/lib/libplatform-test.a" "$BUILD/lib/libcore-test.a" || fail "the saver does not compile"
inside "$vm/saver" bin/saver
inside scripts/debian/session/drive kiosk/drive
for program in blkid lsblk mount umount ntfs-3g ntfsfix; do
    inside "$(command -v $program)" "usr/local/bin/$program"
done
inside /bin/dash bin/sh # busybox's would run its own mount, which knows no users by name
mkdir -p "$vm/root/sbin"
ln -s /usr/local/bin/ntfs-3g "$vm/root/sbin/mount.ntfs-3g"
machine tests/vm/init xhci-pci usb-storage sd_mod vfat nls_cp437 nls_ascii nls_iso8859-1 nls_utf8 \
    exfat ext4 fuse

# The kinds of file system that the drive service mounts, each new for each pull.
blank()
{
    rm -f "$vm/stick.img"
    truncate -s 64M "$vm/stick.img"
    case $1 in
    vfat) mkfs.vfat -n STICK "$vm/stick.img" ;;
    exfat) mkfs.exfat -L STICK "$vm/stick.img" ;;
    ntfs) mkfs.ntfs -F -Q -L STICK "$vm/stick.img" ;;
    ext4) mkfs.ext4 -q -L STICK "$vm/stick.img" ;;
    esac >"$vm/log" 2>&1 || fail "no file system $1: $(cat "$vm/log")"
}

# pull_while WORD KIND SECONDS: the drive is pulled so long after it is there, while files are saved in
# this way, or once it rests; adds to said, lost, torn and repaired what it did to them.
pull_while()
{
    blank "$2"
    plug "$vm/stick.img"
    ask "$1"
    soon 120 says mounted || fail "$2: not mounted"
    [ "$1" != rest ] || soon 120 says rests || fail "$2: it does not save"
    sleep "$3"
    pull
    soon 120 says done || fail "$2: it hangs when the drive is pulled"
    answer | sed -n 's/^saved //p' >"$vm/saved"
    plug "$vm/stick.img"
    ask check
    soon 120 says done || fail "$2: nothing can be read"
    says mounted || fail "$2: not mounted again"
    answer >"$vm/found"
    pull
    sleep 0.5
    while read -r name; do
        said=$((said + 1))
        grep -qx "whole $name" "$vm/found" || {
            lost=$((lost + 1))
            echo "$2: $name was said to be saved, and $(grep -c "^torn $name" "$vm/found" || true) of it is torn" >>"$vm/losses"
        }
    done <"$vm/saved"
    torn=$((torn + $(grep -c "^torn" "$vm/found" || true)))
    repaired=$((repaired + $(grep -c "^repaired" "$vm/found" || true)))
}

said=0 lost=0 torn=0 repaired=0
pull_while careless exfat 2
[ $lost -gt 0 ] || fail "what nobody waited for is there: this test would see no loss"
held "a program that does not wait for the medium loses $lost of $said files"
rm "$vm/losses"

for kind in ${KINDS:-vfat exfat ext4 ntfs}; do
    said=0 lost=0 torn=0 repaired=0 pulls=0
    while [ $pulls -lt "$PULLS" ]; do
        pulls=$((pulls + 1))
        pull_while save $kind "$(awk -v seed="$pulls" 'BEGIN { srand(seed); print 0.2 + 2.5 * rand() }')"
    done
    [ $said -gt 0 ] || fail "$kind: nothing was saved in $pulls pulls"
    [ $lost -eq 0 ] || fail "$kind: $lost of $said files were lost: $(cat "$vm/losses")"
    [ $repaired -eq 0 ] || [ $kind = ntfs ] || fail "$kind: $repaired drives had to be repaired"
    held "$kind: $pulls pulls, $said files said to be saved, all whole; $torn unfinished ones under their \
name, $repaired drives repaired first"
    said=0 lost=0 torn=0 repaired=0 pulls=0
    while [ $pulls -lt $(((PULLS + 2) / 3)) ]; do
        pulls=$((pulls + 1))
        pull_while rest $kind 0.1
    done
    [ $((lost + torn + repaired)) -eq 0 ] || fail "$kind, pulled when all was said to be saved: \
$lost of $said lost, $torn torn, $repaired drives repaired"
    held "$kind: $pulls pulls right after, $said files, all whole, no drive needed a repair"
done
echo "$passed passed, 0 failed"
