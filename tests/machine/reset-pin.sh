#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the way past a lost PIN: only somebody at a terminal who types the word takes it, it costs
# every file that holds totals, and the group's other settings stay.
set -eu
cd "$(dirname "$0")/../.."
. tests/machine/checks

data=$tab/data
"$KIOSK" simulate --data "$data" --meetings 5 --people 9 --seed 5 --pin 246810 >/dev/null
echo "set aside" >"$data/totals.db.aside-1"
echo "replaced" >"$data/totals.db.replaced-2"
echo "half written" >"$data/totals.db.new"
cp "$data/settings" "$data/settings.new"
before=$(cd "$data" && sha256sum ./*)
unchanged()
{
    [ "$(cd "$data" && sha256sum ./*)" = "$before" ] || fail "$1: $(ls "$data")"
}

# types WORD: at a terminal of its own; the exit status is the program's.
types()
{
    status=0
    printf '%s\n' "$1" | script -qec "$KIOSK reset-pin --data $data" /dev/null >"$tab/said" || status=$?
}

status=0
echo ERASE | "$KIOSK" reset-pin --data "$data" 2>"$tab/said" || status=$?
[ $status -eq 3 ] || fail "a pipe is no terminal: status $status"
unchanged "a pipe erased"
held "a pipe erases nothing"

types erase
[ $status -eq 1 ] || fail "another word: status $status, $(cat "$tab/said")"
grep -q "Nothing was changed." "$tab/said" || fail "$(cat "$tab/said")"
unchanged "another word erased"
held "another word erases nothing"

# What stands in the way and cannot be moved is met before anything is erased, or it is said what is.
mv "$data/settings.new" "$tab/settings.new"
mkdir -p "$data/settings.new/something"
for number in $(seq 99); do
    mkdir -p "$data/settings.new.aside-$number/something"
done
types ERASE
[ $status -eq 3 ] || fail "a folder in the way: status $status, $(cat "$tab/said")"
grep -q "Nothing was changed." "$tab/said" || fail "a folder in the way: $(cat "$tab/said")"
rm -r "${data:?}"/settings.new*
mv "$tab/settings.new" "$data/settings.new"
unchanged "a folder in the way, and something was erased"
mkdir -p "$data/totals.db.aside-2/something"
types ERASE
[ $status -eq 3 ] || fail "a folder among the totals: status $status, $(cat "$tab/said")"
grep -q "Some totals may be erased. The PIN is still set." "$tab/said" || fail "$(cat "$tab/said")"
grep -rq argon2 "$data/settings" || fail "the PIN is not set any more"
rm -r "${data:?}/totals.db.aside-2"
held "whoever is stopped half-way is told what is so"

types ERASE
[ $status -eq 0 ] || fail "ERASE: status $status, $(cat "$tab/said")"
[ -z "$(ls "$data" | grep '^totals' || true)" ] || fail "left: $(ls "$data")"
[ -e "$data/settings" ] || fail "the settings went too"
! grep -rq argon2 "$data" || fail "the PIN is still there"
[ ! -e "$data/guard" ] || fail "the guard is still there"
held "ERASE takes every file with totals, and the PIN"

# With questions that cannot be loaded the way is open too, and the rest of the settings stays.
"$KIOSK" simulate --data "$tab/other" --meetings 1 --people 9 --seed 5 --pin 246810 >/dev/null
grep -v '^pin' "$tab/other/settings" >"$tab/kept"
data="$tab/other --pack $tab/none"
types ERASE
[ $status -eq 0 ] || fail "without a pack: status $status, $(cat "$tab/said")"
[ ! -e "$tab/other/totals.db" ] || fail "totals are left"
cmp "$tab/kept" "$tab/other/settings" || fail "other settings than the PIN have changed"
held "no question pack is needed for it"
echo "$passed passed, 0 failed"
