#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what trends claim, on many groups: the law with a smaller error, and that no kind of quiet
# group needs a higher critical value than the one in core/claim.c. And that the usual blur is read as
# well as the lighter one once was.
set -e
kiosk_test=${KIOSK_TEST:-build/kiosk-test}
"$kiosk_test" trends-law critical 1000
"$kiosk_test" trends-law blur 400
"$kiosk_test" trends-law short 1500
