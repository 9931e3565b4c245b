/* SPDX-License-Identifier: MIT */
/* The figures of the promise, computed from scale and question count by this build: the best guess
 * in 100 of somebody who took the machine and knew everything else. */
#ifndef CORE_PROMISE_H
#define CORE_PROMISE_H

#include "core/noise.h"
#include "core/pack.h"

struct promise_figures {
    uint8_t guess_one;   /* one answer, upper or lower */
    uint8_t guess_part;  /* took part or not */
    uint8_t guess_all;   /* all answers or their exact opposites */
    uint8_t guess_year;  /* one same answer in 52 meetings, the file copied each time */
    uint8_t guess_alone; /* one same answer in four meetings held for that person alone */
};
void promise_compute(uint32_t scale, uint32_t question_count, struct promise_figures *out);

/* Pr[Z = z] of one draw: (1-a)/(1+a) a^|z|, a = exp(-1/scale). For pictures. */
double promise_chance(uint32_t scale, int32_t z);

#endif
