#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the way of adding a language: with five more rows in the table there are eight, and the
# pseudo-language beside them; each is found, numbered on the wire and read aloud. A ninth is refused
# by the compiler, since no screen was built for it.
set -eu
BUILD=${BUILD:-build}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
row='{.tag = "@", .plural = PLURAL_ENGLISH, .zero = "0", .script = "Latn", .line_percent = 100, .letter_percent = 46},'

# add TAG...: a row each, above the pseudo-language's.
add()
{
    rows=
    for tag; do
        rows="$rows$(printf '%s' "$row" | sed "s/@/$tag/")"
    done
    sed "s/{.tag = \"qps\"/$rows&/" kiosk/core/language.c >"$place/language.c"
}

build()
{
    gcc -std=c11 -D_GNU_SOURCE -DTEST_BUILD -Wall -Wextra -Werror -Ikiosk -I"$BUILD/gen" -o "$place/eighth" \
        tests/guards/eighth.c "$place/language.c" kiosk/core/message.c kiosk/core/voice.c \
        "$BUILD/lib/libcore-test.a" -lm 2>"$place/out"
}

passed=0
failed=0
add de fr hi pt sw
if build && "$place/eighth"; then
    passed=$((passed + 1))
else
    echo "eight languages: refused"
    cat "$place/out"
    failed=$((failed + 1))
fi
add de fr hi pt sw tr
if build; then
    echo "nine languages: let through"
    failed=$((failed + 1))
elif grep -q "every language can be offered" "$place/out"; then
    passed=$((passed + 1))
else
    cat "$place/out"
    failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
