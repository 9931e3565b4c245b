#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a facilitator whose stick cannot keep the totals: what the kiosk says before a meeting opens, and
# what health says to do. STATES: small (no room for a part of its own), new-locked (nothing can be written
# from the first start on). Pictures of what was said are in BUILD/vm/shown.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick

# What a facilitator does, behind the first start's own pages.
cat >"$vm/in-memory.session" <<'END'
fault in-memory on
skip-to setup-pin
digits 246810
tap common.next
digits 246810
tap common.next
wait 2s
screen meeting
tap meeting.lock
unlock 246810
tap meeting.open
tap meeting.room.many
sees "Whatever is saved here is gone when this machine goes off."
tap meeting.health
wait 2s
sees "The totals are in memory only."
END

# in_memory NAME MB: a stick of that size, started for the first time.
in_memory()
{
    blank_stick "$vm/stick.img" "$2"
    power "$vm/stick.img" raw
    hands_of "$vm/in-memory.session"
    SEE_SECONDS=${BOOT_SECONDS:-600}
    play_hands "$vm/hands"
    SEE_SECONDS=120
    shown "$1"
    cut_power
    held "$1: said on the screen"
}

for state in ${STATES:-small new-locked}; do
    case $state in
    small) in_memory small 300 ;;
    new-locked)
        read_only=,readonly=on
        in_memory new-locked 1024
        read_only=
        ;;
    esac
done
echo "$passed passed, 0 failed"
