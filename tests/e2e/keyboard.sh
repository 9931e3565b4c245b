#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever types on a real keyboard of a machine that is the kiosk alone: the display types by the
# layout that the machine file names, also after the kiosk started again, and no key of it leads to another
# console. A layout that the display does not know leaves its table as it was.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display
data=$tab/data
mkdir -m 700 "$data"
: >"$data/TESTED"

# table LAYOUT: the kiosk starts with it; the display's table of keys is then in $tab/table.
table()
{
    printf 'machine 1\nkeys = %s\n' "$1" >"$data/machine"
    rm -f "$tab/shown"
    KIOSK_PERF_FIRST_FRAME=$tab/shown "$KIOSK_TEST" run --data "$data" 2>"$tab/kiosk.log" &
    kiosk_pid=$!
    tries=0
    until [ -s "$tab/shown" ]; do
        tries=$((tries + 1))
        [ $tries -lt 200 ] || fail "the kiosk shows nothing"
        sleep 0.1
    done
    sleep 0.5
    xkbcomp "$DISPLAY" "$tab/table" 2>/dev/null
    kill "$kiosk_pid"
    wait "$kiosk_pid" || true
    kiosk_pid=
}
types() { sed -n '/^xkb_symbols/,/^};/p' "$tab/table" | grep -A 2 "<$1>" | tr -d '\n' | grep -q "$2"; }

table de
types AD06 '\[ *z, *Z' || fail "Z is not where a German keyboard has it"
types AC11 adiaeresis || fail "there is no ä"
held "the display types as the machine file says"
if sed -n '/^xkb_symbols/,/^};/p' "$tab/table" | grep -q XF86Switch_VT; then
    fail "a key leads to another console"
fi
held "no key leads to another console"
table fr
types AD01 '\[ *a, *A' || fail "A is not where a French keyboard has it"
held "another layout takes its place"
table nonesuch
types AD01 '\[ *a, *A' || fail "a layout that does not exist changed the keys"
held "a layout that does not exist changes nothing"
