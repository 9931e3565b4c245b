# SPDX-License-Identifier: MIT
# Protects who reads a guide in another language from reading another guide: the pages of all languages
# have the same parts, the same pictures and the same names of buttons, which the screens know; and the
# card says what it says in three sentences.
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally

# The parts of a page: its tags without their words, and what stands for words and pictures.
parts()
{
    sed 's/alt="[^"]*"//g' "$1" | grep -oE '<[^>]*>|\{[^}]*\}'
}

for kind in guide card; do
    parts assets/guide/$kind.en.html >"$place/en"
    [ "$(grep -c . "$place/en")" -gt 7 ]
    verdict "$kind has parts" $?
    for catalogue in assets/text/*.po; do
        language=$(basename "$catalogue" .po)
        parts assets/guide/$kind."$language".html >"$place/other"
        diff "$place/en" "$place/other"
        verdict "$kind in $language has the parts of the English one" $?
    done
done
for page in assets/guide/*.html; do
    for id in $(grep -oE '\{[a-z_.0-9]+\}' "$page" | tr -d '{}' | sort -u); do
        grep -qx "msgid \"$id\"" assets/text/en.po
        verdict "$page: the screens know $id" $?
    done
done
for card in assets/guide/card.*.html; do
    [ "$(sed -n 's/^<p>.*[^.]\.<\/p>$/&/p' "$card" | grep -vcE '\..*\.')" -eq 3 ]
    verdict "$card has three sentences" $?
done
# The figure that the guide gives is the one of the promise.
for page in assets/guide/guide.*.html; do
    grep -qE '6 times in 10|6 veces de cada 10|٦ مرات من ١٠' "$page"
    verdict "$page tells of the best guess" $?
done
grep -q 'about 6 times in 10' README.md
verdict "README.md gives the same figure" $?
tally
