/* SPDX-License-Identifier: MIT */
#include "core/answers.h"

#include <assert.h>

static const double LEVEL_MIN = 3;       /* fewer answers a block are not told from none */
static const double STEP_SHARE = .1;     /* of the level, from block to block */
static const double STEP_MIN = 4;        /* answers: one person more or less */
static const double PART_VARIANCE = .01; /* of how differently questions are skipped */
static const double PART_MIN = .4, PART_MAX = 1.6;

/* 2a/(1-a)^2, a = exp(-1/scale): the variance of one draw. */
static const double DRAW_VARIANCE[NOISE_SCALE_MAX + 1] = {0, 1.84135, 7.83540, 17.83426, 31.83385};

double answers_blur(const struct block *block)
{
    return block->meetings * DRAW_VARIANCE[block->scale];
}

static double sum_of(const struct block *block, uint32_t question)
{
    return (double)block->tally[question].upper + (double)block->tally[question].lower;
}

static double mean_sum(const struct block *block)
{
    double sum = 0;
    for (uint32_t i = 0; i < block->tally_count; i++) {
        sum += sum_of(block, i);
    }
    return sum / block->tally_count;
}

static double at_least(double value, double least)
{
    return value > least ? value : least;
}

/* The filtered level of each block. */
static void follow(const struct block *blocks, struct answers *out)
{
    double level = at_least(mean_sum(&blocks[0]), LEVEL_MIN);
    double variance = 2 * answers_blur(&blocks[0]) / blocks[0].tally_count;
    out->level[0] = level;
    out->variance[0] = variance;
    for (uint32_t t = 1; t < out->block_count; t++) {
        const double step = at_least(STEP_SHARE * level, STEP_MIN);
        const double noise = 2 * answers_blur(&blocks[t]) / blocks[t].tally_count;
        variance += step * step;
        const double gain = variance / (variance + noise);
        level = at_least(level + gain * (mean_sum(&blocks[t]) - level), LEVEL_MIN);
        variance *= 1 - gain;
        out->level[t] = level;
        out->variance[t] = variance;
    }
}

static double part_of(const struct block *blocks, uint32_t block_count, uint32_t question)
{
    double own = 0, all = 0, noise = 0;
    for (uint32_t t = 0; t < block_count; t++) {
        own += sum_of(&blocks[t], question);
        all += mean_sum(&blocks[t]);
        noise += 2 * answers_blur(&blocks[t]);
    }
    if (all <= 0) {
        return 1;
    }
    const double trust = PART_VARIANCE / (PART_VARIANCE + noise / (all * all));
    const double part = 1 + trust * (own / all - 1);
    return part < PART_MIN ? PART_MIN : part > PART_MAX ? PART_MAX : part;
}

void answers_estimate(const struct block *blocks, uint32_t block_count, struct answers *out)
{
    assert(block_count >= 1 && block_count <= BLOCKS_MAX);
    out->block_count = block_count;
    out->question_count = blocks[0].tally_count;
    follow(blocks, out);
    for (uint32_t i = 0; i < out->question_count; i++) {
        out->part[i] = part_of(blocks, block_count, i);
    }
}

double answers_of(const struct answers *answers, uint32_t block, uint32_t question)
{
    assert(block < answers->block_count && question < answers->question_count);
    return answers->level[block] * answers->part[question];
}
