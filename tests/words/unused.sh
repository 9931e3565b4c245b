#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects people from a sentence that was written for a moment and is never said in it: every message
# is named in a C source. Those that are reached by counting on from a neighbour are named here.
set -eu
cd "$(dirname "$0")/../.."
counted='^month\.(long\.)?([2-9]|1[0-2])$'
used=$(mktemp)
trap 'rm -f "$used"' EXIT
find kiosk -name '*.[ch]' -exec cat {} + | grep -o 'MSG_[A-Z0-9_]*' | sort -u > "$used"
ids=$(scripts/message-ids assets/text/en.po | sed -n 's/.*\(MSG_[A-Z0-9_]*\), "\([^"]*\)".*/\1 \2/p')
[ "$(echo "$ids" | wc -l)" -gt 500 ] || { echo "FAIL: only $(echo "$ids" | wc -l) ids were found"; exit 1; }
unsaid=$(echo "$ids" | while read -r name id; do grep -qx "$name" "$used" || echo "$id"; done | grep -Ev "$counted") || true
[ -z "$unsaid" ] || { echo "FAIL: nothing says:" $unsaid; exit 1; }
echo "$(echo "$ids" | wc -l) messages, each of them said somewhere"
