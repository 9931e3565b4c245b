/* SPDX-License-Identifier: MIT */
/* The picture of a resting screen: it goes dim, and so that none burns into a display that is kept
 * awake for a whole evening, or for days, it moves by a step a minute while nobody is there. Across
 * and down turn around at different times, so all places are visited. A plain surface looks the
 * same wherever it moves: so the light goes on down by a hundredth a step, and up again. Must not
 * know what the picture shows. */
#ifndef CORE_RESTING_H
#define CORE_RESTING_H

#include <stdint.h>

enum {
    REST_DIM_MS = 30 * 1000, /* the picture goes dim, */
    REST_DIM_FADE_MS = 6000, /* as slow as 10 % of luminance in 300 ms asks for (ACCESS 15) */
    REST_DRIFT_MS = 60 * 1000,
    REST_RINGS_FRAME_MS = 67, /* 15 a second */
    REST_FADE_FRAME_MS = 50,
    REST_DRIFT_UM = 200, /* a step: with so many of them every margin has room for it */
    REST_DRIFT_ACROSS = 10,
    REST_DRIFT_DOWN = 11,
};

/* Where the picture stands after so many steps, in steps from its place. */
struct resting_place {
    int32_t across, down;
};
struct resting_place resting_place(uint64_t step);
/* When it moves next: the last person was there at input_ms, and it last moved at last_ms. */
uint64_t resting_drift_ms(uint64_t input_ms, uint64_t last_ms);

/* Hundredths of its light so long after the last person; never black. */
uint8_t resting_light(uint64_t untouched_ms, uint64_t step);

/* The phase of its rings so long after they were stirred, in thousandths of a spacing: one spacing
 * in rings_ms, gently in and gently out. They come to rest where they began, so a settled screen is
 * always the same picture. Whole frames, so that two runs agree. */
uint16_t resting_rings(uint64_t stirred_ms, uint64_t rings_ms);

#endif
