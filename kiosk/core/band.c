/* SPDX-License-Identifier: MIT */
#include "core/band.h"

#include <assert.h>

enum {
    POINTS = 100, /* bands are whole points of a hundred */
    /* The most one window can sum: seven questions over three blocks of four meetings. */
    SUM_MAX = TOTALS_TALLY_LIMIT * PACK_QUESTION_MAX * BAND_POOL_BLOCKS,
    DRAWS_MAX = TOTALS_MEETINGS_PER_BLOCK * PACK_QUESTION_MAX * BAND_POOL_BLOCKS,
};

/* K(scale) = 1000 * 1.644854^2 * 2a/(1-a)^2, a = exp(-1/scale): a thousand times the variance of
 * one draw, times the square of the two-sided 90 % point of the normal distribution. */
static const int64_t band_k[NOISE_SCALE_MAX + 1] = {0, 4982, 21199, 48251, 86128};

/* 2a/(1-a)^2 itself. */
static const double draw_variance[NOISE_SCALE_MAX + 1] = {0, 1.84135, 7.83540, 17.83426, 31.83385};

static int64_t at_least_zero(int64_t value)
{
    return value > 0 ? value : 0;
}

static int64_t band_s(const struct window_sum *sum)
{
    int64_t s = 0;
    for (uint32_t scale = 0; scale <= NOISE_SCALE_MAX; scale++) {
        assert(sum->draws_scale[scale] <= DRAWS_MAX);
        s += band_k[scale] * sum->draws_scale[scale];
    }
    return s;
}

struct band band_of(const struct window_sum *sum)
{
    const int64_t upper = at_least_zero(sum->upper);
    const int64_t lower = at_least_zero(sum->lower);
    assert(upper <= SUM_MAX && lower <= SUM_MAX);
    if (upper + lower == 0) {
        return (struct band){.centre = POINTS / 2, .low = 0, .high = POINTS, .readable = false};
    }
    const int64_t s = band_s(sum);
    const int64_t all = upper + lower;
    const int64_t centre = (2 * POINTS * upper + all) / (2 * all);
    int64_t low = POINTS + 1;
    int64_t high = -1;
    /* With few answers the inside can be two pieces with a gap far from the centre; the band is the
     * whole from the lowest to the highest. */
    for (int64_t i = 0; i <= POINTS; i++) {
        int64_t off = (POINTS - i) * upper - i * lower;
        int64_t weight = (POINTS - i) * (POINTS - i) + i * i;
        /* off^2 stays below 2^63, 1000 off^2 would not: whole numbers allow to divide instead. */
        if (off * off <= s * weight / 1000) {
            low = i < low ? i : low;
            high = i;
        }
    }
    if (high < 0) {
        low = centre;
        high = centre;
    }
    int64_t shown = centre < low ? low : centre > high ? high : centre;
    return (struct band){
        .centre = (uint8_t)shown,
        .low = (uint8_t)low,
        .high = (uint8_t)high,
        .readable = high - low <= BAND_WIDTH_READABLE_MAX,
    };
}

/* The share and its variance: the blur of both sides and the chance in who said what. */
static bool share_of(const struct window_sum *sum, double *share, double *variance)
{
    const double upper = (double)at_least_zero(sum->upper);
    const double lower = (double)at_least_zero(sum->lower);
    const double all = upper + lower;
    if (all <= 0) {
        return false;
    }
    double w = 0;
    for (uint32_t scale = 0; scale <= NOISE_SCALE_MAX; scale++) {
        w += draw_variance[scale] * sum->draws_scale[scale];
    }
    *share = upper / all;
    *variance =
        (w * (upper * upper + lower * lower) / (all * all) + upper * lower / all) / (all * all);
    return true;
}

bool band_change_is_claimed(const struct window_sum *first, const struct window_sum *last,
                            enum line_kind kind)
{
    /* Wider for themes and questions, of which several are on the screen at once. */
    static const double z[] = {[LINE_ALL] = 1.645, [LINE_THEME] = 2.24, [LINE_QUESTION] = 2.45};
    double share_first = 0, share_last = 0, variance_first = 0, variance_last = 0;
    if (!share_of(first, &share_first, &variance_first) ||
        !share_of(last, &share_last, &variance_last)) {
        return false;
    }
    const double difference = share_last - share_first;
    return difference * difference > z[kind] * z[kind] * (variance_first + variance_last);
}
