/* SPDX-License-Identifier: MIT */
/* The notices that a facilitator has to read before anything else. */
#ifndef SCREENS_ERROR_H
#define SCREENS_ERROR_H

#include "screens/app/screen.h"

/* Called when the PIN was right: goes to the first notice, or to the meeting where there is none.
 * The notice of a file that cannot be used comes each time. */
void error_begin(struct app *app);
/* Goes to the next notice, or to the meeting after the last one. */
void error_go_on(struct app *app);
/* A restore from the drive of this label ended so after its screen had been left: it is told after
 * the next PIN, once. */
void error_restored_late(struct app *app, const char *label, enum status result);

#endif
