/* SPDX-License-Identifier: MIT */
/* The picture of what blur does to a trend: a group that does not exist, under the noise that the
 * product draws, read as trends read it. Fixed numbers, so that the picture is always the same. */
#include "core/noise.h"
#include "core/trends.h"
#include "screens/setup/setup.h"

#include <assert.h>

enum {
    QUESTIONS = PACK_QUESTION_MAX,
    DRAWS = TOTALS_MEETINGS_PER_BLOCK,   /* a side of a question and block */
    PEOPLE = 12,                         /* the smallest group that both blurs are for */
    ANSWERED = 92,                       /* of a hundred questions */
    ANSWERS = PEOPLE * DRAWS * ANSWERED, /* hundredths, of a question and block */
    SHARE_FIRST = 48,                    /* of a hundred answers in the upper half: a slow drift, */
    SHARE_LAST = 58,
    SHARE_SWING = 4, /* and no two blocks alike */
};

static enum status fill_bytes(void *context, void *out, size_t bytes)
{
    uint64_t *state = context;
    uint8_t *at = out;
    for (size_t i = 0; i < bytes; i++) {
        *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        at[i] = (uint8_t)(*state >> 56);
    }
    return STATUS_OK;
}

static int32_t noise(const struct random_source *source, uint32_t scale)
{
    int32_t sum = 0;
    for (int i = 0; i < DRAWS; i++) {
        int32_t draw = 0;
        enum status status = noise_discrete_laplace(source, scale, &draw);
        assert(status == STATUS_OK);
        (void)status;
        sum += draw;
    }
    return sum;
}

/* Costs a millisecond, and is the same each time: kept once made. */
struct made_up {
    bool made;
    struct band band[SETUP_BLOCKS];
    uint32_t width; /* mean, in points */
};

static void make_blocks(struct block block[SETUP_BLOCKS], uint32_t scale)
{
    uint64_t state = 1;
    struct random_source source = {fill_bytes, &state};
    for (uint32_t i = 0; i < SETUP_BLOCKS; i++) {
        uint32_t swing = 0;
        enum status status = noise_below(&source, 2 * SHARE_SWING + 1, &swing);
        assert(status == STATUS_OK);
        (void)status;
        const int32_t share = SHARE_FIRST +
                              (int32_t)i * (SHARE_LAST - SHARE_FIRST) / (SETUP_BLOCKS - 1) +
                              (int32_t)swing - SHARE_SWING;
        block[i] = (struct block){
            .meetings = TOTALS_MEETINGS_PER_BLOCK, .scale = scale, .tally_count = QUESTIONS};
        for (uint32_t q = 0; q < QUESTIONS; q++) {
            const int32_t upper = ANSWERS * share / (100 * 100);
            block[i].tally[q].upper = upper + noise(&source, scale);
            block[i].tally[q].lower = ANSWERS / 100 - upper + noise(&source, scale);
        }
    }
}

static void make(struct made_up *made_up, uint32_t scale)
{
    static struct block block[SETUP_BLOCKS];
    static struct answers answers;
    static struct observed all;
    static struct local_level level;
    uint32_t widths = 0;
    make_blocks(block, scale);
    answers_estimate(block, SETUP_BLOCKS, &answers);
    level_observe(block, &answers, (1U << QUESTIONS) - 1, &all);
    level_of_all(&all, &level);
    for (uint32_t i = 0; i < SETUP_BLOCKS; i++) {
        made_up->band[i] = trends_band(level.level[i], QUESTIONS * answers.level[i]);
        widths += (uint32_t)(made_up->band[i].high - made_up->band[i].low);
    }
    made_up->width = (widths + SETUP_BLOCKS / 2) / SETUP_BLOCKS;
    made_up->made = true;
}

uint32_t setup_made_up(uint32_t scale, struct band band[SETUP_BLOCKS])
{
    static struct made_up kept[NOISE_SCALE_MAX + 1];
    assert(scale >= NOISE_SCALE_MIN && scale <= NOISE_SCALE_MAX);
    if (!kept[scale].made) {
        make(&kept[scale], scale);
    }
    for (uint32_t i = 0; i < SETUP_BLOCKS; i++) {
        band[i] = kept[scale].band[i];
    }
    return kept[scale].width;
}
