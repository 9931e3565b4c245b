#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the start from whatever stands where a plain file should: a pipe in place of the display's
# key or of a font is not waited for, and what is missing is named with the package that brings it.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display
mkfifo "$tab/pipe"

# shown: the kiosk has drawn a screen.
shown() { [ -s "$tab/log" ]; }
XAUTHORITY=$tab/pipe "$KIOSK_TEST" run --data "$tab/data" --log "$tab/log" 2>"$tab/kiosk.log" &
kiosk_pid=$!
soon 20 shown || fail "a pipe in place of the display's key keeps the kiosk waiting"
stop_kiosk
held "a pipe in place of the display's key is none"

# A pipe, or any file that is not the system's, in place of the time zone.
for zone in "$tab/pipe" ":$tab/pipe" /etc/passwd; do
    for command in run health "inspect --data $tab/none"; do
        status=0
        # shellcheck disable=SC2086 # a command and its options
        TZ=$zone timeout 20 "$KIOSK" $command >"$tab/told" 2>&1 || status=$?
        [ $status -eq 3 ] || fail "$command in the zone $zone: status $status: $(cat "$tab/told")"
        grep -qF "the time zone is “$zone”" "$tab/told" || fail "$command in $zone: $(cat "$tab/told")"
    done
done
held "a time zone that is none of the system's is refused in words"

# A program without its words, in a folder whose name a terminal would obey.
name=$(printf 'cleared\033[2Jaway')
mkdir "$tab/$name"
cp "$KIOSK" "$KIOSK-face" "$tab/$name"
cp -RL "${KIOSK%/*}/assets" "$tab/$name"
rm -r "$tab/$name/assets/text/"*
mkfifo "$tab/$name/assets/text/en.mo"
for gone in "a catalogue" assets/text assets; do
    [ "$gone" = "a catalogue" ] || rm -r "${tab:?}/$name/$gone"
    status=0
    timeout 20 "$tab/$name/kiosk" --data "$tab/data" 2>"$tab/told" || status=$?
    [ $status -eq 3 ] || fail "without $gone: status $status: $(cat -v "$tab/told")"
    grep -q "^kiosk: its words are missing (.*). Install the kiosk again.$" "$tab/told" ||
        fail "without $gone: $(cat -v "$tab/told")"
    ! grep -q "$(printf '\033')" "$tab/told" || fail "a name is obeyed: $(cat -v "$tab/told")"
done
held "a program without its words, or with a pipe in their place, says so, and no name does anything to a terminal"

# In a name space of its own a pipe, or nothing, stands in the place of a font.
font=/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf
if ! unshare -m true 2>/dev/null; then
    echo "skipped: a pipe in place of a font needs a name space of its own"
    exit 0
fi
for thing in "$tab/pipe" /dev/null; do
    status=0
    timeout 20 unshare -m sh -c 'mount --bind "$1" "$2" && exec "$3" run --data "$4"' - \
        "$thing" "$font" "$KIOSK_TEST" "$tab/data" 2>"$tab/told" || status=$?
    [ $status -eq 3 ] || fail "$thing in place of a font: status $status"
    grep -qF "the letters $font are missing. Install the package fonts-noto-core." "$tab/told" ||
        fail "$thing in place of a font: $(cat "$tab/told")"
done
held "a pipe or a device in place of a font is a missing font, and is named with its package"
