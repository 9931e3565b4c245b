/* SPDX-License-Identifier: MIT */
/* The local level: a value that nobody sees drifts a little from block to block, and each block
 * shows it with a known variance. Kalman filter and Rauch-Tung-Striebel smoother, once for each of
 * a few drifts; how well each drift foretold what came says how much it counts. Knows numbers only.
 */
#ifndef CORE_LOCAL_LEVEL_H
#define CORE_LOCAL_LEVEL_H

#include "core/answers.h"

enum { DRIFT_COUNT = 5 };

/* One reading a block: what was seen and its variance. */
struct reading {
    double value;
    double variance;
};

/* What is believed before the first reading. */
struct prior {
    double mean;
    double deviation;
};

/* Scratch of one run and its result; static memory, 140 kB. */
struct local_level {
    uint32_t count;
    struct reading filtered[DRIFT_COUNT][BLOCKS_MAX]; /* each block from itself and those before */
    double weight[DRIFT_COUNT]; /* of each drift after the last block; sum 1 */
    struct reading
        level[BLOCKS_MAX]; /* each block from all of them: mean and variance, drifts mixed */
};

/* Fills level. The variances of readings are above 0. */
void local_level_smooth(const struct reading *readings, uint32_t count, struct prior prior,
                        struct local_level *out);

/* How the level of the last block differs from that of an earlier one, with the variance of the
 * difference: both come from the same readings, so theirs do not just add. */
struct reading local_level_change(const struct local_level *of, uint32_t first);

#endif
