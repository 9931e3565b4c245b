#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever needs large letters on a panel of ten inches, which is not a low one: before a screen
# takes two pages, what it is there for stands at its foot, and then one page holds it. A question stands
# with its answers on a screen of 15 inches in the largest letters, in the language with the longest answer.
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
# answers LANGUAGE SIZE PANEL...: the question stands there with its answers.
answers()
{
    "${KIOSK_TEST:-build/kiosk-test}" layout --screen question --lang "$1" --size "$2" --geometry "$3" --px-per-mm "$4" \
        >"$place/page" && grep -q '"question.statement"' "$place/page" && grep -q '"question.answer.4"' "$place/page"
}
holds "Welcome in Spanish, L" one_page welcome es L
holds "Closed in Spanish, L" one_page closed es L
holds "the end in Arabic, L" one_page finish ar L
for language in en es ar; do
    holds "a question in $language, 1366x768" answers "$language" XL 1366x768 3.95
    holds "a question in $language, 1920x1080" answers "$language" XL 1920x1080 5.56
done
tally
