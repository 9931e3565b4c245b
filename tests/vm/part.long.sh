#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a facilitator whose stick cannot keep the totals: what the kiosk says then. STATES: small (no
# room for a part of its own), new-locked (nothing can be written from the first start on), lost (the stick
# is pulled out in the middle of a meeting; visits go on), totals (bytes of totals.db are destroyed), full,
# destroyed (its part is no file system any more), healed (one block of it is destroyed that has copies:
# nothing is lost). And what a stick kept is erased where it is written anew
# (anew). Pictures of what was said are in BUILD/vm/shown.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick
. tests/vm/inside
. tests/vm/closed

# What a facilitator does in each, from the first page or from a closed meeting on.
cat >"$vm/in-memory" <<'END'
unlock 246810
tap meeting.open
tap meeting.room.many
sees "Whatever is saved here is gone when this machine goes off."
tap meeting.health
wait 2s
sees "The totals are in memory only."
END
cat >"$vm/lost" <<'END'
unlock 246810
tap meeting.open
tap meeting.room.many
tap meeting.lock
visit 34u-s21 add
fault read-only on
unlock 246810
tap meeting.close
tap meeting.yes
sees "The disk cannot be written to. Nothing is lost so far."
END
cat >"$vm/totals" <<'END'
poke totals.db 0 88
power-cut
screen closed
unlock-notice 246810
sees "The totals file cannot be read."
END
cat >"$vm/full" <<'END'
fault disk-full on
power-cut
screen closed
tap welcome.facilitator
digits 246810
tap pin.unlock
sees "The disk is full, so I cannot note PINs that do not match."
END

cat >"$vm/healed" <<'END'
power-cut
screen closed
unlock 246810
sees "1 of 4 meetings in this set"
END

# says NAME: what stands there after the last press.
says()
{
    shown "$1"
    cut_power
    read_only=
    held "$1: said on the screen"
}

# in_memory NAME: the stick in FILE.img starts as if nobody had ever set it up, and says what it lacks.
in_memory()
{
    rtc=2000-01-01T00:00:00
    power "$vm/stick.img" raw
    first_page
    story "fault in-memory on" set-up in-memory
    play_hands "$vm/hands"
    says "$1"
}

# from_closed NAME STORY...: goes on from there.
from_closed()
{
    closed_stick
    what=$1
    shift
    behind_closed "$@"
    rtc=2026-11-03T19:00:00
    power "$vm/stick.qcow2" qcow2 -loadvm closed
    play_hands "$vm/on"
    says "$what"
}

# While the machine is off: change_STATE gets the part as a file of its own.
off_at()
{
    qemu-img convert -O raw "$vm/stick.qcow2" "$vm/stick.img"
    part "$vm/stick.img"
    e2fsck -p "$vm/stick.img.part" >"$vm/log" 2>&1 || [ $? = 1 ] || fail "the part is damaged: $(cat "$vm/log")"
    "change_$what" "$vm/stick.img.part"
    cat "$vm/stick.img.rest" "$vm/stick.img.part" >"$vm/stick.img"
    truncate -s 1024M "$vm/stick.img"
    stick=$vm/stick.img
    format=raw
}
change_totals()
{
    block=$(debugfs -R "blocks totals.db" "$1" 2>"$vm/log" | tr ' ' '\n' | grep -m 1 '[0-9]')
    size=$(dumpe2fs -h "$1" 2>"$vm/log" | sed -n 's/^Block size: *//p')
    printf XXXXXXXX | dd of="$1" bs=1 seek=$((block * size)) conv=notrunc 2>"$vm/log"
}
change_full()
{
    head -c $((256 * 1024 * 1024)) /dev/zero | tr '\0' x >"$vm/much"
    debugfs -w -R "write $vm/much much" "$1" >"$vm/log" 2>&1
    rm "$vm/much"
    dumpe2fs -h "$1" 2>"$vm/log" | grep -q '^Free blocks: *0$' || fail "the part is not full"
}
change_healed() { dd if=/dev/zero of="$1" bs=1024 seek=1 count=1 conv=notrunc 2>"$vm/log"; }
change_destroyed() { dd if=/dev/zero of="$1" bs=1M count=250 conv=notrunc 2>"$vm/log"; }
change_anew()
{
    yes "what a group has kept" | head -c 5000000 >"$vm/much"
    debugfs -w -R "write $vm/much much" "$1" >"$vm/log" 2>&1
    grep -aq "what a group has kept" "$1" || fail "nothing was kept"
}

for state in ${STATES:-small new-locked lost totals full destroyed healed anew}; do
    case $state in
    small)
        blank_stick "$vm/stick.img" 300
        in_memory small
        ;;
    new-locked)
        blank_stick "$vm/stick.img" 1024
        read_only=,readonly=on
        in_memory new-locked
        ;;
    lost)
        closed_stick # before its plug can be pulled
        saw_after() { [ "$1" != meeting.room.many ] || qmp device_del '{"id": "plug"}'; }
        from_closed lost lost
        saw_after() { :; }
        ;;
    totals | full | healed) from_closed $state $state ;;
    destroyed)
        closed_stick
        what=destroyed
        off_at
        in_memory destroyed
        ;;
    anew)
        closed_stick
        what=anew
        off_at
        dd if="$image" of="$vm/stick.img" bs=1M conv=notrunc 2>"$vm/log"
        power "$vm/stick.img" raw
        first_page
        cut_power
        part "$vm/stick.img"
        ! grep -aq "what a group has kept" "$vm/stick.img.part" || fail "what was kept is still there"
        held "anew: nothing of what was kept is there"
        ;;
    esac
done
echo "$passed passed, 0 failed"
