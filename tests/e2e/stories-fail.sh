#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the stories from holding whatever happens: each of these must fail, at the line that is
# not so, with a status that says it.
set -eu
cd "$(dirname "$0")/../.."
KIOSK_TEST=${KIOSK_TEST:-build/kiosk-test}
tab=$(mktemp -d)
trap 'rm -rf "$tab"' EXIT
passed=0
failed=0

# fails LINE MESSAGE DIRECTIVE...: after a meeting was opened.
fails()
{
    line=$1
    message=$2
    shift 2
    printf '%s\n' "evening many" "$@" >"$tab/a.session"
    status=0
    "$KIOSK_TEST" replay "$tab/a.session" >"$tab/out" || status=$?
    if [ $status -eq 1 ] && grep -qF "$tab/a.session:$line: $message" "$tab/out" &&
        grep -qx "0 passed, 1 failed" "$tab/out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL: status $status, not \"$message\" at line $line of:"
        cat "$tab/a.session" "$tab/out"
    fi
}

fails 2 "the screen is welcome, not closed" "screen closed"
fails 2 "nobody can read" "sees \"Score\""
fails 2 "\"Welcome\" can be read" "not \"Welcome\""
fails 3 "welcome.comfort is not chosen" "" "state welcome.comfort chosen"
fails 2 "focus is on none" "focus welcome.begin"
fails 2 "the screen differs" "shows" "| screen closed"
fails 2 "0 meetings in the file, not 1" "file meetings 1"
fails 4 "the totals file is not the same" "file remember a" "meeting close" "file same a"
fails 3 "something of a person is left in memory" "visit 4------ finish" "wiped"
fails 3 "add was sent 1 times, not 2" "visit 4------ add" "sent add 2"
fails 8 "frame " "mark a" "tap welcome.begin" "end-mark" "evening many" "mark b" \
    "tap welcome.comfort" "same-frames a b"
fails 2 "nothing to press: finish.add" "tap finish.add"
fails 2 "no such directive: dance" "dance"
fails 2 "tap takes 1 to 1 words, not 0" "tap"
fails 2 "the closing \" is missing" "sees \"Wel"
fails 2 "no such key: Any" "key Any"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
