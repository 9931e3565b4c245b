#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the guarantee's figures: after 200,000 meetings a scale through the real file the lower
# bounds of epsilon are at least four fifths of what is claimed, and never more.
KIOSK_TEST_LONG=1 exec "${BUILD:-build}/tests/unit/keeper_audit"
