#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who wonders whether a press did anything: no two pages that a person meets one after the
# other begin with nearly the same words, in any language.
set -u
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally
. tests/words/catalogue

pages='welcome promise arrive pause look sit finish closing clear erase'

# Two of the first three words are the same, at the same place.
alike()
{
    texts "$1" | awk -F '\t' -v pages="$pages" '
    BEGIN { n = split(pages, page, " "); for (i = 1; i <= n; i++) wanted[page[i] ".title"] = 1 }
    $1 in wanted {
        text = tolower($2)
        gsub(/[.,:;?!¿¡،؟]/, "", text)
        title[++count] = text
        name[count] = $1
    }
    END {
        if (count != n) print count " titles of " n
        for (i = 1; i <= count; i++)
            for (k = i + 1; k <= count; k++) {
                split(title[i], a, " "); split(title[k], b, " ")
                same = 0
                for (w = 1; w <= 3; w++) same += a[w] != "" && a[w] == b[w]
                if (same >= 2) print name[i] " and " name[k] ": " title[i] " / " title[k]
            }
    }'
}

for po in assets/text/*.po; do
    equal "beginnings in $po" "$(alike "$po")" ""
done
tally
