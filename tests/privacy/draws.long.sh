#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the blur at full size: the law of ten million draws of the system's numbers.
KIOSK_TEST_LONG=1
export KIOSK_TEST_LONG
"${BUILD:-build}/tests/unit/core_noise"
