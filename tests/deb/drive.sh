# SPDX-License-Identifier: MIT
# Protects the machine from what somebody plugs in: a USB drive is mounted under a name that leads
# nowhere else, without programs or devices of its own, for the kiosk alone; a disk that the system
# uses and unknown file systems are left alone; and nothing stays when a drive goes or cannot be read.
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally
mkdir "$place/bin" "$place/media"
export KIOSK_DRIVES="$place/media" KIOSK_DRIVE_MARKS="$place/marks"

# What the system would say: PARENT, MOUNTED, TYPE and LABEL; MOUNT_FAILS: with these words among its own.
cat >"$place/bin/lsblk" <<'END'
#!/bin/sh
case "$*" in
*pkname*) echo "$PARENT" ;;
*) printf '%b' "$MOUNTED" ;;
esac
END
cat >"$place/bin/blkid" <<'END'
#!/bin/sh
case "$*" in
*TYPE*) echo "$TYPE" ;;
*) printf '%s\n' "$LABEL" ;;
esac
END
# A file in the folder stands for the mount: the folder is in use.
cat >"$place/bin/mount" <<'END'
#!/bin/sh
echo "$*" >>"$CALLS"
case " $* " in
*" ${MOUNT_FAILS:-none of them} "*) exit 32 ;;
esac
for last; do :; done
touch "$last/mounted"
END
cat >"$place/bin/umount" <<'END'
#!/bin/sh
rm "$2/mounted"
END
chmod +x "$place"/bin/*
export CALLS="$place/calls"

# drive ACTION NAME
drive()
{
    : >"$CALLS"
    PATH=$place/bin:$PATH sh scripts/debian/session/drive "$1" "$2" >"$place/said" 2>&1
}

# The names of what is mounted, and the end of it all.
mounted()
{
    (cd "$place/media" && find . -name mounted | sed 's|^\./||; s|/mounted$||' | LC_ALL=C sort | tr '\n' '|')
}
clear_all()
{
    rm -rf "$place/media" "$place/marks"
    mkdir "$place/media"
}

export PARENT=sdb MOUNTED='\n\n' TYPE=vfat LABEL='MY STICK' MOUNT_FAILS=
drive mount sdb1
equal "a drive has its label" "$(mounted)" "MY STICK|"
for option in nosuid nodev noexec uid=_kiosk umask=077; do
    equal "it is mounted $option" "$(grep -cE "[ ,]$option(,| )" "$CALLS")" 1
done
MOUNTED="\n$place/media/MY STICK\n" LABEL='MY STICK'
drive mount sdb2
equal "a second part of it gets a name of its own" "$(mounted)" "MY STICK|MY STICK-2|"
drive unmount sdb1
equal "one goes" "$(mounted)" "MY STICK-2|"
drive unmount sdb2
equal "the other goes" "$(mounted)" ""
equal "and nothing stays" "$(find "$place/media" "$place/marks" -mindepth 1)" ""
mkdir "$place/media/MY STICK"
MOUNTED='\n'
drive mount sdb1
equal "what a power cut left is no other drive" "$(mounted)" "MY STICK|"
clear_all

for name in '../../etc' '..' '.hidden' '/' '-rf' '' 'a/b' 'a
b' '$(id)' 'long long long long long long long long'; do
    LABEL=$name
    drive mount sdb1
    inside=$(mounted)
    equal "\"$name\" is one folder" "$(printf '%s' "$inside" | tr -cd '|')" "|"
    equal "\"$name\" leads nowhere" "$(find "$place/media" -mindepth 2 -type d)" ""
    equal "\"$name\" is a plain name" "$(printf '%s' "$inside" | grep -cE '^[A-Za-z0-9][A-Za-z0-9 _.-]{0,23}\|$')" 1
    drive unmount sdb1
    equal "\"$name\" goes" "$(find "$place/media" -mindepth 1)" ""
    clear_all
done

LABEL=ROOT MOUNTED='\n/\n'
drive mount sdb1
equal "a disk that the system uses is left alone" "$(mounted)$(cat "$CALLS")" ""
MOUNTED='\n'
for kind in '' btrfs squashfs crypto_LUKS iso9660; do
    TYPE=$kind
    drive mount sdb1
    equal "\"$kind\" is left alone" "$(mounted)$(cat "$CALLS")" ""
done
TYPE=ntfs MOUNT_FAILS=ntfs3
drive mount sdb1
equal "NTFS without the kernel's driver is mounted by the one in user space" "$(mounted)" "ROOT|"
clear_all
TYPE=exfat MOUNT_FAILS=exfat
drive mount sdb1
equal "a drive that cannot be read leaves nothing" "$(find "$place/media" -mindepth 1)" ""
tally
