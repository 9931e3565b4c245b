/* SPDX-License-Identifier: MIT */
/* What a facilitator has to read before anything else. */
#ifndef SCREENS_ERROR_H
#define SCREENS_ERROR_H

#include "screens/app/screen.h"

/* The PIN was right: to the first notice, or to the meeting. A file that cannot be used is said
 * each time. */
void error_begin(struct app *app);
/* To the next notice, or to the meeting. */
void error_go_on(struct app *app);

#endif
