#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects every test that ends by tests/fail: wherever fail is called, the test says what failed, does not
# go on, and its status tells that it failed. A helper inside "$(...)" is easily overlooked.
set -u
cd "$(dirname "$0")/../.." || exit 3
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally

# ends WHAT LINES: a test of these lines fails in them, and says nothing after them.
ends()
{
    printf '%s\n' 'set -eu' '. tests/fail' 'trap "echo over >&2" EXIT' 'helper() { fail "this one"; }' "$2" \
        'echo "it went on"' >"$place/test"
    sh "$place/test" >"$place/out" 2>"$place/said"
    equal "$1: status" $? 1
    equal "$1: said" "$(cat "$place/out" "$place/said" | tr '\n' ' ')" "FAIL: this one over "
}

ends "by itself" 'helper'
ends "in a command substitution" 'found=$(helper; echo nothing)'
ends "in the words of a command" 'echo "$(helper)" >/dev/null; sleep 0.1'
ends "in a condition" 'if [ "$(helper)" = it ]; then echo so; fi'
ends "before an or" 'found=$(helper) || true'
ends "in a pipeline" 'echo a | while read -r line; do helper; done | cat; true'
ends "in a subshell" '(helper) || true'
ends "in the background" 'helper & sleep 5'
tally
