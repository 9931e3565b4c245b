/* SPDX-License-Identifier: MIT */
/* One coordinate tells Z from Z + 1. Its likelihood ratio is exactly exp(+1/b) for z <= 0 and
 * exp(-1/b) for z >= 1, so that it is one coin which is right with probability p = 1/(1+a). Several
 * coordinates are several such coins, and the best guess is their majority, a tie being a toss:
 * (1 + total variation) / 2, without approximation. */
#include "core/promise.h"

#include <assert.h>
#include <stdbool.h>

enum {
    MEETINGS_YEAR = 52,
    COUNTERS_PER_ANSWER = 2, /* the other answer lowers one counter and raises the other */
    COINS_MAX = MEETINGS_YEAR * COUNTERS_PER_ANSWER * PACK_QUESTION_MAX,
};

/* exp(-1/b); a table keeps the figures the same on every machine. */
static const double decay[NOISE_SCALE_MAX + 1] = {
    0, 0.36787944117144233, 0.60653065971263342, 0.71653131057378927, 0.77880078307140488,
};

uint32_t promise_guess(uint32_t scale, uint32_t coins)
{
    assert(scale >= NOISE_SCALE_MIN && scale <= NOISE_SCALE_MAX);
    assert(coins >= 1 && coins <= COINS_MAX);
    const double right = 1 / (1 + decay[scale]);
    /* How likely so many right coins are, beside the least that win: each from its neighbour. */
    const double odds = right / (1 - right);
    const uint32_t least = (coins + 1) / 2;
    const bool has_tie = 2 * least == coins;
    double won = has_tie ? 0.5 : 1, all = 1, here = 1;
    for (uint32_t i = least; i < coins; i++) {
        here *= odds * (coins - i) / (i + 1);
        won += here;
        all += here;
    }
    here = 1;
    for (uint32_t i = least; i > 0; i--) {
        here *= i / (odds * (coins - i + 1));
        all += here;
    }
    const double best = won / all;
    return (uint32_t)(100 * best + 0.5);
}

/* In a sentence 99.6 must not read as certain. */
static uint8_t guess(uint32_t scale, uint32_t coins)
{
    const uint32_t percent = promise_guess(scale, coins);
    return (uint8_t)(percent > 99 ? 99 : percent);
}

void promise_compute(uint32_t scale, uint32_t question_count, struct promise_figures *out)
{
    assert(scale >= NOISE_SCALE_MIN && scale <= NOISE_SCALE_MAX);
    assert(question_count >= 1 && question_count <= PACK_QUESTION_MAX);
    *out = (struct promise_figures){
        .guess_one = guess(scale, COUNTERS_PER_ANSWER),
        .guess_part = guess(scale, question_count), /* each answer raises one counter or none */
        .guess_all = guess(scale, COUNTERS_PER_ANSWER * question_count),
        .guess_year = guess(scale, COUNTERS_PER_ANSWER * MEETINGS_YEAR),
        .guess_weeks = guess(scale, question_count * PROMISE_WEEKS),
    };
}
