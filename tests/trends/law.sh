#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what trends claim: quiet groups are seldom told of a change, changes are found, bands hold
# and numbers are near the truth, each with the Monte Carlo error of few made-up groups.
exec "${KIOSK_TEST:-build/kiosk-test}" trends-law short
