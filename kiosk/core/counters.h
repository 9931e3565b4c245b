/* SPDX-License-Identifier: MIT */
/* The counters of one open meeting. The noise comes first: the random numbers ARE the counters, so
 * an exact count exists nowhere at any time. The struct lives in one locked page of the keeper,
 * holds no pointers, and is wiped in one call. */
#ifndef CORE_COUNTERS_H
#define CORE_COUNTERS_H

#include "core/noise.h"
#include "core/pack.h"

enum side {
    SIDE_NONE = 0, /* skipped, or a way to pass, or nothing chosen: adds nothing */
    SIDE_UPPER = 1,
    SIDE_LOWER = 2,
};

/* No counter goes above this. Four such counters are far below TOTALS_TALLY_LIMIT, so a close can
 * always be written. To get there people would need an Add every 50 ms for three hours. */
enum { COUNTER_MAX = 200000 };

struct counters {
    uint32_t question_count;
    uint32_t scale;
    int32_t upper[PACK_QUESTION_MAX];
    int32_t lower[PACK_QUESTION_MAX];
};

/* Draws all 2 x question_count numbers from one fill of NOISE_POOL_BYTES. After a failure all
 * counters are zero and must not be used. */
MUST_USE enum status counters_open(struct counters *counters, const struct random_source *source,
                                   uint32_t question_count, uint32_t scale);

/* Adds one finished visit: 1 to at most one of the two counters of each question. INVALID: one of
 * sides[0..question_count) is no enum side. LIMIT: a counter is at COUNTER_MAX. After a failure
 * nothing has changed. */
MUST_USE enum status counters_add(struct counters *counters,
                                  const uint8_t sides[PACK_QUESTION_MAX]);

/* Overwrites every byte; the compiler cannot drop it. */
void counters_wipe(struct counters *counters);

#endif
