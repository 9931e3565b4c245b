#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the program that people get from the doors that tests use: no symbol and no word of the
# made-up clock, scripted noise, recordings or the scripted face is in it. That each is in the test
# build shows that it would be found.
set -u
kiosk=${KIOSK:-build/kiosk}
kiosk_test=${KIOSK_TEST:-build/kiosk-test}
passed=0
failed=0

# absent WHAT COMMAND...: the command finds it in the test build and not in the other.
absent()
{
    what=$1
    shift
    if ! "$@" "$kiosk_test" | grep -q -E -- "$what"; then
        echo "FAIL: $what is not in the test build either: the test looks for nothing"
        failed=$((failed + 1))
    elif { "$@" "$kiosk"; "$@" "$kiosk-face"; } | grep -E -- "$what"; then
        echo "FAIL: $what is in the program"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
}

# Names of functions, also of static ones.
names() { nm "$1" | awk '{ print $NF }'; }
words() { strings -a -n 4 "$1"; }

for name in '^script_face_' '^seeded_source$' '^stage_' '^story_' '^fault_folder_' '^recording_' \
    '^recorder_' '^record_' '^hands_' '^dice_' '^cmd_replay$' '^cmd_shot$' '^layout_' '^setup_claim_for_tests$'; do
    absent "$name" names
done
for word in seed-noise script-face export-root any-driver '^--record$' '^--today$' '^--log$' \
    '^replay$' power-cut lose-replies face-dies; do
    absent "$word" words
done
# Given on a command line, each is no option at all.
for option in --seed-noise=1 --script-face=x --export-root=x --record=x --log=x --any-driver; do
    "$kiosk" run --data /nonexistent "${option%%=*}" x >/dev/null 2>&1
    status=$?
    if [ $status -eq 2 ]; then
        passed=$((passed + 1))
    else
        echo "FAIL: $option is taken (status $status)"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
