#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the guarantee's figures: 200,000 meetings a scale through the real file, from which the
# lower bounds of epsilon are at least four fifths of what is claimed and never more; the law of ten
# million draws of the system's numbers; a hundred thousand windows.
set -u
cd "$(dirname "$0")/../.." || exit 3
KIOSK_TEST_LONG=1
export KIOSK_TEST_LONG
failed=0
for name in keeper_audit core_noise core_band; do
    "${BUILD:-build}/tests/unit/$name" || failed=1
done
exit $failed
