/* SPDX-License-Identifier: MIT */
/* The counters of one open meeting. Noise comes first: the draws ARE the counters, so an exact
 * count exists nowhere at any time. Lives in one locked page of the keeper; no pointers, wiped in
 * one call. */
#ifndef CORE_COUNTERS_H
#define CORE_COUNTERS_H

#include "core/noise.h"
#include "core/pack.h"

enum side {
    SIDE_NONE = 0, /* skipped, either opt-out, nothing chosen: adds nothing anywhere */
    SIDE_UPPER = 1,
    SIDE_LOWER = 2,
};

/* No counter is above it, and four of them are far below TOTALS_TALLY_LIMIT, so that a close can
 * always be written. People would need an Add every 50 ms for three hours. */
enum { COUNTER_MAX = 200000 };

struct counters {
    uint32_t question_count;
    uint32_t scale;
    int32_t upper[PACK_QUESTION_MAX];
    int32_t lower[PACK_QUESTION_MAX];
};

/* Draws all 2 x question_count integers, from one fill of NOISE_POOL_BYTES; on failure counters are
 * all zero and must not be used. */
MUST_USE enum status counters_open(struct counters *counters, const struct random_source *source,
                                   uint32_t question_count, uint32_t scale);

/* One finished reflection: adds 1 to at most one of the two counters of each question. All of
 * sides[0..question_count) must be valid (enum side), else INVALID; LIMIT when one of those
 * counters is at COUNTER_MAX. Nothing changes after either. */
MUST_USE enum status counters_add(struct counters *counters,
                                  const uint8_t sides[PACK_QUESTION_MAX]);

/* Overwrites every byte; the compiler cannot drop it. */
void counters_wipe(struct counters *counters);

#endif
