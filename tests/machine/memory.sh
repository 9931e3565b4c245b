#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a small machine from a README that promises too much: what the whole kiosk takes at rest and
# at its peak, while a PIN is hashed, is measured and fits the figures there. Prints both.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display
start_kiosk "$tab/data"

# MB of their own of main and of all that came from it, also what lasts a quarter of a second.
own_mb()
{
    found=$kiosk_pid
    for child in $(cat "/proc/$kiosk_pid/task/$kiosk_pid/children"); do
        found="$found $child $(cat "/proc/$child/task/$child/children" 2>/dev/null || true)"
    done
    for pid in $found; do
        cat "/proc/$pid/smaps_rollup" 2>/dev/null || true
    done | awk '/^Private_/ { kib += $2 } END { printf "%.0f\n", kib * 1024 / 1e6 }'
}
watch_memory()
{
    while [ ! -e "$tab/enough" ]; do
        own_mb >>"$tab/samples"
        sleep 0.03
    done
}

rest=$(own_mb)
watch_memory &
others=$!
play tests/machine/memory.session
sleep 1
touch "$tab/enough"
wait "$others"
others=
peak=$(sort -n "$tab/samples" | tail -n 1)
after=$(own_mb)
stop_kiosk
echo "memory of its own: $rest MB at rest, $peak MB at the peak, $after MB after ($(wc -l <"$tab/samples") looks)"
# The first figure with a unit in the paragraph is the whole, the second what it takes at rest.
# shellcheck disable=SC2046 # a list
set -- $(tr '\n' ' ' <README.md | grep -o 'about [0-9]* MB of free memory[^.]*' | grep -oE '[0-9]+')
[ "$1" -gt 64 ] && [ "$2" -lt "$1" ] || fail "README does not say what is needed: $*"
[ "$peak" -gt 64 ] || fail "nobody saw the PIN being hashed"
[ "$peak" -le "$1" ] || fail "README says $1 MB at the most"
[ "$rest" -le "$2" ] || fail "README says $2 MB at rest"
[ "$after" -lt 64 ] || fail "what a PIN took was not given back: $after MB"
held "what README says of memory is enough, and given back"
