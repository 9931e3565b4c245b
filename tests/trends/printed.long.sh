# SPDX-License-Identifier: MIT
# Protects who prints a report: on A4 and on Letter, in each language, the sentence, its chart, the
# prompt and all lines stand on one page, and the table on it or on the next; nothing is cut off at a
# page's edge, and no page holds less than three lines. A made-up group's says so on every page.
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally

if ! command -v chromium >/dev/null || ! command -v pdftotext >/dev/null; then
    echo "skipped: for want of chromium or poppler-utils no report was printed"
    exit 0
fi
# print PAGE PAPER PDF: as the browser's own printing does it; the paper is the style's here, since no
# dialog asks.
print()
{
    sed "s/@page{margin:/@page{size:$2;margin:/" "$1" >"$place/paper.html"
    chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$3" \
        "file://$place/paper.html" >"$place/log" 2>&1
}
pages() { pdfinfo "$1" | awk '$1 == "Pages:" { print $2 }'; }
# Words of a page that reach over its edge.
cut_off()
{
    pdftotext -bbox "$1" - | awk -F '"' '
        /<page / { width = $2; height = $4 }
        /<word / { if ($2 < 0 || $4 < 0 || $6 > width || $8 > height) print }'
}
lines_of() { pdftotext -f "$2" -l "$2" -layout "$1" - | grep -c '[^[:space:]]'; }

"$KIOSK" simulate --data "$place/two-years" --meetings 104 --people 24 --seed 1 --pin 246810 >/dev/null
"$KIOSK" simulate --data "$place/first" --meetings 12 --people 12 --seed 1 --pin 246810 >/dev/null
for catalogue in assets/text/*.po; do
    language=$(basename "$catalogue" .po)
    for group in two-years first; do
        page=$place/$group-$language.html
        echo 246810 | "$KIOSK" report --data "$place/$group" --format html --out "$page" \
            --lang "$language" >/dev/null 2>&1
        for paper in A4 Letter; do
            pdf=$place/$group-$language-$paper.pdf
            name="$group, $language, $paper"
            holds "$name is printed" print "$page" "$paper" "$pdf"
            count=$(pages "$pdf")
            most=2
            [ "$group" = two-years ] || most=1
            holds "$name has $count of $most pages" test "$count" -ge 1 -a "$count" -le $most
            holds "$name: nothing is cut off" test -z "$(cut_off "$pdf")"
            at=1
            while [ $at -le "${count:-0}" ]; do
                holds "$name: page $at is no leaf with a line or two" test "$(lines_of "$pdf" $at)" -ge 3
                # Arabic comes out of a PDF as it was drawn: its words are looked for by what is Latin.
                [ "$language" = ar ] || holds "$name: page $at says that it is made up" \
                    sh -c "pdftotext -f $at -l $at '$pdf' - | grep -q DEMO"
                at=$((at + 1))
            done
        done
    done
done
tally
