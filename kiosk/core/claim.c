/* SPDX-License-Identifier: MIT */
#include "core/claim.h"

#include <assert.h>
#include <math.h>

static const double CRITICAL = 3.65, CRITICAL_DOUBLING = .08;
enum { CRITICAL_BLOCKS = 26 };
static const double APART_MIN = .03; /* a smaller change is nothing to talk about */
static const double LEANING_SPREADS = 1.5;
static const double STEADY_WITHIN = .12;
static const double BAND_SPREADS = 1.644854; /* two-sided 90 % point of the normal distribution */

/* Sums weighted by 1 / variance. */
struct weighted {
    double weight;
    double value;
};

static void weighted_add(struct weighted *sum, struct reading reading)
{
    sum->weight += 1 / reading.variance;
    sum->value += reading.value / reading.variance;
}

struct split claim_split(const struct reading *readings, uint32_t count)
{
    struct split best = {.at = 0};
    struct weighted all = {0, 0}, before = {0, 0};
    for (uint32_t t = 0; t < count; t++) {
        weighted_add(&all, readings[t]);
    }
    for (uint32_t t = 0; t + CLAIM_SIDE_MIN < count; t++) {
        weighted_add(&before, readings[t]);
        if (t + 1 < CLAIM_SIDE_MIN) {
            continue;
        }
        const double rest = all.weight - before.weight;
        const double earlier = before.value / before.weight;
        const double later = (all.value - before.value) / rest;
        const double z = (later - earlier) / sqrt(1 / before.weight + 1 / rest);
        if (fabs(z) > fabs(best.z)) {
            best = (struct split){.at = t + 1, .z = z, .before = earlier, .after = later};
        }
    }
    return best;
}

double claim_critical(uint32_t count)
{
    if (count <= CRITICAL_BLOCKS) {
        return CRITICAL;
    }
    return CRITICAL + CRITICAL_DOUBLING * log((double)count / CRITICAL_BLOCKS) / log(2);
}

/* Returns whether the level was near its last value all the time. A line with a dip that is over is
 * not steady. */
static bool stays_near(const struct evidence *evidence)
{
    const double last = evidence->level[evidence->count - 1].value;
    for (uint32_t t = 0; t < evidence->count; t++) {
        if (fabs(evidence->level[t].value - last) > STEADY_WITHIN) {
            return false;
        }
    }
    return true;
}

struct claim claim_judge(const struct evidence *evidence)
{
    assert(evidence->count >= 1);
    if (evidence->count < CLAIM_BLOCKS_MIN) {
        return (struct claim){.grade = GRADE_NOT_YET,
                              .reason = NOT_YET_FEW_BLOCKS,
                              .blocks_needed = CLAIM_BLOCKS_MIN - evidence->count};
    }
    const struct split split = claim_split(evidence->reading, evidence->count);
    const double strength = fabs(split.z) / claim_critical(evidence->count);
    if (strength > 1 && fabs(split.after - split.before) >= APART_MIN) {
        return (struct claim){.grade = GRADE_CHANGED,
                              .strength = strength,
                              .up = split.z > 0,
                              .since = split.at,
                              .before = split.before,
                              .after = split.after};
    }
    const double change = evidence->change.value, spread = sqrt(evidence->change.variance);
    if (fabs(change) > LEANING_SPREADS * spread) {
        return (struct claim){.grade = GRADE_LEANING,
                              .strength = strength,
                              .up = change > 0,
                              .before = evidence->level[0].value,
                              .after = evidence->level[evidence->count - 1].value};
    }
    if (fabs(change) + BAND_SPREADS * spread <= STEADY_WITHIN && stays_near(evidence)) {
        return (struct claim){.grade = GRADE_STEADY, .strength = strength};
    }
    const bool would_do = BAND_SPREADS * spread * sqrt(evidence->chance) <= STEADY_WITHIN;
    return (struct claim){.grade = GRADE_NOT_YET,
                          .strength = strength,
                          .reason = would_do ? NOT_YET_MUCH_BLUR : NOT_YET_FEW_ANSWERS};
}
