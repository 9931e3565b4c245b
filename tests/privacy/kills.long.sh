#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the totals file at full size against a process killed at any moment of the close: five
# hundred kills, none of them leaving a damaged file or a meeting that counts twice.
KIOSK_TEST_LONG=1 exec "${BUILD:-build}/tests/unit/store_kill"
