/* SPDX-License-Identifier: MIT */
/* Straight to a screen, for pictures and tests. */
#ifndef TOOLS_TEST_SHOW_H
#define TOOLS_TEST_SHOW_H

#include "screens/screens.h"

/* Goes straight to a screen with the state it usually has. */
void app_show(struct app *app, enum screen_id screen, uint64_t now_ms);

#endif
