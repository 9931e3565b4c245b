/* SPDX-License-Identifier: MIT */
/* The resting screens: Welcome, and Closed while no meeting takes starts. */
#ifndef SCREENS_REST_H
#define SCREENS_REST_H

#include "screens/app/app.h"

/* How often the picture of an untouched resting screen moves a little, and changes its light, while
 * a meeting is open. */
enum { REST_DRIFT_MS = 60 * 1000 };

/* When it moves next; UINT64_MAX: nothing is to move here. */
uint64_t rest_drift_due(const struct app *app);

#endif
