#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever needs large letters on a panel of ten inches, which is not a low one: before a screen
# takes two pages, what it is there for stands at its foot, and then one page holds it.
set -u
cd "$(dirname "$0")/../.." || exit 3
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally
one_page()
{
    ! "${KIOSK_TEST:-build/kiosk-test}" layout --screen "$1" --lang "$2" --geometry 1024x600 --px-per-mm 4.63 \
        --size "$3" | grep -q '"common.more"'
}
holds "Welcome in Spanish, L" one_page welcome es L
holds "Closed in Spanish, L" one_page closed es L
holds "the end in Arabic, L" one_page finish ar L
tally
