# SPDX-License-Identifier: MIT
# Protects who prints the guide: two pages in each language, the card one, every letter there, the
# pictures in it, and the names of the buttons as the screens show them.
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally

built=$(realpath --relative-to=. "$BUILD")
status=0
scripts/guide "$built" >"$place/log" 2>&1 || status=$?
if [ $status -eq 2 ] || ! command -v pdfinfo >/dev/null; then
    echo "skipped: for want of chromium or poppler-utils nothing was printed"
    exit 0
fi
holds "the guide is made" test $status -eq 0
pages()
{
    [ "$(pdfinfo "$1" | awk '$1 == "Pages:" { print $2 }')" = "$2" ]
}
for catalogue in assets/text/*.po; do
    language=$(basename "$catalogue" .po)
    guide=$built/guide/guide.$language.pdf
    holds "two pages in $language" pages "$guide" 2
    holds "one card in $language" pages "$built/guide/card.$language.pdf" 1
    holds "four pictures in $language" test "$(pdfimages -list "$guide" | awk '$3 == "image"' | grep -c .)" -eq 4
    holds "fonts of its own in $language" sh -c "pdffonts '$guide' | grep -c 'yes yes'"
    holds "nothing unexpanded in $language" sh -c "! grep -E '\{[a-z]' '$built/guide/guide.$language.html'"
done
pdftotext -layout "$built/guide/guide.en.pdf" "$place/en.txt"
for words in "Open a meeting" "Close meeting" "Backup and restore"; do
    grep -qx "msgstr \"$words\"" assets/text/en.po && holds "“$words” is printed" grep -q "$words" "$place/en.txt"
done
holds "the installer's page is printed" pages "$built/guide/installer.pdf" 2
holds "the accessibility statement is printed" test -s "$built/guide/accessibility.pdf"
tally
