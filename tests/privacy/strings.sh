#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the program that people get from the doors that tests use: no symbol and no word of the
# made-up clock, scripted noise, recordings or the scripted face is in it. That each is in the test
# build shows that it would be found. What it takes from the command line and the environment is a
# list; and a copy of the program with a door planted in it has to fail here.
set -u
kiosk=${KIOSK:-build/kiosk}
kiosk_test=${KIOSK_TEST:-build/kiosk-test}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
passed=0
failed=0

# Names of functions, also of static ones; and words of what is loaded when the program runs, of four
# characters at least: three can stand in the machine code by chance, and in a debugger's notes four can. A
# number that happens to look like letters may stand right before a word, so an option begins wherever its
# dashes are.
names() { for program; do nm "$program" | awk '{ print $NF }'; done; }
words() { for program; do strings -d -n 4 "$program" | sed -E 's/^[^ ]{1,8}(--[a-z])/\1/'; done; }
for kind in names words; do
    $kind "$kiosk" "$kiosk-face" "$kiosk-voice" >"$place/$kind"
    $kind "$kiosk_test" >"$place/$kind.test"
done

# absent WHAT KIND: it is among the names or words of the test build, and not of the other.
absent()
{
    if ! grep -q -E -- "$1" "$place/$2.test"; then
        echo "FAIL: $1 is not in the test build either: the test looks for nothing"
        failed=$((failed + 1))
    elif grep -E -- "$1" "$place/$2"; then
        echo "FAIL: $1 is in the program"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
}

for name in '^script_face_' '^seeded_source$' '^stage_' '^story_' '^fault_folder_' '^recording_' \
    '^recorder_' '^record_' '^hands_' '^dice_' '^cmd_replay$' '^cmd_shot$' '^layout_' '_for_tests$' \
    '^sandbox_test$' '^clock_test$' '^sandbox_attempts$' '^sandbox_filter_write$'; do
    absent "$name" names
done
for word in seed-noise script-face export-root any-driver '^--record$' '^--clock$' '^--today$' '^--log$' \
    '^replay$' power-cut lose-replies face-dies landlock-abi no-seccomp '^--attempts$' LD_PRELOAD; do
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
# is_list KIND PROGRAM EXPECTED: words of this kind that the program knows, and no other.
is_list()
{
    found=$("$1" "$2" | sort -u | tr '\n' ' ')
    if [ "$found" = "${3:+$3 }" ]; then
        passed=$((passed + 1))
    else
        echo "FAIL: $1 of ${2##*/}: $found"
        failed=$((failed + 1))
    fi
}
options() { words "$1" | grep -E '^--[a-z][a-z-]*(=[a-z]*)?$'; } # "--out FILE" is of a message
variables() { words "$1" | grep -E '^KIOSK_[A-Z_]+$'; }
table="--data --demo --first-frame --format --help --lang --look --meetings --out --pack --people --pin"
is_list options "$kiosk" \
    "$table --role= --role=face --role=keeper --role=porter --role=voice --seed --version --window"
is_list options "$kiosk-face" "$table --role=face --seed --window"
is_list variables "$kiosk" KIOSK_PERF_FIRST_FRAME
is_list variables "$kiosk-face" ""

# planted WHAT: this test, of a copy that was made with that in it, fails.
planted()
{
    if PLANTED=1 KIOSK=$place/kiosk KIOSK_TEST=$kiosk_test sh "$0" >"$place/log" 2>&1; then
        echo "FAIL: $1, planted in the program, is not seen"
        failed=$((failed + 1))
    else
        grep FAIL "$place/log"
        passed=$((passed + 1))
    fi
}
if [ -z "${PLANTED:-}" ]; then
    for door in seed-noise KIOSK_SEED --unlocked; do
        cp "$kiosk" "$kiosk-face" "$kiosk-voice" "$place"
        printf '\0%s\0' "$door" >"$place/door"
        objcopy --add-section .door="$place/door" --set-section-flags .door=alloc,load,readonly,data \
            "$kiosk-face" "$place/kiosk-face" 2>/dev/null # in no segment: the copy is only read
        planted $door
    done
    cp "$kiosk" "$kiosk-face" "$kiosk-voice" "$place"
    objcopy --add-symbol script_face_run=.text:0 "$kiosk" "$place/kiosk"
    planted script_face_run
    echo "what was planted was found: the lines above are as they should be"
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
