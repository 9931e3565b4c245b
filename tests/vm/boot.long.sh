#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the start of the stick on machines of any age: from the very image, through the firmware's
# own way (WAYS: bios, uefi, secure), to the kiosk's first page. A kernel that somebody changed does not
# start where the firmware asks for signatures.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick

boots()
{
    blank_stick "$vm/stick.img" 1024
    what=$1
    shift
    power "$vm/stick.img" raw "$@"
    first_page
    held "$what: the first page after $(($(date +%s) - switched_on)) s, $(spent) s of a processor"
    cut_power
}

firmware()
{
    cp "/usr/share/OVMF/OVMF_VARS_4M$1.fd" "$vm/vars.fd"
    code=/usr/share/OVMF/OVMF_CODE_4M$1.fd
}

# Nobody but root may put anything beside the system's own folders.
xorriso -osirrox on -indev "$image" -extract /kiosk/system.squashfs "$vm/system" >"$vm/log" 2>&1 ||
    fail "no system on the stick: $(cat "$vm/log")"
top=$(unsquashfs -lln "$vm/system" | sed -n 1p)
rm -f "$vm/system"
case $top in
"drwxr-xr-x 0/0 "*) held "the top of the system is root's" ;;
*) fail "the top of the system: $top" ;;
esac

# refused ARGUMENTS...: one bit of the kernel on the stick is another one.
refused()
{
    blank_stick "$vm/stick.img" 1024
    xorriso -indev "$image" -find /kiosk/vmlinuz -exec report_lba >"$vm/place" 2>"$vm/log" ||
        fail "no kernel on the stick: $(cat "$vm/log")"
    at=$(awk -F '[:,]' '/^File data lba/ { print $3 * 2048 + 1000000 }' "$vm/place")
    byte=$(od -An -t u1 -j "$at" -N 1 "$vm/stick.img")
    printf "\\$(printf %o $((byte ^ 1)))" |
        dd of="$vm/stick.img" bs=1 seek="$at" conv=notrunc 2>"$vm/log"
    power "$vm/stick.img" raw "$@"
    soon "${BOOT_SECONDS:-600}" grep -aq "bad shim signature" "$vm/serial" ||
        fail "a changed kernel is not refused"
    cut_power
    held "a kernel with one bit changed does not start"
}

for way in ${WAYS:-bios uefi secure}; do
    case $way in
    bios) boots "BIOS" ;;
    uefi)
        firmware ""
        boots "UEFI" -drive "if=pflash,format=raw,readonly=on,file=$code" \
            -drive "if=pflash,format=raw,file=$vm/vars.fd"
        ;;
    secure)
        firmware .ms
        set -- -machine smm=on -global driver=cfi.pflash01,property=secure,value=on \
            -drive "if=pflash,format=raw,readonly=on,file=$code" \
            -drive "if=pflash,format=raw,file=$vm/vars.fd"
        refused "$@"
        boots "UEFI with Secure Boot" "$@"
        ;;
    esac
done
echo "$passed passed, 0 failed"
