#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever waits for an old machine: on the way to every view no step measures and builds more
# than the bounds in kiosk/tools/presses, nor does the view in the middle of all. Counted, never timed.
# presses.long.sh does so on every panel.
set -eu
cd "$(dirname "$0")/../.."
presses() { "${KIOSK_TEST:-build/kiosk-test}" presses "$@"; }
presses --lang en
presses --lang es --geometry 1024x600 --px-per-mm 6.68 --size L
presses --lang ar --geometry 1366x768 --px-per-mm 3.95 --size XL
