#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the battery and the quiet: while nobody does anything, no process of the kiosk wakes.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

SECONDS_WATCHED=20

# The kiosk's processes: it and all below it.
processes()
{
    for stat in /proc/[0-9]*/stat; do
        # The name may hold blanks and brackets: what counts comes after the last one.
        sed -n 's/^\([0-9]*\) .*) [A-Za-z] \([0-9]*\) .*/\1 \2/p' "$stat" 2>/dev/null || true
    done | awk -v root="$kiosk_pid" '
        { parent[$1] = $2 }
        END {
            for (pid in parent) {
                for (at = pid; at != root && at in parent; at = parent[at]) {}
                if (at == root)
                    print pid
            }
        }' | sort -n
}

# One line a thread: pid, thread, what it is, voluntary and other switches, ticks of the processor.
counters()
{
    for pid in $(processes); do
        role=$(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c 1-60)
        for task in "/proc/$pid/task"/*; do
            switches=$(awk '/ctxt_switches/ { printf "%s ", $2 }' "$task/status")
            ticks=$(sed 's/.*) //' "$task/stat" | awk '{ print $12 + $13 }')
            echo "$pid ${task##*/} $switches$ticks ${role:-?}"
        done
    done
}

start_display
start_kiosk "$tab/data"
# The rings of the resting screen move for five seconds after an input; here nobody touched it.
sleep 8
counters >"$tab/before"
sleep $SECONDS_WATCHED
counters >"$tab/after"

count=$(cut -d ' ' -f 1 "$tab/before" | sort -u | wc -l)
echo "pid thread voluntary involuntary ticks, over $SECONDS_WATCHED s:"
awk 'NR == FNR { v[$2] = $3; n[$2] = $4; t[$2] = $5; next }
    { printf "%s %s %d %d %d %s %s %s\n", $1, $2, $3 - v[$2], $4 - n[$2], $5 - t[$2], $6, $7, $8 }' \
    "$tab/before" "$tab/after"
[ "$count" -ge 3 ] || fail "only $count processes: main, keeper and face are three"
held "main, keeper and face run"
cmp -s "$tab/before" "$tab/after" || fail "something woke"
held "nothing woke and nothing was computed"
stop_kiosk
held "SIGTERM ends it cleanly"
