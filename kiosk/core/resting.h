/* SPDX-License-Identifier: MIT */
/* The picture of a resting screen goes dim. So that no picture burns into a display that is kept
 * awake for an evening or for days, the picture moves by a step a minute while nobody is there. The
 * directions across and down turn around at different times, so all places are visited. A plain
 * surface looks the same wherever it moves, so the light also goes down by a hundredth a step, and
 * up again. This module must not know what the picture shows. */
#ifndef CORE_RESTING_H
#define CORE_RESTING_H

#include <stdint.h>

enum {
    REST_DIM_MS = 30 * 1000, /* the picture goes dim, */
    REST_DIM_FADE_MS =
        6000, /* as slowly as ACCESS 15 asks for: at most 10 % of luminance in 300 ms */
    REST_DRIFT_MS = 60 * 1000,
    REST_RINGS_FRAME_MS = 67, /* 15 a second */
    REST_FADE_FRAME_MS = 50,
    REST_DRIFT_UM = 200, /* length of a step; every margin has room for all of them */
    REST_DRIFT_ACROSS = 10,
    REST_DRIFT_DOWN = 11,
};

/* Where the picture stands after so many steps, in steps from its usual place. */
struct resting_place {
    int32_t across, down;
};
struct resting_place resting_place(uint64_t step);
/* Returns when the picture moves next. input_ms: when the last person was there; last_ms: when the
 * picture last moved. */
uint64_t resting_drift_ms(uint64_t input_ms, uint64_t last_ms);

/* Returns the light of the picture in hundredths, so long after the last person was there. It is
 * never black. */
uint8_t resting_light(uint64_t untouched_ms, uint64_t step);

/* Returns the phase of the rings so long after they were stirred, in thousandths of the distance
 * between two rings. They move by one distance in rings_ms, slowly at the beginning and at the end,
 * and come to rest where they began, so that a settled screen is always the same picture. The phase
 * changes in whole frames, so that two runs agree. */
uint16_t resting_rings(uint64_t stirred_ms, uint64_t rings_ms);

#endif
