#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the work that the sandbox has to let through: a face that dies comes back on the display, a
# report and a backup reach a drive and the backup comes back, and a meeting is counted and saved at every step of Landlock and without.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display

# A group's folder and a drive, as the story has them.
export_root=$tab/drives
mkdir -p "$export_root/KITCHEN"
"$KIOSK_TEST" simulate --data "$tab/data" --meetings 12 --people 9 --seed 5 --pin 246810 >/dev/null
mv "$tab/data/SIMULATED" "$tab/data/TESTED"
printf '#!/bin/sh\nexec %s run --export-root %s "$@"\n' "$KIOSK_TEST" "$export_root" >"$tab/kiosk"
chmod 755 "$tab/kiosk"
KIOSK=$tab/kiosk
start_kiosk "$tab/data"

for child in $(cat "/proc/$kiosk_pid/task/$kiosk_pid/children"); do
    ! grep -q -a role=face "/proc/$child/cmdline" || face=$child
done
kill -KILL "$face"
tries=0
until [ -n "$(xdotool search --onlyvisible --name Reflection 2>/dev/null)" ]; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || fail "the face did not come back"
    sleep 0.1
done
sleep 1 # a new screen takes no press at once
held "another face was started inside main's sandbox"

play tests/sandbox/report.session
# comes FILE WHAT
comes()
{
    tries=0
    until [ -e "$1" ]; do
        tries=$((tries + 1))
        [ $tries -lt 50 ] || fail "$2: $(ls "$export_root/KITCHEN" "$tab/data")"
        sleep 0.1
    done
}
comes "$tab/data/totals.db.replaced-1" "no backup was put back"
ls "$export_root/KITCHEN" | grep -q '\.html$' || fail "no report came to the drive"
held "the keeper writes a report to a drive"
for file in "$export_root"/KITCHEN/*.backup "$tab/data/totals.db.replaced-1"; do
    cmp "$file" "$tab/data/totals.db" || fail "$file is not the totals file"
done
held "and a backup, which it reads and puts back"
stop_kiosk

# answers WHAT: the scripted face notes it.
answers()
{
    tries=0
    until grep -q "$1" "$tab/script.out" 2>/dev/null; do
        tries=$((tries + 1))
        kill -0 "$kiosk_pid" 2>/dev/null || fail "$name: the kiosk ended: $(cat "$tab/kiosk.log")"
        [ $tries -lt 100 ] || fail "$name: no \"$1\": $(cat "$tab/script.out")"
        sleep 0.05
    done
}

# counts NAME OPTION...: a meeting of two people, with noise that is always the same.
counts()
{
    name=$1
    shift
    rm -f "$tab/script.out"
    "$KIOSK_TEST" run --data "$tab/$name" --seed-noise 7 --script-face "$tab/script" "$@" \
        2>"$tab/kiosk.log" &
    kiosk_pid=$!
    answers settings
    for line in "setpin 123456" "open many" "add 1111111" "add 2121212" "pin 123456" close; do
        echo "$line" 1<>"$tab/script"
    done
    answers "meeting 0 ended 1"
    stop_kiosk
    sha256sum <"$tab/$name/totals.db"
}
mkfifo "$tab/script"
without=$(counts none --no-seccomp --landlock-abi 0)
for step in 0 1 2 3 4 5 6 7; do
    [ "$(counts "step-$step" --landlock-abi $step)" = "$without" ] || fail "step $step: other totals"
done
held "a meeting is saved at every step of Landlock, and as without a sandbox"
