#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the first start of a machine to which nobody ever said anything and whose clock says 2000:
# it asks for keyboard, place and time before language, the keyboard holds at once, and the system's
# own clock is set, also the one that runs while the machine is off. Another start asks none of it.
set -eu
cd "$(dirname "$0")/../.."
. tests/vm/stick

# clock_is YEAR MONTH DAY HOUR: what runs on in the machine's own clock, in UTC.
clock_is()
{
    qmp qom-get '{"path": "/machine", "property": "rtc-time"}'
    clock=$(tail -n 1 "$vm/answers")
    for part in "year $(($1 - 1900))" "mon $(($2 - 1))" "mday $3" "hour $4"; do
        echo "$clock" | grep -q "\"tm_${part% *}\": ${part#* }[,}]" || return 1
    done
}

first_stick "$vm/stick.qcow2"
power "$vm/stick.qcow2" qcow2 -loadvm first
clock_is 2000 1 1 0 || fail "the machine does not begin in 2000: $clock"
play
# One past noon in Berlin.
soon 10 clock_is 2026 11 3 12 || fail "the machine's clock is not set: $clock"
shown language
held "$actions presses: keyboard, place and clock are asked before language; the machine's clock is set"

rtc=2026-11-03T12:10:00
cat >"$vm/again.session" <<'END'
power-cut
screen setup-look
sees "1 of 3"
tap common.next
END
hands_of "$vm/again.session"
sed -n '/^power-cut/,$p' "$vm/hands" >"$vm/again-hands"
play_hands "$vm/again-hands"
held "another start asks none of it again"
echo "$passed passed, 0 failed"
