#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects against whoever copies the disk: on an ext4 image of its own, every byte is the same before
# and after each of twelve visits, and the close changes the data folder's file and nothing else.
# Between open and close no call writes to a file, and a visit opens none. Without the right to mount, all files and their
# inodes stand for the image.
set -u
cd "$(dirname "$0")/../.." || exit 3
. tests/privacy/scripted
mounted=
clean_first() { [ -z "$mounted" ] || umount "$place/disk"; }

# The data folder and a home are on the disk; the script is not: it is the test's own.
mkdir "$place/disk"
truncate -s 8M "$place/image"
if command -v mke2fs >/dev/null && mke2fs -q -t ext4 "$place/image" 2>/dev/null &&
    mount -o loop,noatime "$place/image" "$place/disk" 2>/dev/null; then
    mounted=yes
    echo "an ext4 image, mounted"
else
    echo "no mount here: files and inodes are compared instead"
fi

# look NAME: the state of the disk, as whoever pulls the plug would find it.
look()
{
    if [ -n "$mounted" ]; then
        sync -f "$place/disk"
        cp "$place/image" "$place/$1"
    else
        find "$place/disk" -printf '%P %i %m %s %T@ %C@\n' | sort >"$place/$1"
        find "$place/disk" -type f -exec sha256sum {} + | sort >>"$place/$1"
    fi
}
same() { cmp -s "$place/$1" "$place/$2"; }
differs() { ! same "$1" "$2"; }

HOME=$place/disk/home TMPDIR=$place/disk/tmp XDG_CACHE_HOME=$place/disk/cache
export HOME TMPDIR XDG_CACHE_HOME
mkdir "$HOME" "$TMPDIR" "$XDG_CACHE_HOME"
start "$place/disk/data" --seed-noise 7
says "setpin 123456"
says "open many"
check "a meeting opens" answers "result 0 meeting 1"
# Handed over: an unlocked facilitator would hear of each drive that any program mounts meanwhile.
says "lock"
# What came before may still be on its way: two looks have to agree first.
look open
settled() { mv "$place/before" "$place/open"; look before; same open before; }
look before
check "the disk is quiet" soon settled

# Every call of all three processes; the names that -y gives to descriptors tell files from sockets and
# pipes. writes: leaves in $place/writes the calls that write to a file or change a folder; the scripted
# face's own notes are none of the kiosk's files.
watch_all() { rm -f "$place"/trace.* && trace_begin "$main_pid $(children)" -ff -y -o "$place/trace"; }
writes()
{
    trace_end
    cat "$place"/trace.* >"$place/calls"
    grep -E '^(p?write(64|v2?)?|sendfile|copy_file_range|splice|fallocate|f?truncate|rename[a-z0-9]*|unlink(at)?|link(at)?|symlink(at)?|mkdir(at)?|mknod(at)?|creat|f?utime[a-z]*|fsync|fdatasync|sync[a-z_]*|f?chmod[a-z0-9]*|[fl]?chown(at)?|[fl]?setxattr)\(|^open[a-z0-9]*\(.*O_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)' \
        "$place/calls" |
        grep -vE '^[a-z0-9]+\([0-9]+<(socket|pipe|anon_inode|[^>]*/script(\.out)?>)' >"$place/writes"
}

can_trace=
watch_all && can_trace=yes || no_tracing

twelve=0
for halves in 1111111 2222222 0000000 1212121 2000000 0000001 1122112 0102020 2211222 1000000 \
    0000000 2121212; do
    says "add $halves"
    check "a visit is added" answers added
    look after
    check "the disk is the same after $halves" same before after
    ! same before after || twelve=$((twelve + 1))
done
if [ -n "$can_trace" ]; then
    writes
    check "the trace saw the visits" [ "$(grep -cE '^(recvmsg|recvfrom)\(' "$place/calls")" -ge 12 ]
    check "no call writes to a file: $(head -n 3 "$place/writes")" [ ! -s "$place/writes" ]
    # Some disks note when a file was read.
    opened=$(grep -E '^(open[a-z0-9]*|execve[a-z]*)\(' "$place/calls" | head -n 3)
    check "nor opens one: $opened" [ -z "$opened" ]
    echo "claimed: no write in 12 visits; seen: $(wc -l <"$place/writes") among $(wc -l <"$place/calls") calls"
    watch_all
fi

# A PIN attempt does write, and only the guard: which shows that a write would have been seen. On no
# disk is what the porter tells the system: that the process which checks it dies first.
says "pin 123456"
look after
check "the disk tells of a PIN attempt" differs before after
if [ -n "$can_trace" ]; then
    writes
    check "the trace tells of it too" grep -q '^write.*/data/guard' "$place/writes"
    others=$(grep -vE '/proc/[0-9]+/oom_score_adj|/data/guard|/data>(, )?("guard|\)|, "guard)' "$place/writes")
    check "and of nothing else: $others" [ -z "$others" ]
fi
look before
says "close"
check "the meeting is saved" answers "meeting 0 ended 1"
look after
check "the close is on the disk" differs before after
if [ -n "$mounted" ]; then
    # Blocks that differ: metadata and journal have no owner; the others must be the folder's files'.
    cmp -l "$place/before" "$place/after" | awk '{ print int(($1 - 1) / 1024) }' | sort -nu >"$place/blocks"
    size=$(dumpe2fs -h "$place/after" 2>/dev/null | awk '/^Block size/ { print $3 }')
    awk -v size="$size" '{ print int($1 * 1024 / size) }' "$place/blocks" | sort -nu >"$place/differ"
    owners=$({
        echo "icheck $(tr '\n' ' ' <"$place/differ")"
    } | debugfs -f /dev/stdin "$place/after" 2>/dev/null | awk '$2 ~ /^[0-9]+$/ { print $2 }' | sort -nu)
    names=$(echo "ncheck $(echo "$owners" | tr '\n' ' ')" | debugfs -f /dev/stdin "$place/after" \
        2>/dev/null | awk '$1 ~ /^[0-9]+$/ { print $2 }' | sort -u | tr '\n' ' ')
    echo "$(wc -l <"$place/differ") blocks differ; those with an owner are of: $names(and the journal)"
    foreign=$(for name in $names; do echo "$name"; done |
        grep -vxE '//?data(/(totals\.db|guard))?|//?' | tr '\n' ' ')
    check "only the data folder changed, not $foreign" [ -z "$foreign" ]
    check "the totals are among it" [ "$(echo "$names" | grep -c 'totals\.db')" -eq 1 ]
fi
left=$(find "$place/disk/home" "$place/disk/tmp" "$place/disk/cache" -type f | tr '\n' ' ')
check "nothing in home, cache or temporary folder: $left" [ -z "$left" ]
stop
echo "claimed: 12 visits leave the disk as it was; seen: $twelve of 12"
verdict
