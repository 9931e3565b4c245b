#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the first run on a real display and in the real sandbox: what is chosen page by page is
# in the files when the page is left, and the next start knows it.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

data=$tab/data
start_display
start_kiosk "$data"
# Dead keys, and letters behind AltGr; now, since a server without programs begins anew.
setxkbmap -layout es
play tests/e2e/setup.session
held "a machine is set up by mouse"

grep -qx "look = calm-dark" "$data/machine" || fail "the look was not kept"
grep -qE "^fit = [0-9]+ $WIDTH $HEIGHT\$" "$data/machine" || fail "the size was not kept"
grep -qx "scale = 2" "$data/settings" || fail "the blur was not kept"
grep -qx "questions-off = q7" "$data/settings" || fail "the questions were not kept"
grep -qx "still-open = practice" "$data/settings" || fail "what is open was not kept"
grep -qx "support-phone = Kíma ñ 5@" "$data/settings" || fail "the support line was not kept"
held "every page is in the files"

stop_kiosk
"$KIOSK" health --data "$data" >"$tab/health" || true
grep -q "Screen size: measured." "$tab/health" || fail "$(cat "$tab/health")"
held "health knows that the screen was measured"

"$KIOSK_TEST" layout --screen setup-pin --state fitted >"$tab/layout"
grep -q '"px_per_mm_source": "calibrated"' "$tab/layout" || fail "$(head -n 3 "$tab/layout")"
"$KIOSK_TEST" layout --screen setup-pin >"$tab/layout"
grep -q '"px_per_mm_source": "assumed"' "$tab/layout" || fail "$(head -n 3 "$tab/layout")"
held "ACCESS 14: after the wizard the scale is calibrated, before it assumed"
