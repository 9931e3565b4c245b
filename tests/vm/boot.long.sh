#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the start of the stick on machines of any age: from the very image, through the firmware's
# own way (WAYS: bios, uefi, secure), to the kiosk's first page.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick

boots()
{
    blank_stick "$vm/stick.img" 1024
    what=$1
    shift
    power "$vm/stick.img" raw "$@"
    first_page tests/e2e/evening.session
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

for way in ${WAYS:-bios}; do
    case $way in
    bios) boots "BIOS" ;;
    uefi)
        firmware ""
        boots "UEFI" -drive "if=pflash,format=raw,readonly=on,file=$code" \
            -drive "if=pflash,format=raw,file=$vm/vars.fd"
        ;;
    secure)
        firmware .ms
        boots "UEFI with Secure Boot" -machine smm=on -global driver=cfi.pflash01,property=secure,value=on \
            -drive "if=pflash,format=raw,readonly=on,file=$code" \
            -drive "if=pflash,format=raw,file=$vm/vars.fd"
        ;;
    esac
done
echo "$passed passed, 0 failed"
