/* SPDX-License-Identifier: MIT */
/* How lines were read before: windows of three blocks with a band of the blur alone, and one
 * comparison of the first window with the last. Kept to compare with. */
#include "tools/trends/measure.h"

#include <string.h>

enum {
    POOL = 3, /* blocks of a window; all together: one block where none is wider than this */
    SINGLE_MAX = 25,
    READABLE_MAX = 40,
    LEAN_POINTS = 10,
};

/* K(scale) = 1000 * 1.644854^2 * 2a/(1-a)^2, and 2a/(1-a)^2, a = exp(-1/scale). */
static const int64_t BAND_K[NOISE_SCALE_MAX + 1] = {0, 4982, 21199, 48251, 86128};
static const double DRAW_VARIANCE[NOISE_SCALE_MAX + 1] = {0, 1.84135, 7.83540, 17.83426, 31.83385};

/* Sums over the blocks and questions of a window; draws: noise draws a side, all of one scale. */
struct window {
    int64_t upper, lower;
    uint32_t draws, scale;
};

/* What is read of a line: blocks[0..count), the questions that belong to it. */
struct old_line {
    const struct block *blocks;
    uint32_t count, mask, pool;
    enum line_kind kind;
};

static int64_t at_least_zero(int64_t value)
{
    return value > 0 ? value : 0;
}

static struct window window_at(const struct old_line *line, uint32_t pool, uint32_t index)
{
    struct window sum = {.scale = line->blocks[0].scale};
    for (uint32_t b = index; b < index + pool; b++) {
        const struct block *block = &line->blocks[b];
        for (uint32_t i = 0; i < block->tally_count; i++) {
            if ((line->mask >> i & 1) != 0) {
                sum.upper += block->tally[i].upper;
                sum.lower += block->tally[i].lower;
                sum.draws += block->meetings;
            }
        }
    }
    return sum;
}

/* i is inside iff 1000 ((100-i) T - i B)^2 <= S ((100-i)^2 + i^2), S = draws x K. */
static struct band band_of(struct window sum)
{
    const int64_t upper = at_least_zero(sum.upper), lower = at_least_zero(sum.lower);
    const int64_t all = upper + lower, s = BAND_K[sum.scale] * sum.draws;
    if (all == 0) {
        return (struct band){.centre = 50, .low = 0, .high = 100};
    }
    const int64_t centre = (200 * upper + all) / (2 * all);
    int64_t low = 101, high = -1;
    for (int64_t i = 0; i <= 100; i++) {
        const int64_t off = (100 - i) * upper - i * lower;
        const int64_t weight = (100 - i) * (100 - i) + i * i;
        if (off * off <= s * weight / 1000) {
            low = i < low ? i : low;
            high = i;
        }
    }
    if (high < 0) {
        low = centre;
        high = centre;
    }
    const int64_t shown = centre < low ? low : centre > high ? high : centre;
    return (struct band){(uint8_t)shown, (uint8_t)low, (uint8_t)high, high - low <= READABLE_MAX};
}

/* The share and its variance: the blur of both sides and the chance in who said what. */
static bool share_of(struct window sum, double *share, double *variance)
{
    const double upper = (double)at_least_zero(sum.upper);
    const double lower = (double)at_least_zero(sum.lower);
    const double all = upper + lower, w = DRAW_VARIANCE[sum.scale] * sum.draws;
    if (all <= 0) {
        return false;
    }
    *share = upper / all;
    *variance =
        (w * (upper * upper + lower * lower) / (all * all) + upper * lower / all) / (all * all);
    return true;
}

static bool is_claimed(struct window first, struct window last, enum line_kind kind)
{
    static const double Z[] = {[LINE_ALL] = 1.645, [LINE_THEME] = 2.24, [LINE_QUESTION] = 2.45};
    double a = 0, b = 0, variance_a = 0, variance_b = 0;
    return share_of(first, &a, &variance_a) && share_of(last, &b, &variance_b) &&
           (b - a) * (b - a) > Z[kind] * Z[kind] * (variance_a + variance_b);
}

