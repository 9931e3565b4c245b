#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the whole path on a real display: a new kiosk is set up, a meeting opened, one person
# goes through by mouse and another by keyboard, the meeting is closed, and it is in the file.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

data=$tab/data
start_display
start_kiosk "$data"
name=$(xdotool search --onlyvisible --name . getwindowname %@ | head -n 1)
[ "$name" = Reflection ] || fail "the window's title is \"$name\""
held "the window has a title that says nothing"

play tests/e2e/evening.session
held "an evening by mouse and by keyboard"

"$KIOSK" inspect --data "$data" >"$tab/inspect" || fail "inspect: status $?"
cat "$tab/inspect"
# One set with one meeting, and every question of the pack with two numbers.
questions=$(grep -c '^\[question ' assets/packs/integrity.pack)
rows=$(grep -cE '^tally [0-9]+\|q[0-9]+\|' "$tab/inspect") || rows=0
[ "$rows" -eq "$questions" ] || fail "inspect shows $rows tallies, not $questions"
held "the meeting is in the file, and nothing but totals"

stop_kiosk
held "SIGTERM ends it cleanly"
[ -z "$(find "$data" -name '*.new')" ] || fail "a temporary file was left"
held "no temporary file is left"
