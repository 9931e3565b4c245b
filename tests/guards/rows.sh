#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the lists that say what exists: a message that one of them leaves out, or has twice, does
# not compile, so that no process can meet a message without a check and a rule.
set -eu
BUILD=${BUILD:-build}
passed=0
failed=0
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -R kiosk "$place/"

compiles()
{
    gcc -std=c11 -D_GNU_SOURCE -fsyntax-only -I"$place/kiosk" -I"$BUILD/gen" "$place/$1" 2>"$place/out"
}

# refused WHAT FILE SED WORDS: FILE changed so, keeper.c and message.c do not both compile any more.
refused()
{
    sed -i "$3" "$place/$2"
    if cmp -s "$2" "$place/$2"; then
        echo "$1: nothing was changed"
        failed=$((failed + 1))
    elif compiles kiosk/core/message.c && compiles kiosk/keeper/keeper.c; then
        echo "$1: compiles"
        failed=$((failed + 1))
    elif grep -q "$4" "$place/out"; then
        passed=$((passed + 1))
    else
        echo "$1: refused for another reason:"
        head -n 5 "$place/out"
        failed=$((failed + 1))
    fi
    cp "$2" "$place/$2"
}

if compiles kiosk/core/message.c && compiles kiosk/keeper/keeper.c; then
    passed=$((passed + 1))
else
    cat "$place/out"
    failed=$((failed + 1))
fi
message=kiosk/core/message.h
keeper=kiosk/keeper/keeper.c
refused "a message that nobody may send" $message '/^    X(ADD, /i\    X(EXTRA, nothing, STATUS) \\' RULE_OF_EXTRA
refused "a message of fields that nobody checks" $message 's/^    X(ADD, sides,/    X(ADD, extra,/' take_extra
refused "an answer that does not exist" $message 's/^    X(ADD, sides, ADDED)/    X(ADD, sides, EXTRA)/' MESSAGE_EXTRA
refused "an answer of fields that nobody checks" $message 's/^    X(ROWS, rows)/    X(ROWS, extra)/' take_extra
refused "a rule left out" $keeper '/^    X(STAY, /d' RULE_OF_STAY
refused "a second rule" $keeper '/^    X(STAY, /p' 'redeclaration.*RULE_OF_STAY'
refused "a rule for no message" $keeper 's/^    X(STAY, /    X(EXTRA, ANYBODY, 0, stay) \\\n&/' MESSAGE_EXTRA

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
