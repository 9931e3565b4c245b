/* SPDX-License-Identifier: MIT */
/* Scripted random bytes. Zero noise makes every draw of the sampler 0, so that a story can name
 * exact totals; a seed gives the same noise on every run; empty gives nothing at all. */
#ifndef TOOLS_DICE_H
#define TOOLS_DICE_H

#include "core/noise.h"
#include "main/seeded.h"

enum dice_kind { DICE_ZERO, DICE_SEEDED, DICE_EMPTY };

struct dice {
    enum dice_kind kind;
    struct seeded numbers;
    const uint8_t *scale; /* of the noise to come: zero noise depends on it */
};

/* The dice as the keeper's source, and the next number for anything else. */
struct random_source dice_source(struct dice *dice);
uint64_t dice_next(struct dice *dice);

#endif
