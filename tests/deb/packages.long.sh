# SPDX-License-Identifier: MIT
# Protects who installs the packages: both are built, hold what they have to and nothing else, are the
# same whoever builds them, and pass the distribution's checks; installing takes nothing over, taking
# over is undone to the last link, an older version is refused with a reason, and the group's totals
# outlive everything but a clear "erase them".
#
# DEB_ROOT, when given, is a root of this release to install into a copy of, in place of a new one.
set -u
place=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf "$place"' EXIT
. tests/tally

finish()
{
    tally
    exit
}

# What builds a package is what builds the program, and a few tools.
build_needs()
{
    scripts/deps --list build | grep -vx build-essential >"$place/needs"
    sed -n '/^Build-Depends:/,/^$/p' scripts/debian/control | sed -n 's/^ \([a-z0-9-]*\).*,$/\1/p' |
        grep -vxE 'debhelper-compat|po-debconf' | sort >"$place/told"
    diff "$place/needs" "$place/told"
}
holds "the packages need what the build needs" build_needs

for tool in dpkg-buildpackage dh po2debconf; do
    command -v $tool >/dev/null || {
        echo "skipped: for want of $tool no package was built"
        finish
    }
done

# Two builds: here, and elsewhere with another zone, language and mask.
one=$place/one
other=$place/a-longer-name/tree
mkdir -p "$other"
cp -R Makefile README.md LICENSE assets kiosk scripts "$other/"
holds "they are built" scripts/deb "$one"
rebuild()
{
    (umask 077 && cd "$other" && TZ=Pacific/Auckland LANG=es_ES.UTF-8 LC_ALL=C JOBS=1 scripts/deb "$place/two")
}
holds "they are built elsewhere" rebuild
for file in "$one"/deb/*.deb "$one"/deb/*.tar.*; do
    holds "the same in both: ${file##*/}" cmp "$file" "$place/two/deb/${file##*/}"
done
debs=$(echo "$one"/deb/*.deb)

listed()
{
    for deb in $debs; do
        name=$(dpkg-deb -f "$deb" Package)
        dpkg-deb -c "$deb" | awk -v name="$name" '$1 !~ /^d/ { print name, substr($6, 2) }'
    done | sed 's| /lib/systemd| /usr/lib/systemd|; s|^\(.* /usr/share/doc/.*\)\.gz$|\1|' | LC_ALL=C sort >"$place/list"
    LC_ALL=C sort tests/deb/files | diff - "$place/list"
}
holds "they hold what they have to" listed

checked()
{
    lintian -EviIL +pedantic --fail-on error,warning --profile debian "$one"/deb/*.changes
}
if command -v lintian >/dev/null; then
    holds "lintian finds no error and nothing to warn of" checked
else
    echo "skipped: for want of lintian the packages were not checked"
fi

if [ "$(id -u)" -ne 0 ] || ! command -v mmdebstrap >/dev/null || ! unshare --mount true 2>/dev/null; then
    echo "skipped: for want of root, mmdebstrap or mounts nothing was installed"
    finish
fi
root=$place/root
made()
{
    if [ -n "${DEB_ROOT-}" ]; then
        cp -a "$DEB_ROOT" "$root"
    else
        mmdebstrap --variant=minbase "$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)" "$root"
    fi
}
holds "a bare root" made
mkdir "$root/debs"
cp $debs "$root/debs/"
# The next version, but for its number the same.
for deb in $debs; do
    dpkg-deb -R "$deb" "$place/next"
    sed -i 's/^Version: .*/&.0.9/; s/kiosk (>= [^)]*)/kiosk/; s/kiosk (<< [^)]*)/kiosk/' "$place/next/DEBIAN/control"
    mkdir -p "$root/next"
    dpkg-deb --root-owner-group -b "$place/next" "$root/next/$(basename "$deb")" >/dev/null
    rm -rf "$place/next"
done
cp tests/deb/installed "$root/installed"
log=$place/installed.log
unshare --mount --pid --fork --kill-child chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive sh /installed >"$log" 2>&1 </dev/null
grep -E '^(ok|FAIL|  )' "$log"
counted=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log")
if [ -z "$counted" ]; then
    tail -n 20 "$log"
    counted="0 1"
fi
passed=$((passed + ${counted% *}))
failed=$((failed + ${counted#* }))
finish
