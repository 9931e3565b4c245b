/* SPDX-License-Identifier: MIT */
#include "core/level.h"

#include <assert.h>

static const double SHARE_MIN = .15, SHARE_MAX = .85;
static const double TOGETHER = .6; /* by how much more all answers of a visit vary than one */
static const struct prior ALL_PRIOR = {.5, .25}, DISTANCE_PRIOR = {0, .15};

struct sums {
    double difference; /* upper - lower */
    double answers;
    uint32_t questions;
};

static struct sums sums_of(const struct block *block, const struct answers *answers, uint32_t t,
                           uint32_t mask)
{
    struct sums sums = {0, 0, 0};
    for (uint32_t i = 0; i < block->tally_count; i++) {
        if ((mask >> i & 1) != 0) {
            sums.difference += (double)block->tally[i].upper - (double)block->tally[i].lower;
            sums.answers += answers_of(answers, t, i);
            sums.questions++;
        }
    }
    assert(sums.questions > 0);
    return sums;
}

/* The share over all blocks, away from the ends, where the chance of few answers would look like
 * none. */
static double share_of(const struct block *blocks, const struct answers *answers, uint32_t mask)
{
    double difference = 0, all = 0;
    for (uint32_t t = 0; t < answers->block_count; t++) {
        const struct sums sums = sums_of(&blocks[t], answers, t, mask);
        difference += sums.difference;
        all += sums.answers;
    }
    const double share = .5 + difference / (2 * all);
    return share < SHARE_MIN ? SHARE_MIN : share > SHARE_MAX ? SHARE_MAX : share;
}

void level_observe(const struct block *blocks, const struct answers *answers, uint32_t mask,
                   struct observed *out)
{
    const double share = share_of(blocks, answers, mask);
    const double tilt = (2 * share - 1) * (2 * share - 1);
    double chance = 0, whole = 0;
    out->count = answers->block_count;
    for (uint32_t t = 0; t < answers->block_count; t++) {
        const struct sums sums = sums_of(&blocks[t], answers, t, mask);
        const double k = sums.questions, m = sums.answers;
        const double together = 1 + TOGETHER * (k - 1) / (PACK_QUESTION_MAX - 1);
        const double blur =
            2 * answers_blur(&blocks[t]) * k + tilt * 4 * answers->variance[t] * k * k;
        const double draw = 4 * m * share * (1 - share) * together;
        out->reading[t].value = .5 + sums.difference / (2 * m);
        out->reading[t].variance = (blur + draw) / (4 * m * m);
        chance += draw;
        whole += blur + draw;
    }
    out->chance = chance / whole;
}

void level_of_all(const struct observed *all, struct local_level *out)
{
    local_level_smooth(all->reading, all->count, ALL_PRIOR, out);
}

void level_distance(const struct observed *line, const struct observed *all, double share,
                    struct local_level *out)
{
    assert(line->count == all->count && share > 0 && share < 1);
    struct reading reading[BLOCKS_MAX] NOT_ZEROED;
    for (uint32_t t = 0; t < line->count; t++) {
        reading[t] = (struct reading){line->reading[t].value - all->reading[t].value,
                                      line->reading[t].variance * (1 - share)};
    }
    local_level_smooth(reading, line->count, DISTANCE_PRIOR, out);
}
