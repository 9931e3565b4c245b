/* SPDX-License-Identifier: MIT */
/* The figures of the promise, computed by this build from the scale and the number of questions:
 * how often in 100 the best guess is right, of somebody who took the machine and knew everything
 * else. */
#ifndef CORE_PROMISE_H
#define CORE_PROMISE_H

#include "core/noise.h"
#include "core/pack.h"

enum { PROMISE_WEEKS = 4 }; /* meetings in a row, for the figure about coming every week */

/* Returns how often in 100 the best guess is right if so many counters differ by one. 1: an answer
 * or none; 2: an answer or one of the other side; Q: took part or not; 2Q: all answers or their
 * opposites. Each copy of the file after one more meeting adds as many again. Rounded: 100 is more
 * than 99.5. */
uint32_t promise_guess(uint32_t scale, uint32_t coins);

/* Each figure is 99 at most. */
struct promise_figures {
    uint8_t guess_one;   /* one answer, upper or lower; answered or skipped */
    uint8_t guess_part;  /* took part or not */
    uint8_t guess_all;   /* all answers or their exact opposites */
    uint8_t guess_year;  /* one same answer in 52 meetings, the file copied each time */
    uint8_t guess_weeks; /* took part in PROMISE_WEEKS meetings or in none, copied each time */
};
void promise_compute(uint32_t scale, uint32_t question_count, struct promise_figures *out);

#endif
