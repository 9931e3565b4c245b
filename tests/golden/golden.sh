#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects how the kiosk looks: each picture of tests/golden/list is what it was. A mismatch leaves
# NAME_err.png, with what differs in red, and NAME.png as it is now, in BUILD/golden.
#
#   golden.sh           compares
#   golden.sh --update  makes what is seen now the reference
set -u
BUILD=${BUILD:-build}
KIOSK_TEST=${KIOSK_TEST:-$BUILD/kiosk-test}
here=tests/golden
out=$BUILD/golden
place=$out
. tests/tally
mkdir -p "$out"
rm -f "$out"/*.png

while read -r name screen state panel scale look size language; do
    case $name in
    '' | '#'*) continue ;;
    esac
    "$KIOSK_TEST" shot --screen "$screen" --state "$state" --geometry "$panel" --px-per-mm "$scale" \
        --theme "$look" --size "$size" --lang "$language" --out "$out/$name.png" </dev/null
    status=$?
    if [ "${1-}" = --update ]; then
        # A picture that is as good as the same stays, byte for byte.
        if [ $status -eq 0 ] && ! "$KIOSK_TEST" compare --tolerance 0 --share 0 \
            "$here/$name.png" "$out/$name.png" >"$out/compare.log" 2>&1; then
            cp "$out/$name.png" "$here/$name.png" && echo "  $name"
            status=$?
        fi
    elif [ $status -eq 0 ]; then
        "$KIOSK_TEST" compare "$here/$name.png" "$out/$name.png" --out "$out/${name}_err.png"
        status=$?
        [ $status -ne 0 ] || rm "$out/$name.png"
    fi
    verdict "$name" $status
done <"$here/list"

if [ "${1-}" != --update ]; then
    # The eye itself: one choice is a difference, and every reference is listed.
    ! "$KIOSK_TEST" compare "$here/question.png" "$here/question-chosen.png" \
        --out "$out/eye_err.png" >"$out/compare.log" && [ -s "$out/eye_err.png" ]
    verdict "a chosen answer is seen as a difference" $?
    stray=$(for file in "$here"/*.png; do
        grep -q "^$(basename "$file" .png) " "$here/list" || echo "$file"
    done)
    [ -z "$stray" ]
    verdict "every picture is listed $stray" $?
fi

# Those of the README are of these, byte for byte.
for file in assets/pictures/*.png; do
    name=$(basename "$file")
    [ "${1-}" != --update ] || cmp -s "$file" "$here/$name" || cp "$here/$name" "$file"
    cmp -s "$file" "$here/$name"
    verdict "$file is $here/$name" $?
done
tally
