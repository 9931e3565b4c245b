/* SPDX-License-Identifier: MIT */
/* Numbers from a seed: the made-up answers of a simulation. In the test build alone they can stand
 * in for noise. */
#ifndef MAIN_SEEDED_H
#define MAIN_SEEDED_H

#include "core/noise.h"

struct seeded {
    uint64_t state;
};

/* Returns the next number, uniform over 64 bits. */
uint64_t seeded_next(struct seeded *seeded);

/* Returns a number in [0, bound), uniform enough for made-up people. bound: far below 2^32. */
uint32_t seeded_below(struct seeded *seeded, uint32_t bound);

#ifdef TEST_BUILD
/* Returns a source of noise that is the same on every run. */
struct random_source seeded_source(struct seeded *seeded);
#endif

#endif
