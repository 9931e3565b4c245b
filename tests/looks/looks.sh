#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects that everybody can see what is shown, in every look: contrast, marks of choice and focus,
# and the pace of what moves, measured from painted pixels.
KIOSK_TEST=${KIOSK_TEST:-build/kiosk-test}
exec "$KIOSK_TEST" looks
