#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the same as presses.sh, in every language, text size and panel of the matrix.
set -u
cd "$(dirname "$0")/../.." || exit 3
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally
for language in en es ar qps; do
    holds "every press in $language" "${KIOSK_TEST:-build/kiosk-test}" presses all --lang $language
done
tally
