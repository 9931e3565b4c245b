/* SPDX-License-Identifier: MIT */
/* The picture of what blur does to a trend: a group that does not exist, under the noise that the
 * product draws. Fixed numbers, so that the picture is always the same. */
#include "core/noise.h"
#include "screens/setup/setup.h"

#include <assert.h>

enum {
    QUESTIONS = PACK_QUESTION_MAX,
    DRAWS = QUESTIONS * TOTALS_MEETINGS_PER_BLOCK, /* a side and set */
    PEOPLE = 10,
    ANSWERED = 92, /* of a hundred questions */
    ANSWERS = PEOPLE * DRAWS * ANSWERED / 100,
    SHARE_FIRST = 48, /* of a hundred answers in the upper half: a slow drift, */
    SHARE_LAST = 58,
    SHARE_SWING = 4, /* and no two sets alike */
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

static int64_t noise(const struct random_source *source, uint32_t scale)
{
    int64_t sum = 0;
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
    struct band band[SETUP_SETS];
    uint32_t width; /* mean, in points */
};

static void make(struct made_up *made_up, uint32_t scale)
{
    uint64_t state = 1;
    struct random_source source = {fill_bytes, &state};
    uint32_t widths = 0;
    for (uint32_t i = 0; i < SETUP_SETS; i++) {
        uint32_t swing = 0;
        enum status status = noise_below(&source, 2 * SHARE_SWING + 1, &swing);
        assert(status == STATUS_OK);
        (void)status;
        int64_t share = SHARE_FIRST + (int64_t)i * (SHARE_LAST - SHARE_FIRST) / (SETUP_SETS - 1) +
                        (int64_t)swing - SHARE_SWING;
        struct window_sum sum = {.upper = ANSWERS * share / 100};
        sum.lower = ANSWERS - sum.upper;
        sum.upper += noise(&source, scale);
        sum.lower += noise(&source, scale);
        sum.draws_scale[scale] = DRAWS;
        made_up->band[i] = band_of(&sum);
        widths += (uint32_t)(made_up->band[i].high - made_up->band[i].low);
    }
    made_up->width = (widths + SETUP_SETS / 2) / SETUP_SETS;
    made_up->made = true;
}

uint32_t setup_made_up(uint32_t scale, struct band band[SETUP_SETS])
{
    static struct made_up kept[NOISE_SCALE_MAX + 1];
    assert(scale >= NOISE_SCALE_MIN && scale <= NOISE_SCALE_MAX);
    if (!kept[scale].made) {
        make(&kept[scale], scale);
    }
    for (uint32_t i = 0; i < SETUP_SETS; i++) {
        band[i] = kept[scale].band[i];
    }
    return kept[scale].width;
}
