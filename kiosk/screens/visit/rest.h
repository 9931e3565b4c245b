/* SPDX-License-Identifier: MIT */
/* The resting screens: Welcome, and Closed while no meeting takes starts. */
#ifndef SCREENS_REST_H
#define SCREENS_REST_H

#include "core/presence.h"
#include "screens/app/app.h"

enum {
    RINGS_MS = STIRRED_MS /* the rings move for so long after a sign of a person, then settle */
};

/* When the picture moves next (core/resting.h); UINT64_MAX: nothing is to move here. */
uint64_t rest_drift_due(const struct app *app);

#endif
