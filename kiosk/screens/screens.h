/* SPDX-License-Identifier: MIT */
/* The one list of the kiosk's screens and modules. kiosk/ARCHITECTURE.md, "The screens", says which
 * folder holds which screens. */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "screens/app/part.h"

/* All screens, in the order of SCREEN_LIST, all modules, and the pages of the first run. */
extern const struct screen_list SCREENS;

const char *screen_name(enum screen_id screen);
/* Returns the screen of this name; -1 when there is none. */
int screen_find(const char *name);

#endif
