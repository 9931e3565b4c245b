#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who runs the kiosk on an ARM board: the tree is built for arm64 with the flags that it has, by
# a compiler of this machine in a bare root of Debian, and its unit tests hold there under an emulated
# processor, those about memory also where a page has 16 and 64 KiB. What needs a kernel of arm64
# (seccomp, Landlock, locked memory, other processes) runs in a whole emulated machine with Debian's kernel
# and nothing else, since qemu-user passes calls on to the kernel of this machine.
#
# ARM64_ROOT, when given, is such a root already, and is used as it is.
set -u
cd "$(dirname "$0")/../.."
place=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf "$place"' EXIT
. tests/tally
log=$place/log

for tool in mmdebstrap qemu-aarch64-static; do
    command -v $tool >/dev/null || [ -n "${ARM64_ROOT-}" ] || {
        echo "skipped: for want of $tool nothing was built for arm64"
        tally
        exit
    }
done
if [ "$(id -u)" -ne 0 ] || ! unshare --mount true 2>/dev/null; then
    echo "skipped: for want of root or mounts of its own nothing was built for arm64"
    tally
    exit
fi

root=${ARM64_ROOT:-$place/root}
needs=$({
    scripts/deps --list build | grep -- '-dev$' | sed 's/$/:arm64/'
    scripts/deps --list run | grep '^fonts-'
} | paste -sd ,)
# Debian's kernel, without its modules.
# shellcheck disable=SC2016 # what mmdebstrap runs
kernel='export APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" && cd "$1/boot" &&
    apt-get download -q $(apt-cache depends linux-image-arm64:arm64 | sed -n "s/.*Depends: //p") &&
    dpkg --fsys-tarfile linux-image-*.deb | tar -x -C "$1" ./boot && rm linux-image-*.deb'
made()
{
    [ -z "${ARM64_ROOT-}" ] || return 0
    mmdebstrap --variant=minbase --architectures=amd64,arm64 --aptopt='Apt::Install-Recommends "false"' \
        --include="make,gettext,pkg-config,crossbuild-essential-arm64,qemu-user-static,$needs,libcmocka-dev:arm64,tzdata,busybox-static:arm64,cpio" \
        --customize-hook="$kernel" \
        "$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)" "$root"
}
if ! made >"$log" 2>&1; then
    tail -n 3 "$log"
    echo "skipped: no root with libraries of arm64 could be had"
    tally
    exit
fi

# A tree of its own there, and what is in it run as on any machine.
rm -rf "$root/tree"
mkdir -p "$root/tree"
find Makefile README.md LICENSE assets kiosk scripts tests -type f -print | tar -cf - -T - |
    tar -xf - -C "$root/tree" --no-same-owner
cat >"$root/inside" <<'END'
#!/bin/sh
set -e
mount -t proc proc /proc
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mount -t tmpfs -o mode=1777 tmpfs /tmp
cd /tree
export LC_ALL=C.UTF-8 TZ=UTC HOME=/tmp PKG_CONFIG_LIBDIR=/usr/lib/aarch64-linux-gnu/pkgconfig:/usr/share/pkgconfig
"$@"
END
chmod 755 "$root/inside"
inside()
{
    unshare --mount --ipc --pid --fork --kill-child chroot "$root" /usr/bin/env -i \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin /bin/sh /inside "$@" </dev/null
}
built()
{
    inside make -s -j"${JOBS:-2}" CC=aarch64-linux-gnu-gcc WERROR=-Werror all test-binaries
}
holds "it is built for arm64, without a warning" built
is_arm64()
{
    for program in kiosk kiosk-face kiosk-voice; do
        # An ELF file's machine: 183 is AArch64.
        [ "$(od -An -tu2 -j18 -N2 "$root/tree/build/$program" | tr -d ' ')" = 183 ] || return 1
    done
}
holds "its programs are of arm64" is_arm64

# What tests the kernel's own doing, or starts programs of arm64 by itself.
needs_a_kernel='platform_sandbox platform_random platform_channel keeper_process store_kill'
needs_a_kernel="$needs_a_kernel keeper_porter keeper_porter_drives keeper_porter_answers main_ask platform_machine"
# unit NAME [PAGE]: one program of tests, emulated.
unit()
{
    inside timeout -k 5 300 qemu-aarch64-static ${2:+-p "$2"} "build/tests/unit/$1"
}
# Emulated, those that count millions of draws may not come to an end: that is no verdict.
tried()
{
    what=$1
    shift
    unit "$@" >"$place/said" 2>&1
    status=$?
    if [ $status -eq 124 ] || [ $status -eq 137 ]; then
        echo "no verdict within five minutes: $what"
    else
        verdict "$what" $status
    fi
}
for source in tests/unit/*.c; do
    name=$(basename "$source" .c)
    case " $needs_a_kernel " in
    *" $name "*) ;;
    *) tried "$name" "$name" ;;
    esac
done

# machine: starts one whose only program (tests/arm64/init) runs those tests, one after the other.
machine()
{
    inside sh tests/arm64/pack build/initrd $needs_a_kernel || return
    timeout -k 5 1800 qemu-system-aarch64 -machine virt -accel tcg,thread=multi -cpu max,pauth-impdef=on -smp 2 -m 1024 \
        -nodefaults -display none -no-reboot -kernel "$root"/boot/vmlinuz-*-arm64 -initrd "$root/tree/build/initrd" \
        -append "console=ttyAMA0 quiet loglevel=1 panic=-1" -serial "file:$place/serial"
}
if command -v qemu-system-aarch64 >/dev/null; then
    holds "a machine of arm64 starts, and comes to its end" machine
    for name in $needs_a_kernel; do
        tr -d '\r' <"$place/serial" | sed -n "/^begins $name\$/,/^ends $name /p" >"$place/said"
        status=$(sed -n "s/^ends $name //p" "$place/said")
        verdict "$name, by a kernel of arm64" "${status:-1}"
    done
else
    echo "skipped: for want of qemu-system-aarch64, what needs a kernel of arm64: $needs_a_kernel"
fi
for name in core_totals store_encode store_decode platform_folder platform_file platform_channel keeper_meeting; do
    for page in 16384 65536; do
        tried "$name, pages of $page bytes" "$name" $page
    done
done
[ "$passed" -gt 50 ] || verdict "only $passed of them came to a verdict" 1
tally
