/* SPDX-License-Identifier: MIT */
#include "core/trends.h"

#include <math.h>
#include <string.h>

static const double BAND_SPREADS = 1.644854; /* two-sided 90 % point of the normal distribution */
static const double STRENGTH_MAX = 1000;

static bool is_complete(const struct block *block)
{
    return block->meetings == TOTALS_MEETINGS_PER_BLOCK;
}

static bool has_same_questions(const struct block *a, const struct block *b)
{
    if (a->tally_count != b->tally_count) {
        return false;
    }
    for (uint32_t i = 0; i < a->tally_count; i++) {
        if (strcmp(a->tally[i].question, b->tally[i].question) != 0) {
            return false;
        }
    }
    return true;
}

static bool is_same_series(const struct block *a, const struct block *b)
{
    return a->scale == b->scale && strcmp(a->series, b->series) == 0 && has_same_questions(a, b);
}

static void find_sets(const struct totals *totals, struct trends *out)
{
    uint32_t end = totals->block_count;
    while (end > 0 && !is_complete(&totals->block[end - 1])) {
        end--;
    }
    uint32_t first = end;
    while (first > 0 && end - first < BLOCKS_MAX && is_complete(&totals->block[first - 1]) &&
           is_same_series(&totals->block[first - 1], &totals->block[end - 1])) {
        first--;
    }
    out->first = first;
    out->count = end - first;
}

/* Bits of the block's tallies that belong to a line. A question that the pack does not know counts
 * for all together alone: the block was counted with another pack. */
static uint32_t mask_of(const struct block *block, const struct pack *pack, uint32_t line)
{
    uint32_t mask = 0;
    for (uint32_t i = 0; i < block->tally_count; i++) {
        const int question = pack_question_index(pack, block->tally[i].question);
        bool belongs = line == 0;
        if (question >= 0 && line > 0) {
            belongs = line <= pack->theme_count
                          ? pack->question[question].theme == line - 1
                          : (uint32_t)question == line - 1 - pack->theme_count;
        }
        mask |= (uint32_t)belongs << i;
    }
    return mask;
}

static uint32_t count_bits(uint32_t mask)
{
    uint32_t count = 0;
    for (; mask != 0; mask &= mask - 1) {
        count++;
    }
    return count;
}

static double points_within(double points)
{
    return points < TRENDS_SHARE_MIN   ? TRENDS_SHARE_MIN
           : points > TRENDS_SHARE_MAX ? TRENDS_SHARE_MAX
                                       : points;
}

static uint8_t to_points(double share)
{
    return (uint8_t)points_within(floor(100 * share + .5));
}

struct band trends_band(struct reading level, double answers)
{
    const double half = 100 * BAND_SPREADS * sqrt(level.variance), middle = 100 * level.value;
    return (struct band){
        .centre = to_points(level.value),
        .low = (uint8_t)points_within(floor(middle - half)),
        .high = (uint8_t)points_within(ceil(middle + half)),
        .readable = 2 * half <= TRENDS_WIDTH_MAX && answers >= TRENDS_ANSWERS_MIN,
    };
}

static double answers_in(const struct answers *answers, uint32_t block, uint32_t mask)
{
    double sum = 0;
    for (uint32_t i = 0; i < answers->question_count; i++) {
        sum += (mask >> i & 1) != 0 ? answers_of(answers, block, i) : 0;
    }
    return sum;
}

uint32_t trends_period_most(enum period period)
{
    static const uint32_t BLOCKS[PERIOD_COUNT] = {[PERIOD_THREE] = LINE_THREE_BLOCKS,
                                                  [PERIOD_YEAR] = LINE_YEAR_BLOCKS,
                                                  [PERIOD_ALL] = BLOCKS_MAX};
    return BLOCKS[period];
}

uint32_t trends_period_count(const struct trends *trends, enum period period)
{
    const uint32_t most = trends_period_most(period);
    return trends->count < most ? trends->count : most;
}

/* distance: NULL for a line that is all together. */
static struct claim_shown judge(const struct trends *trends, const struct observed *line,
                                const struct local_level *distance, enum period period)
{
    const uint32_t count = trends_period_count(trends, period);
    const uint32_t first = trends->count - count;
    struct reading change = local_level_change(&trends->level, first);
    if (distance != NULL) {
        const struct reading own = local_level_change(distance, first);
        change = (struct reading){change.value + own.value, change.variance + own.variance};
    }
    const struct evidence evidence = {.reading = &line->reading[first],
                                      .count = count,
                                      .level = &trends->sum[first],
                                      .change = change,
                                      .chance = line->chance};
    const struct claim claim = claim_judge(&evidence);
    struct claim_shown shown = {
        .grade = claim.grade,
        .reason = claim.reason,
        .blocks_needed = claim.blocks_needed,
        .strength =
            (uint32_t)(claim.strength < STRENGTH_MAX ? 1000 * claim.strength : 1000 * STRENGTH_MAX),
        .up = claim.up,
        .since = claim.since,
        .before = to_points(claim.before),
        .after = to_points(claim.after)};
    if (claim.reason == NOT_YET_FEW_BLOCKS) {
        /* The series decides how long to wait; a period of three never gets there. */
        const bool is_short = trends->count >= CLAIM_BLOCKS_MIN;
        shown.reason = is_short ? NOT_YET_SHORT_PERIOD : NOT_YET_FEW_BLOCKS;
        shown.blocks_needed = is_short ? 0 : CLAIM_BLOCKS_MIN - trends->count;
    }
    return shown;
}

/* all: the observed share of all together is in out->all, its level in out->level. */
static void fill_line(const struct block *blocks, uint32_t mask, bool is_all, struct trends *out,
                      struct trend_line *line)
{
    const struct observed *observed = &out->all;
    const struct local_level *distance = NULL;
    const uint32_t questions = count_bits(mask);
    memcpy(out->sum, out->level.level, out->count * sizeof(out->sum[0]));
    if (!is_all) {
        level_observe(blocks, &out->answers, mask, &out->own);
        observed = &out->own;
    }
    if (questions < blocks->tally_count) {
        level_distance(&out->own, &out->all, (double)questions / blocks->tally_count,
                       &out->distance);
        distance = &out->distance;
        for (uint32_t t = 0; t < out->count; t++) {
            out->sum[t].value += distance->level[t].value;
            out->sum[t].variance += distance->level[t].variance;
        }
    }
    line->count = out->count;
    for (uint32_t t = 0; t < out->count; t++) {
        line->band[t] = trends_band(out->sum[t], answers_in(&out->answers, t, mask));
    }
    for (enum period period = 0; period < PERIOD_COUNT; period++) {
        line->claim[period] = judge(out, observed, distance, period);
    }
}

void trends_compute(const struct totals *totals, const struct pack *pack, struct trends *out)
{
    find_sets(totals, out);
    out->line_count = 1 + pack->theme_count + pack->question_count;
    for (uint32_t i = 0; i < out->line_count; i++) {
        out->line[i].count = 0;
        memset(out->line[i].claim, 0, sizeof(out->line[i].claim));
    }
    if (out->count == 0) {
        return;
    }
    const struct block *blocks = &totals->block[out->first];
    answers_estimate(blocks, out->count, &out->answers);
    level_observe(blocks, &out->answers, mask_of(blocks, pack, 0), &out->all);
    level_of_all(&out->all, &out->level);
    for (uint32_t i = 0; i < out->line_count; i++) {
        const uint32_t mask = mask_of(blocks, pack, i);
        if (mask != 0) {
            fill_line(blocks, mask, i == 0, out, &out->line[i]);
        }
    }
}
