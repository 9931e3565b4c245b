#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the blur and what is read through it, at full size: the law of ten million draws of the
# system's numbers, and a hundred thousand windows.
KIOSK_TEST_LONG=1
export KIOSK_TEST_LONG
failed=0
for name in core_noise core_band; do
    "${BUILD:-build}/tests/unit/$name" || failed=1
done
exit $failed
