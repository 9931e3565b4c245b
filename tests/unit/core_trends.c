/* SPDX-License-Identifier: MIT */
/* Protects trends from saying more than they know: complete sets of one series alone, ends rounded
 * outwards, and each line of its own questions. */
#include "core/trends.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { YEAR = LINE_YEAR_BLOCKS, THEMES = 2, FIRST_QUESTION = 1 + THEMES };

static struct totals totals;
static struct pack pack;
static struct trends trends;
static const char red[] = "00112233445566ff", blue[] = "00112233445566fe";

static int reset(void **state)
{
    (void)state;
    memset(&totals, 0, sizeof(totals));
    memset(&trends, 0xa5, sizeof(trends)); /* nothing may stay from before */
    memset(&pack, 0, sizeof(pack));
    pack.theme_count = THEMES;
    pack.question_count = PACK_QUESTION_MAX;
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        (void)snprintf(pack.question[i].id, PACK_ID_BYTES, "q%u", i + 1);
        pack.question[i].theme = i >= 4;
    }
    return 0;
}

/* A set whose questions each hold that many upper and lower answers. */
static struct block *add_set(const char *series, uint32_t meetings, int32_t upper, int32_t lower)
{
    struct block *set = &totals.block[totals.block_count];
    const uint32_t index = totals.block_count++;
    *set = (struct block){.id = index + 1, .meetings = meetings, .scale = 2};
    set->month = (struct month){(uint16_t)(2026 + index / 12), (uint8_t)(1 + index % 12)};
    set->tally_count = PACK_QUESTION_MAX;
    (void)snprintf(set->series, sizeof(set->series), "%s", series);
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        (void)snprintf(set->tally[i].question, PACK_ID_BYTES, "q%u", i + 1);
        set->tally[i].upper = upper;
        set->tally[i].lower = lower;
    }
    return set;
}

static void compute(void)
{
    trends_compute(&totals, &pack, &trends);
}

static void test_nothing_complete(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        compute();
        assert_int_equal(trends.count, 0);
        assert_int_equal(trends.line_count, 1 + THEMES + PACK_QUESTION_MAX);
        for (uint32_t line = 0; line < trends.line_count; line++) {
            assert_int_equal(trends.line[line].count, 0);
            for (int period = 0; period < PERIOD_COUNT; period++) {
                assert_int_equal(trends.line[line].claim[period].grade, GRADE_NONE);
            }
        }
        add_set(red, 3, 100, 100); /* under way */
    }
}

static void test_one_set(void **state)
{
    (void)state;
    add_set(red, 4, 60, 20);
    compute();
    assert_int_equal(trends.count, 1);
    assert_int_equal(trends.line[0].count, 1);
    const struct claim_shown *claim = &trends.line[0].claim[PERIOD_ALL];
    assert_int_equal(claim->grade, GRADE_NOT_YET);
    assert_int_equal(claim->reason, NOT_YET_FEW_BLOCKS);
    assert_int_equal(claim->blocks_needed, 5);
    const struct band *band = &trends.line[0].band[0];
    assert_true(band->low < band->centre && band->centre < band->high && band->readable);
    assert_in_range(band->centre, 70, 75); /* one set, weighed against knowing nothing */
}

static void test_a_set_under_way_moves_nothing(void **state)
{
    (void)state;
    add_set(red, 4, 60, 20);
    add_set(red, 4, 50, 30);
    compute();
    static struct trends before;
    before = trends;
    add_set(red, 3, 0, 1000);
    compute();
    assert_int_equal(trends.count, 2);
    for (uint32_t i = 0; i < trends.line_count; i++) {
        assert_memory_equal(trends.line[i].band, before.line[i].band,
                            2 * sizeof(trends.line[i].band[0]));
    }
}

static void test_a_series_is_read_alone(void **state)
{
    (void)state;
    add_set(red, 4, 10, 90);
    add_set(blue, 4, 10, 90);
    add_set(red, 4, 10, 90);
    add_set(red, 2, 10, 90); /* left over: the run begins behind it */
    add_set(red, 4, 50, 50);
    add_set(red, 4, 50, 50);
    compute();
    assert_int_equal(trends.first, 4);
    assert_int_equal(trends.count, 2);
    assert_int_equal(trends.line[0].band[0].centre, 50);
    totals.block[4].scale = 4; /* another blur */
    compute();
    assert_int_equal(trends.first, 5);
    totals.block[4].scale = 2;
    (void)snprintf(totals.block[4].tally[6].question, PACK_ID_BYTES, "q9"); /* or question */
    compute();
    assert_int_equal(trends.first, 5);
    assert_int_equal(trends.count, 1);
}

