#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects everybody who needs larger letters, another language or another panel: on every screen
# nothing is cut, covered or out of reach. The rules stand in kiosk/tools/matrix. English and Spanish
# are seen on a low, a usual and an upright panel, the longer pseudo-language and Arabic on all ten;
# matrix.long.sh has every language on every panel.
# ACCESS 1 2 3 4 5 6 12 35 36 37 38 51. Elsewhere: ACCESS 14 is tests/e2e/setup.sh and
# tests/replay/setup-wizard.session; ACCESS 44 is tests/replay/answer-invariance.session; ACCESS 52 is
# tests/words/reading.sh and translations.sh; ACCESS 7 to 11, 13, 15 to 17, 45 are "kiosk-test looks";
# ACCESS 49 is tests/unit/ui_theme_vision.c.
exec "$KIOSK_TEST" matrix short --lang qps
