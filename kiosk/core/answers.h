/* SPDX-License-Identifier: MIT */
/* How many answers a question has in each block. The totals hold no such count: they hold an upper
 * and a lower number of each question, and both are blurred. All questions together tell how many
 * people came, because those who came answered most of them. So the number of answers is known much
 * better than from the sum of one question alone.
 *
 * Shares are computed with these numbers and not with a question's own sum, which would divide
 * noise by noise. */
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
    double part[PACK_QUESTION_MAX]; /* a question's share of that level: smaller when the question
                                       is skipped more */
};

/* Returns the blur of one number of a block: its meetings times the variance of one draw. */
double answers_blur(const struct block *block);

/* From complete blocks of one series, at most BLOCKS_MAX, oldest first, all with the same questions
 * in the same order. The mean of a block's sums, with the variance 2W/k of k questions, goes
 * through a local level whose step has a standard deviation of a tenth of the level, at least 4
 * answers. part is own sum / mean sum over all blocks, drawn towards 1 by .01 / (.01 + sum 2W /
 * all^2) and kept within .4 and 1.6. */
void answers_estimate(const struct block *blocks, uint32_t block_count, struct answers *out);

/* Returns how many answers are expected to one question in one block. */
double answers_of(const struct answers *answers, uint32_t block, uint32_t question);

#endif