static void test_lines_have_their_own_questions(void **state)
{
    (void)state;
    for (int i = 0; i < YEAR; i++) {
        struct block *set = add_set(red, 4, 50, 50);
        set->tally[0].upper = 90; /* q1, of the first theme */
        set->tally[0].lower = 10;
        set->tally[6].upper = 10; /* q7, of the second */
        set->tally[6].lower = 90;
    }
    compute();
    uint8_t centre[TRENDS_LINE_MAX];
    for (uint32_t i = 0; i < trends.line_count; i++) {
        centre[i] = trends.line[i].band[YEAR - 1].centre;
    }
    assert_int_equal(centre[0], 50);
    assert_in_range(centre[1], 58, 61);
    assert_in_range(centre[2], 36, 39);
    assert_in_range(centre[FIRST_QUESTION], 86, 91);
    assert_in_range(centre[FIRST_QUESTION + 1], 49, 51);
    assert_in_range(centre[FIRST_QUESTION + 6], 9, 14);
}

static void test_questions_that_are_not_asked(void **state)
{
    (void)state;
    struct block *set = add_set(red, 4, 50, 50);
    set->tally_count = 4;
    compute();
    assert_int_equal(trends.line[1].count, 1);
    assert_int_equal(trends.line[2].count, 0); /* the second theme has none that is asked */
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        assert_int_equal(trends.line[FIRST_QUESTION + i].count, i < 4);
    }
    /* The first theme is all that is asked: its line is that of all together. */
    assert_memory_equal(trends.line[0].band, trends.line[1].band, sizeof(struct band));
    /* Counted with another pack: such a question counts for all together alone. */
    (void)snprintf(set->tally[3].question, PACK_ID_BYTES, "x4");
    compute();
    assert_int_equal(trends.line[0].count, 1);
    assert_int_equal(trends.line[FIRST_QUESTION + 3].count, 0);
}

static void test_ends_are_rounded_outwards(void **state)
{
    (void)state;
    /* 1.644854 x .05 is 8.22 points. */
    struct band band = trends_band((struct reading){.5, .0025}, 100);
    assert_int_equal(band.low, 41);
    assert_int_equal(band.centre, 50);
    assert_int_equal(band.high, 59);
    band = trends_band((struct reading){.512, .0025}, 100);
    assert_int_equal(band.low, 42);
    assert_int_equal(band.centre, 51);
    assert_int_equal(band.high, 60);
}

static void test_the_ends_of_the_scale_are_never_shown(void **state)
{
    (void)state;
    for (int tenths = -300; tenths <= 1300; tenths++) {
        const struct band band = trends_band((struct reading){tenths / 1000.0, .01}, 100);
        assert_true(band.low >= TRENDS_SHARE_MIN && band.high <= TRENDS_SHARE_MAX);
        assert_true(band.low <= band.centre && band.centre <= band.high);
    }
}

static void test_what_is_shown_does_not_hang_on_the_share(void **state)
{
    (void)state;
    /* 40 points wide is a standard deviation of .12159. */
    for (int tenths = 0; tenths <= 10; tenths++) {
        const double share = tenths / 10.0;
        assert_true(trends_band((struct reading){share, .1215 * .1215}, 12).readable);
        assert_false(trends_band((struct reading){share, .1217 * .1217}, 12).readable);
        assert_false(trends_band((struct reading){share, .0001}, 11.9).readable);
    }
}

