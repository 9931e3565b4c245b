#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever tries the test build by hand: what it is told wrongly it answers with one clear line
# and the right status, what it is told rightly it does, on every screen, and it never shows the
# totals of a real group.
set -eu
BUILD=${BUILD:-build}
KIOSK=${KIOSK:-$BUILD/kiosk}
KIOSK_TEST=${KIOSK_TEST:-$BUILD/kiosk-test}
tab=$(mktemp -d)
trap 'rm -rf "$tab"' EXIT
passed=0
failed=0

# answers STATUS WORDS COMMAND...: ends so, and says these words on standard error, "-" being none.
answers()
{
    want=$1
    words=$2
    shift 2
    status=0
    "$KIOSK_TEST" "$@" >"$tab/out" 2>"$tab/err" || status=$?
    if [ "$words" = - ]; then
        [ ! -s "$tab/err" ] && said=0 || said=1
    else
        grep -qF -e "$words" "$tab/err" && said=0 || said=1
    fi
    if [ "$status" -eq "$want" ] && [ $said -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL status $status, not $want \"$words\": $*"
        head -n 3 "$tab/err"
    fi
}

png=$tab/a.png
answers 2 "no such screen" shot --screen nowhere --out "$png"
answers 2 "no --screen" shot --out "$png"
answers 2 "needs --out" shot --screen question
answers 2 "needs a value" shot --screen question --out
answers 2 "no such option" shot --screen question --share 1 --out "$png"
answers 2 "no such option" replay --record=yes tests/replay/clock-set-back.session
answers 2 "given twice" replay --hashes --hashes tests/replay/clock-set-back.session
answers 2 "given twice" shot --screen question --screen=pause --out "$png"
answers 0 - shot "--out=$png" --screen=question --lang=en
answers 2 "not WIDTHxHEIGHT" shot --screen question --geometry= --out "$png"
answers 2 "no such option" shot --screen question --colour red --out "$png"
answers 2 "not understood: red" shot --screen question red --out "$png"
answers 2 "no such theme" shot --screen question --theme pink --out "$png"
answers 2 "no such size" shot --screen question --size m --out "$png"
answers 2 "no such language" shot --screen question --lang de --out "$png"
answers 2 "no such language" shot --screen question --lang ../en --out "$png"
answers 2 "has no state" shot --screen question --state nope --out "$png"
for panel in 0x0 1x1 99999x10 320x200 -5x-5 1920 x 1920x1080x3 "1920 x 1080" ""; do
    answers 2 "not WIDTHxHEIGHT" shot --screen question --geometry "$panel" --out "$png"
done
for scale in 0 -1 nan inf 1e9 5.56mm ""; do
    answers 2 "not pixels a millimetre" layout --screen question --px-per-mm "$scale"
done
answers 3 "cannot be written" shot --screen question --out "$tab/none/a.png"
answers 3 "cannot be written" layout --screen question --out "$tab/none/a.json"
answers 3 "could not be written whole" layout --screen question --out /dev/full
# What is printed to nowhere was not answered.
for output in /dev/full '&-'; do
    for command in screens "layout --screen question" "replay --help"; do
        status=0
        eval "$KIOSK_TEST $command >$output" 2>"$tab/err" || status=$?
        if [ $status -eq 3 ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAIL status $status, not 3: $command >$output"
        fi
    done
done
answers 3 "cannot be read" shot --screen question --data "$tab/none" --out "$png"
answers 3 "cannot be read" replay "$tab/none.session"
answers 2 "replay needs" replay
answers 2 "needs one of short" trends-law
answers 2 "needs one of short" trends-law all
answers 2 "needs one of short" trends-law short none
answers 2 "tour needs" tour
answers 3 "No such file" tour --out "$tab/none/tour"
answers 2 "no such state" matrix --screen question --state nope
answers 2 "no such screen" matrix --screen nowhere
answers 2 "no such screen" read --screen nowhere
answers 2 "not understood" screens all

# The far corners of what is allowed draw something, or say that the way there is blocked.
for panel in 320x320 3840x320 320x3840 3840x3840; do
    answers 0 - shot --screen question --geometry "$panel" --out "$png"
done
answers 1 "is blocked" shot --screen finish --geometry 320x320 --px-per-mm 10 --out "$png"

"$KIOSK_TEST" screens >"$tab/screens"
while read -r screen; do
    answers 0 - layout --screen "$screen" --geometry 1024x600 --px-per-mm 6.68 --size XL \
        --theme high-contrast-dark --lang qps
    grep -q "^{\"screen\": \"$screen\", \"lang\": \"qps\"" "$tab/out" || {
        failed=$((failed + 1))
        echo "FAIL another screen than $screen"
    }
done <"$tab/screens"

"$KIOSK" simulate --meetings 4 --people 6 --seed 1 --data "$tab/data" --pin 246810
answers 0 - shot --screen trends --data "$tab/data" --out "$png"
rm "$tab/data/SIMULATED"
answers 3 "is left alone" shot --screen trends --data "$tab/data" --out "$png"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
