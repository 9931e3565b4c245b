/* SPDX-License-Identifier: MIT */
/* The screens of the kiosk. Each wing is a folder, and arrows between wings run one way:
 *
 *     app <- parts <- visit <- access <- setup <- facilitator <- this list
 *
 *   app          what every screen needs and no screen is: the step, input, focus, navigation
 *   parts        words and controls that many screens use
 *   visit        what a person meets from Welcome to All clear
 *   access       comfort, reading aloud, switches
 *   setup        the first run; the settings open the same pages
 *   facilitator  the PIN, the meeting, trends, the report, backups */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "screens/app/part.h"

/* All screens, in the order of SCREEN_LIST, all modules, and the pages of the first run. */
extern const struct screen_list SCREENS;

const char *screen_name(enum screen_id screen);
/* Returns the screen of this name; -1 when there is none. */
int screen_find(const char *name);

#endif
