#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what a group has closed from the power: CUTS (10) cuts at random moments of a second meeting,
# CUT_SECONDS (90) long. Each time the journal of the kiosk's part puts it right, and each meeting that
# was said to be saved is in the file.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick
. tests/vm/inside
. tests/vm/closed
KIOSK=${KIOSK:-$BUILD/kiosk}
CUTS=${CUTS:-10}

saw_after() { [ "$1" != meeting.yes ] || echo 1 >"$vm/saved"; }
cat >"$vm/again" <<'END'
unlock 246810
tap meeting.open
tap meeting.room.many
tap meeting.lock
visit 34u-s21 add
unlock 246810
tap meeting.close
tap meeting.yes
sees "Totals are saved."
tap meeting.lock
screen closed
wait 30s
END
behind_closed again
rtc=2026-11-03T19:00:00
cuts=0
after=0
while [ $cuts -lt "$CUTS" ]; do
    closed_stick
    cuts=$((cuts + 1))
    rm -f "$vm/saved"
    power "$vm/stick.qcow2" qcow2 -loadvm closed
    (
        failing=1 # the machine goes in the middle of it
        QMP_TRIES=200
        play_hands "$vm/on"
    ) >/dev/null 2>&1 &
    player=$!
    sleep "$(awk -v seed=$cuts -v most="${CUT_SECONDS:-90}" 'BEGIN { srand(seed); print 1 + most * rand() }')"
    cut_power
    wait $player || true
    opened "$vm/stick.qcow2" cut
    "$KIOSK" inspect --data "$vm/cut.files" >"$vm/inspect" || fail "cut $cuts: its file cannot be read"
    least=1
    [ ! -e "$vm/saved" ] || least=2
    after=$((after + least - 1))
    grep -qE "^block 1\\|[0-9a-f]*\\|2026-11\\|[$least-2]\\|4" "$vm/inspect" || fail "cut $cuts: $least closed, not \
in $(cat "$vm/inspect")"
done
held "$cuts power cuts, $after of them after a second close: each closed meeting is in the file"
echo "$passed passed, 0 failed"
