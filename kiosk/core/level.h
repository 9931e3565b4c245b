/* SPDX-License-Identifier: MIT */
/* The level of a line: the share of its answers on the upper side, as it holds for the room and not
 * for one evening. It has two stages: the level of all questions together, and how far the line is
 * from that, which moves less. Both are local levels (core/local_level.h). The two levels add up,
 * and so do their variances. */
#ifndef CORE_LEVEL_H
#define CORE_LEVEL_H

#include "core/local_level.h"

/* What a line shows in each block. */
struct observed {
    uint32_t count;
    struct reading reading[BLOCKS_MAX]; /* the share and its variance, blur and chance together */
    double chance;                      /* part of the variance that is not blur, 0 to 1 */
};

/* The share y = 1/2 + d / 2m of the questions in mask (bits of the order of a block's tallies, at
 * least one): d = sum (upper - lower), m = their expected answers. Its variance is
 * (2Wk + 4 m p (1-p) c + (2p-1)^2 4 P k^2) / 4m^2 with k questions, p the share over all blocks
 * within .15 and .85, P the variance of the answers a block, and c = 1 + .6 (k-1)/6: what one
 * visitor answers goes together. */
void level_observe(const struct block *blocks, const struct answers *answers, uint32_t mask,
                   struct observed *out);

/* Computes the level of all questions together. */
void level_of_all(const struct observed *all, struct local_level *out);

/* How far a line of k questions of K is from all of them: y - y of all, with the variance of y
 * times 1 - k/K. distance is scratch. */
void level_distance(const struct observed *line, const struct observed *all, double share,
                    struct local_level *out);

#endif
