/* SPDX-License-Identifier: MIT */
/* The resting screens: Welcome, and Closed while no meeting takes starts. */
#ifndef SCREENS_REST_H
#define SCREENS_REST_H

#include "core/presence.h"
#include "screens/app/app.h"

enum {
    RINGS_MS = STIRRED_MS /* the rings move for so long after a sign of a person, then settle */
};

/* Returns when the picture moves next, in ms (core/resting.h); UINT64_MAX while the picture does
 * not move. */
uint64_t rest_drift_due(const struct app *app);

#endif
