#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the same as matrix.sh, with every language on every panel.
exec "$KIOSK_TEST" matrix --lang qps
