#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the engine from what could leak through it: no floating point, no other random numbers,
# no clock, no heap, no file. Usage: symbols.sh [ARCHIVE|OBJECT...], of which noise, counters and totals
# are looked at, a later one instead of an earlier; without any, the library of the build. CC may name
# the compiler.
set -eu

fail() {
    echo "symbols: $*" >&2
    exit 1
}

[ $# -gt 0 ] || set -- "${BUILD:-build}/lib/libcore.a"
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for input in "$@"; do
    case $input in
    *.a) input=$(cd "$(dirname "$input")" && pwd)/$(basename "$input") && (cd "$work" && ar x "$input") ;;
    *) cp "$input" "$work" ;;
    esac
done

# All that the three may call: each other, bytes, and what hardening and assert bring along.
allowed='noise_below|noise_discrete_laplace|noise_pool_(fill|source|wipe)
|counters_open|counters_add|counters_wipe|month_is_valid|month_span_add
|memcpy|memset|memcmp|strcmp|strnlen|snprintf|explicit_bzero
|__(memcpy|memset|snprintf|explicit_bzero)_chk|__assert_fail|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_'
allowed=$(printf '%s' "$allowed" | tr -d '\n')

for name in noise counters totals; do
    object=$work/$name.o
    [ -f "$object" ] || fail "$name.o was not given"
    foreign=$(nm -u "$object" | awk '{print $NF}' | grep -Evx "$allowed" || true)
    [ -z "$foreign" ] || fail "$name.o uses" $foreign
    status=0
    fractions=$("$root/scripts/fractions" "$object") || status=$?
    [ $status -eq 0 ] || [ $status -eq 4 ] || fail "$name.o cannot be looked into"
    [ -z "$fractions" ] || fail "$name.o computes with fractions:" $fractions
    # The same source for a machine that has no registers for fractions at all.
    "${CC:-gcc}" -std=c11 -D_GNU_SOURCE -O2 -mgeneral-regs-only -I"$root/kiosk" \
        -c -o "$work/plain.o" "$root/kiosk/core/$name.c" ||
        fail "$name.c does not compile without floating point"
done
echo "symbols: noise, counters and totals use whole numbers and bytes only"
