#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who listens instead of looking: of every view all that stands on it is said, in the order
# in which it stands there (ACCESS 38), from left to right and from right to left. Also that every
# view is reached on a small panel with the largest letters, so that "tour --state all" shows it.
set -eu
cd "$(dirname "$0")/../.."
"${KIOSK_TEST:-build/kiosk-test}" read --lang en
"${KIOSK_TEST:-build/kiosk-test}" read --lang es
"${KIOSK_TEST:-build/kiosk-test}" read --lang ar
"${KIOSK_TEST:-build/kiosk-test}" read --lang en --geometry 1024x600 --px-per-mm 6.6 --size XL
