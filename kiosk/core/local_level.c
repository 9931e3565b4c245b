/* SPDX-License-Identifier: MIT */
#include "core/local_level.h"

#include <assert.h>
#include <math.h>

/* Standard deviations of the drift from block to block, as shares, and how likely each is before
 * any reading. */
static const double DRIFT[DRIFT_COUNT] = {.005, .012, .025, .05, .10};
static const double DRIFT_PRIOR[DRIFT_COUNT] = {.2, .25, .25, .2, .1};

/* Filters with one drift; returns the logarithm of the likelihood, without its constant. */
static double filter(const struct reading *readings, uint32_t count, struct prior prior,
                     double drift, struct reading filtered[BLOCKS_MAX])
{
    double mean = prior.mean, variance = prior.deviation * prior.deviation, likelihood = 0;
    for (uint32_t t = 0; t < count; t++) {
        if (t > 0) {
            variance += drift * drift;
        }
        const double spread = variance + readings[t].variance;
        const double miss = readings[t].value - mean;
        const double gain = variance / spread;
        likelihood -= .5 * (log(spread) + miss * miss / spread);
        mean += gain * miss;
        variance *= 1 - gain;
        filtered[t] = (struct reading){mean, variance};
    }
    return likelihood;
}

/* Bayes' rule. The best likelihood is subtracted first, so that no exponential overflows. */
static void weigh(const double likelihood[DRIFT_COUNT], double weight[DRIFT_COUNT])
{
    double best = likelihood[0], sum = 0;
    for (int i = 1; i < DRIFT_COUNT; i++) {
        best = likelihood[i] > best ? likelihood[i] : best;
    }
    for (int i = 0; i < DRIFT_COUNT; i++) {
        weight[i] = DRIFT_PRIOR[i] * exp(likelihood[i] - best);
        sum += weight[i];
    }
    for (int i = 0; i < DRIFT_COUNT; i++) {
        weight[i] /= sum;
    }
}

/* Returns how far a surprise in the next block changes this one. */
static double reach_back(struct reading filtered, double drift)
{
    return filtered.variance / (filtered.variance + drift * drift);
}

/* Returns the block before, estimated from all blocks. */
static struct reading smooth_back(struct reading filtered, struct reading next, double drift)
{
    const double back = reach_back(filtered, drift);
    const double foretold = filtered.variance + drift * drift;
    return (struct reading){
        filtered.value + back * (next.value - filtered.value),
        filtered.variance + back * back * (next.variance - foretold),
    };
}

/* Adds a part to a mixture: the mean, and in variance the mean square, of which mix_end makes a
 * variance. */
static void mix(struct reading *sum, struct reading part, double weight)
{
    sum->value += weight * part.value;
    sum->variance += weight * (part.variance + part.value * part.value);
}

/* For values far beyond any share, rounding may leave less than nothing. */
static void mix_end(struct reading *sum)
{
    sum->variance -= sum->value * sum->value;
    sum->variance = sum->variance > 0 ? sum->variance : 0;
}

void local_level_smooth(const struct reading *readings, uint32_t count, struct prior prior,
                        struct local_level *out)
{
    assert(count >= 1 && count <= BLOCKS_MAX);
    double likelihood[DRIFT_COUNT];
    out->count = count;
    for (int i = 0; i < DRIFT_COUNT; i++) {
        likelihood[i] = filter(readings, count, prior, DRIFT[i], out->filtered[i]);
    }
    weigh(likelihood, out->weight);
    for (uint32_t t = 0; t < count; t++) {
        out->level[t] = (struct reading){0, 0};
    }
    for (int i = 0; i < DRIFT_COUNT; i++) {
        struct reading at = out->filtered[i][count - 1];
        mix(&out->level[count - 1], at, out->weight[i]);
        for (uint32_t t = count - 1; t-- > 0;) {
            at = smooth_back(out->filtered[i][t], at, DRIFT[i]);
            mix(&out->level[t], at, out->weight[i]);
        }
    }
    for (uint32_t t = 0; t < count; t++) {
        mix_end(&out->level[t]);
    }
}

struct reading local_level_change(const struct local_level *of, uint32_t first)
{
    assert(first < of->count);
    struct reading change = {0, 0};
    const uint32_t last = of->count - 1;
    for (int i = 0; i < DRIFT_COUNT; i++) {
        const struct reading end = of->filtered[i][last];
        struct reading at = end;
        double together = end.variance; /* covariance of both ends */
        for (uint32_t t = last; t-- > first;) {
            together *= reach_back(of->filtered[i][t], DRIFT[i]);
            at = smooth_back(of->filtered[i][t], at, DRIFT[i]);
        }
        const struct reading part = {end.value - at.value,
                                     end.variance + at.variance - 2 * together};
        mix(&change, part, of->weight[i]);
    }
    mix_end(&change);
    return change;
}
