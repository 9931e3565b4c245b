#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever waits for an old machine: on the way to every view no step measures more letters or
# builds more than the bounds in kiosk/tools/presses. Counted, never timed.
set -eu
cd "$(dirname "$0")/../.."
presses() { "${KIOSK_TEST:-build/kiosk-test}" presses "$@"; }
presses --lang en
presses --lang es --geometry 1024x600 --px-per-mm 6.68 --size L
presses --lang ar --geometry 1366x768 --px-per-mm 3.95 --size XL
