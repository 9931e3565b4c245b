#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects every reader and the keeper from bytes nobody thought of: five minutes each under libFuzzer.
cd "$(dirname "$0")/../.." || exit 3
exec make --no-print-directory BUILD="${BUILD:-build}" FUZZ_SECONDS=300 fuzz
