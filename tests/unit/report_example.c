/* SPDX-License-Identifier: MIT */
/* Protects the honesty of a picture: what the first run shows of blur is a made-up group under the
 * noise that the product draws, read as trends read it, and not a drawing. */
#include "core/noise.h"
#include "core/trends.h"
#include "report/example.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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
        assert_int_equal(status, STATUS_OK);
        sum += draw;
    }
    return sum;
}

static void make_blocks(struct block block[EXAMPLE_BLOCKS], uint32_t scale)
{
    uint64_t state = 1;
    struct random_source source = {fill_bytes, &state};
    for (uint32_t i = 0; i < EXAMPLE_BLOCKS; i++) {
        uint32_t swing = 0;
        enum status status = noise_below(&source, 2 * SHARE_SWING + 1, &swing);
        assert_int_equal(status, STATUS_OK);
        const int32_t share = SHARE_FIRST +
                              (int32_t)i * (SHARE_LAST - SHARE_FIRST) / (EXAMPLE_BLOCKS - 1) +
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

static void the_bands_are_those_of_the_product(void **state)
{
    (void)state;
    static const uint32_t SCALES[] = {2, 4};
    static struct block block[EXAMPLE_BLOCKS];
    static struct answers answers;
    static struct observed all;
    static struct local_level level;
    for (size_t s = 0; s < sizeof SCALES / sizeof SCALES[0]; s++) {
        uint32_t widths = 0;
        make_blocks(block, SCALES[s]);
        answers_estimate(block, EXAMPLE_BLOCKS, &answers);
        level_observe(block, &answers, (1U << QUESTIONS) - 1, &all);
        level_of_all(&all, &level);
        uint32_t width = 0;
        const struct chart kept = example_chart(SCALES[s], &width);
        assert_int_equal(kept.point_count, EXAMPLE_BLOCKS);
        for (uint32_t i = 0; i < EXAMPLE_BLOCKS; i++) {
            const struct band band = trends_band(level.level[i], QUESTIONS * answers.level[i]);
            assert_int_equal(kept.point[i].centre, band.centre);
            assert_int_equal(kept.point[i].low, band.low);
            assert_int_equal(kept.point[i].high, band.high);
            assert_int_equal(kept.point[i].readable, band.readable);
            widths += (uint32_t)(band.high - band.low);
        }
        assert_int_equal(width, (widths + EXAMPLE_BLOCKS / 2) / EXAMPLE_BLOCKS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bands_are_those_of_the_product),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