/* One decision for the whole line, so that its points can be compared with each other. */
static uint32_t pool_of(const struct old_line *line)
{
    if (line->kind != LINE_ALL) {
        return POOL;
    }
    for (uint32_t i = 0; i < line->count && line->count >= POOL; i++) {
        const struct band band = band_of(window_at(line, 1, i));
        if (band.high - band.low > SINGLE_MAX) {
            return POOL;
        }
    }
    return 1;
}

/* Compares the first window with the last when no block is in both. */
static struct look_claim judge(const struct old_line *line)
{
    const uint32_t last_index = line->count - line->pool;
    const struct window first = window_at(line, line->pool, 0);
    const struct window last = window_at(line, line->pool, last_index);
    const struct band a = band_of(first), b = band_of(last);
    const int change = (int)b.centre - (int)a.centre;
    struct look_claim claim = {.grade = GRADE_STEADY, .up = change > 0};
    if (!b.readable || !a.readable || last_index < line->pool) {
        claim.grade = GRADE_NOT_YET;
    } else if (change != 0 && is_claimed(first, last, line->kind)) {
        claim.grade = GRADE_CHANGED;
    } else if (change >= LEAN_POINTS || change <= -LEAN_POINTS) {
        claim.grade = GRADE_LEANING;
    }
    claim.up = claim.up && claim.grade == GRADE_CHANGED;
    return claim;
}

static uint32_t mask_of(const struct block *block, uint32_t line)
{
    const struct pack *pack = group_pack();
    uint32_t mask = 0;
    for (uint32_t i = 0; i < block->tally_count; i++) {
        const int question = pack_question_index(pack, block->tally[i].question);
        const bool belongs =
            line == 0 ||
            (question >= 0 &&
             (line <= pack->theme_count ? pack->question[question].theme == line - 1
                                        : (uint32_t)question == line - 1 - pack->theme_count));
        mask |= (uint32_t)belongs << i;
    }
    return mask;
}

/* The blocks compared are those of two windows; what lies between them was not looked at. */
static struct look_claim claim_of(const struct totals *totals, uint32_t index, uint32_t most,
                                  struct look_line *look)
{
    const uint32_t blocks = totals->block_count, count = blocks < most ? blocks : most;
    const uint32_t from = blocks - count;
    struct old_line line = {.blocks = &totals->block[from], .count = count};
    line.mask = mask_of(&totals->block[blocks - 1], index);
    line.kind = index == 0                           ? LINE_ALL
                : index <= group_pack()->theme_count ? LINE_THEME
                                                     : LINE_QUESTION;
    line.pool = pool_of(&line);
    look->exists = line.mask != 0 && count >= line.pool;
    if (!look->exists) {
        return (struct look_claim){.grade = GRADE_NONE};
    }
    const uint32_t points = count - line.pool + 1;
    struct band band = band_of(window_at(&line, line.pool, points - 1));
    look->shown = band.readable;
    look->centre = band.centre;
    look->low = band.low;
    look->high = band.high;
    look->has_earlier = points > MEASURE_EARLIER;
    if (look->has_earlier) {
        band = band_of(window_at(&line, line.pool, points - 1 - MEASURE_EARLIER));
        look->earlier_centre = band.centre;
        look->earlier_low = band.low;
        look->earlier_high = band.high;
    }
    struct look_claim claim = judge(&line);
    claim.before = (struct stretch){from, from + line.pool};
    claim.after = (struct stretch){blocks - line.pool, blocks};
    return claim;
}

void measure_old(struct totals *totals, uint32_t blocks, struct look_line line[MEASURE_LINES])
{
    const uint32_t whole = totals->block_count;
    totals->block_count = blocks;
    memset(line, 0, MEASURE_LINES * sizeof(line[0]));
    for (uint32_t i = 0; i < 1 + group_pack()->theme_count + group_pack()->question_count; i++) {
        line[i].claim[0] = claim_of(totals, i, LINE_YEAR_BLOCKS, &line[i]);
        line[i].claim[1] = claim_of(totals, i, BLOCKS_MAX, &line[i]);
    }
    totals->block_count = whole;
}
