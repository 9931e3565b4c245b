#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects determinism: the same stories give the same states, frames and pixels twice and on both
# drivers, painting what changed gives what painting the whole gives, and two tours are the same
# files, byte by byte.
set -eu
cd "$(dirname "$0")/../.."
WIDTH=1024
HEIGHT=768
. tests/e2e/display

"$KIOSK_TEST" replay --hashes tests/replay/*.session >"$tab/once" ||
    fail "a story does not hold: $(grep FAIL "$tab/once")"
"$KIOSK_TEST" replay --hashes tests/replay/*.session >"$tab/twice"
cmp "$tab/once" "$tab/twice" || fail "two runs of the stories differ"
held "$(wc -l <"$tab/once") states and frames are the same twice"

# The offscreen driver's display has one size; the stories take place on the whole of it.
stories="first-visit pause-everywhere comfort four-meetings report"
files=$(for story in $stories; do echo "tests/replay/$story.session"; done)
"$KIOSK_TEST" replay --hashes --driver offscreen $files >"$tab/offscreen" ||
    fail "offscreen: $(tail -n 3 "$tab/offscreen")"
start_display
"$KIOSK_TEST" replay --hashes --driver x11 $files >"$tab/x11" || fail "x11: $(tail -n 3 "$tab/x11")"
cmp "$tab/offscreen" "$tab/x11" || fail "the drivers differ"
held "$(wc -l <"$tab/x11") pictures are the same on x11 and offscreen"

# A low panel with the largest letters, where most screens have pages.
mkdir "$tab/a" "$tab/b"
low="--geometry 1024x600 --px-per-mm 6.68 --size XL"
"$KIOSK_TEST" tour --out "$tab/a" $low >"$tab/tour" || fail "the tour: $(tail -n 3 "$tab/tour")"
"$KIOSK_TEST" tour --out "$tab/b" $low >/dev/null
diff -r "$tab/a" "$tab/b" || fail "two tours differ"
held "$(ls "$tab/a" | wc -l) files of a tour are the same twice"

for screen in $("$KIOSK_TEST" screens); do
    ls "$tab/a" | grep -qE "^[0-9]+-$screen(-[a-z]+)?\.png$" || fail "the tour misses $screen"
done
held "the tour meets every screen, also where most of them have pages"
