/* SPDX-License-Identifier: MIT */
/* How many answers a question has in each block. The totals hold no such count: an upper and a
 * lower number of each question, both blurred. All questions tell of it together, since who came
 * answered most of them, so it is known much better than any one question's own sum tells.
 *
 * Shares are drawn from these instead of from a question's own sum, which divides noise by noise.
 */
#ifndef CORE_ANSWERS_H
#define CORE_ANSWERS_H

#include "core/totals.h"

enum {
    BLOCKS_MAX =
        1024, /* fifty years of weekly meetings are 650 blocks; of more the newest are used */
};

struct answers {
    uint32_t block_count;
    uint32_t question_count;
    double level[BLOCKS_MAX];       /* expected answers of one question in each block, at least 3 */
    double variance[BLOCKS_MAX];    /* of that level */
    double part[PACK_QUESTION_MAX]; /* a question's own part of it: less when it is skipped more */
};

/* Meetings x variance of one draw: the blur of one number of a block. */
double answers_blur(const struct block *block);

/* From complete blocks of one series, at most BLOCKS_MAX, oldest first, all with the same questions
 * in the same order. The mean of a block's sums, with the variance 2W/k of k questions, goes
 * through a local level whose step has a standard deviation of a tenth of the level, at least 4
 * answers. part is own sum / mean sum over all blocks, drawn towards 1 by .01 / (.01 + sum 2W /
 * all^2) and kept within .4 and 1.6. */
void answers_estimate(const struct block *blocks, uint32_t block_count, struct answers *out);

/* Expected answers of one question in one block. */
double answers_of(const struct answers *answers, uint32_t block, uint32_t question);

#endif