static void test_periods(void **state)
{
    (void)state;
    for (int i = 1; i <= 20; i++) {
        add_set(red, 4, 50, 50);
        compute();
        assert_int_equal(trends_period_count(&trends, PERIOD_THREE), i < 3 ? i : 3);
        assert_int_equal(trends_period_count(&trends, PERIOD_YEAR), i < YEAR ? i : YEAR);
        assert_int_equal(trends_period_count(&trends, PERIOD_ALL), i);
        const struct claim_shown *claim = trends.line[0].claim;
        const bool few = i < CLAIM_BLOCKS_MIN;
        assert_int_equal(claim[PERIOD_THREE].grade, GRADE_NOT_YET);
        /* A longer wait does nothing for a period that is too short. */
        assert_int_equal(claim[PERIOD_THREE].reason,
                         few ? NOT_YET_FEW_BLOCKS : NOT_YET_SHORT_PERIOD);
        assert_int_equal(claim[PERIOD_THREE].blocks_needed, few ? CLAIM_BLOCKS_MIN - i : 0);
        assert_int_equal(claim[PERIOD_ALL].grade, few ? GRADE_NOT_YET : GRADE_STEADY);
    }
}

static void test_a_change_has_its_set(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        struct block *set = add_set(red, 4, 50, 50);
        set->tally[2].upper = i < 15 ? 50 : 85;
        set->tally[2].lower = i < 15 ? 50 : 15;
    }
    compute();
    const struct claim_shown *claim = trends.line[FIRST_QUESTION + 2].claim;
    for (int period = PERIOD_YEAR; period <= PERIOD_ALL; period++) {
        assert_int_equal(claim[period].grade, GRADE_CHANGED);
        assert_true(claim[period].up);
        assert_int_equal(claim[period].before, 50);
        assert_in_range(claim[period].after, 83, 87);
        assert_true(claim[period].strength > 1000);
    }
    assert_int_equal(claim[PERIOD_YEAR].since, 15 - (20 - YEAR));
    assert_int_equal(claim[PERIOD_ALL].since, 15);
    assert_int_equal(trends.line[FIRST_QUESTION].claim[PERIOD_ALL].grade, GRADE_STEADY);
}

static void test_negative_numbers_claim_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < 30; i++) {
        add_set(red, 4, -(i * 7 % 12), -(i * 5 % 11));
    }
    compute();
    for (uint32_t i = 0; i < trends.line_count; i++) {
        const struct trend_line *line = &trends.line[i];
        assert_int_equal(line->count, 30);
        assert_int_equal(line->claim[PERIOD_ALL].grade, GRADE_NOT_YET);
        for (uint32_t t = 0; t < line->count; t++) {
            assert_true(i == 0 || !line->band[t].readable); /* 3 answers a question are assumed */
        }
    }
}

static void test_a_file_that_is_full(void **state)
{
    (void)state;
    for (int i = 0; i < TOTALS_BLOCK_MAX; i++) {
        add_set(red, 4, i < 3500 ? 20 : 60, i < 3500 ? 60 : 20);
    }
    compute();
    assert_int_equal(trends.count, BLOCKS_MAX);
    assert_int_equal(trends.first, TOTALS_BLOCK_MAX - BLOCKS_MAX);
    const struct claim_shown *claim = &trends.line[0].claim[PERIOD_ALL];
    assert_int_equal(claim->grade, GRADE_CHANGED);
    assert_int_equal(claim->since, 3500 - (TOTALS_BLOCK_MAX - BLOCKS_MAX));
    assert_int_equal(trends.line[0].claim[PERIOD_YEAR].grade, GRADE_STEADY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_nothing_complete, reset),
        cmocka_unit_test_setup(test_one_set, reset),
        cmocka_unit_test_setup(test_a_set_under_way_moves_nothing, reset),
        cmocka_unit_test_setup(test_a_series_is_read_alone, reset),
        cmocka_unit_test_setup(test_lines_have_their_own_questions, reset),
        cmocka_unit_test_setup(test_questions_that_are_not_asked, reset),
        cmocka_unit_test_setup(test_ends_are_rounded_outwards, reset),
        cmocka_unit_test_setup(test_the_ends_of_the_scale_are_never_shown, reset),
        cmocka_unit_test_setup(test_what_is_shown_does_not_hang_on_the_share, reset),
        cmocka_unit_test_setup(test_periods, reset),
        cmocka_unit_test_setup(test_a_change_has_its_set, reset),
        cmocka_unit_test_setup(test_negative_numbers_claim_nothing, reset),
        cmocka_unit_test_setup(test_a_file_that_is_full, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
