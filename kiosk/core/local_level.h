/* SPDX-License-Identifier: MIT */
/* The local level: a value that nobody sees drifts a little from block to block, and each block
 * shows it with a known variance. A Kalman filter and a Rauch-Tung-Striebel smoother run once for
 * each of a few drifts. How well a drift predicted the next block says how much that drift counts.
 * This module knows only numbers. */
#ifndef CORE_LOCAL_LEVEL_H
#define CORE_LOCAL_LEVEL_H

#include "core/answers.h"

enum { DRIFT_COUNT = 5 };

/* One reading a block: what was seen and its variance. */
struct reading {
    double value;
    double variance;
};

/* What is assumed before the first reading. */
struct prior {
    double mean;
    double deviation;
};

/* Scratch of one run and its result; static memory, 140 kB. */
struct local_level {
    uint32_t count;
    struct reading filtered[DRIFT_COUNT][BLOCKS_MAX]; /* each block, estimated from itself and the
                                                         blocks before */
    double weight[DRIFT_COUNT];       /* weight of each drift after the last block; the sum is 1 */
    struct reading level[BLOCKS_MAX]; /* each block, estimated from all blocks: mean and variance,
                                         with all drifts mixed */
};

/* Fills level. The variances of the readings are above 0. */
void local_level_smooth(const struct reading *readings, uint32_t count, struct prior prior,
                        struct local_level *out);

/* Returns how the level of the last block differs from that of an earlier block, with the variance
 * of the difference. Both levels come from the same readings, so their variances do not just add
 * up. */
struct reading local_level_change(const struct local_level *of, uint32_t first);

#endif
