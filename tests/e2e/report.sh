#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the report on the command line: behind the PIN, in every language one whole page with the
# numbers of the table, nothing from outside, and no file overwritten or left half-written.
set -eu
cd "$(dirname "$0")/../.."
. tests/machine/checks

report()
{
    echo "$1" | "$KIOSK" report --data "$tab/data" --format "$2" --out "$3" --lang "$4" >"$tab/said" 2>&1
}

# The blur comes from a seed here: how many charts a page has depends on what can be told.
"$KIOSK_TEST" simulate --data "$tab/data" --meetings 104 --people 10 --seed 1 --seed-noise 1 --pin 246810 \
    >"$tab/said" ||
    fail "simulate: status $?"
! report 111111 html "$tab/page.html" en || fail "a wrong PIN gives a report"
[ ! -e "$tab/page.html" ] || fail "a wrong PIN leaves a file"
status=0
"$KIOSK" report --data "$tab/data" --out "$tab/page.html" >"$tab/said" 2>&1 </dev/null || status=$?
[ $status -eq 1 ] && grep -q "no PIN was given" "$tab/said" || fail "without any PIN: status $status: $(cat "$tab/said")"
held "no report without the PIN, and one that nobody gave is not called wrong"

report 246810 csv "$tab/table.csv" en || fail "csv: status $?"
for po in assets/text/*.po; do
    language=$(basename "$po" .po)
    page=$tab/page-$language.html
    report 246810 html "$page" "$language" || fail "html in $language: status $?"
    xmllint --noout "$page" || fail "the page in $language is not well-formed"
    grep -q "<html lang=\"$language\"" "$page" || fail "the page is not in $language"
    [ "$(grep -c '<svg ' "$page")" -eq 8 ] || fail "not eight charts in $language"
    ! grep -qiE 'https?:|href|src=|<script|url\(' "$page" || fail "something from outside in $language"
done
held "one well-formed page in each language"

# The newest level of all together and of each question; a chart's largest letters are its value.
table=$(awk -F, 'NR == 2 { newest = $2 } $2 == newest && $4 ~ /^"(all|q[0-9]+)"$/ { print $5 }' \
    "$tab/table.csv" | sort)
charts=$(sed -nE 's/.*font-size="(44|87)".*>([0-9]+)<.text>.*/\2/p' "$tab/page-en.html" | sort)
[ "$table" = "$charts" ] || fail "the table says $table, the charts $charts"
held "the charts' numbers are the table's"

# What a spreadsheet needs: the mark of UTF-8, a window for each row alone, whole numbers, ids quoted.
[ "$(head -c 3 "$tab/table.csv" | od -An -tx1 | tr -d ' ')" = efbbbf ] || fail "no mark of UTF-8"
windows=$(tail -n +2 "$tab/table.csv" | cut -d, -f1)
[ -n "$windows" ] && [ -z "$(echo "$windows" | sort | uniq -d)" ] || fail "a window stands in two rows"
! tail -n +2 "$tab/table.csv" |
    grep -vE '^[0-9]+,[0-9]+,[0-9]{4}-[0-9]{2},"[a-z0-9-]+",[0-9]*,[0-9]+,[0-9]+$' ||
    fail "a row has another form"
held "the table's rows are whole, and each has its own window"

before=$(cksum <"$tab/page-en.html")
! report 246810 html "$tab/page-en.html" en || fail "a report is overwritten"
# What stands in the way is told first, and nobody types a PIN for nothing: none is read.
for out in "$tab/page-en.html" "$tab/none/page.html"; do
    cp "$tab/data/guard" "$tab/guard"
    echo 111111 | {
        ! "$KIOSK" report --data "$tab/data" --out "$out" >"$tab/said" 2>&1 && cat >"$tab/unread"
    }
    [ "$(cat "$tab/unread")" = 111111 ] || fail "a PIN was asked for, and $out cannot be written"
    cmp "$tab/guard" "$tab/data/guard" || fail "a try was counted for $out"
done
held "what cannot be written is told before a PIN is asked for"
[ "$before" = "$(cksum <"$tab/page-en.html")" ] || fail "the older report has changed"
held "no file is overwritten"
echo "$passed passed, 0 failed"
