/* SPDX-License-Identifier: MIT */
/* Protects trends from saying more than they know: complete blocks of one series, windows that
 * never overlap in a comparison, and words that follow from the numbers. */
#include "core/band.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct totals totals;
static struct pack pack;
static struct line_view view;
static struct point points[64];
static uint32_t written;

static const char red[] = "00112233445566ff", blue[] = "00112233445566fe";
static const struct line_id all = {LINE_ALL, 0}, q1 = {LINE_QUESTION, 0};

static int reset(void **state)
{
    (void)state;
    memset(&totals, 0, sizeof(totals));
    memset(&pack, 0, sizeof(pack));
    pack.theme_count = 2;
    pack.question_count = PACK_QUESTION_MAX;
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        (void)snprintf(pack.question[i].id, PACK_ID_BYTES, "q%u", i + 1);
        pack.question[i].theme = i >= 4;
    }
    return 0;
}

/* A block whose questions each hold that many upper and lower answers. */
static struct block *add_block(const char *series, uint32_t meetings, int32_t upper, int32_t lower)
{
    struct block *block = &totals.block[totals.block_count];
    uint32_t index = totals.block_count++;
    *block = (struct block){.id = index + 1, .meetings = meetings, .scale = 2};
    block->month = (struct month){(uint16_t)(2026 + index / 12), (uint8_t)(1 + index % 12)};
    block->tally_count = PACK_QUESTION_MAX;
    (void)snprintf(block->series, sizeof(block->series), "%s", series);
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        (void)snprintf(block->tally[i].question, PACK_ID_BYTES, "q%u", i + 1);
        block->tally[i].upper = upper;
        block->tally[i].lower = lower;
    }
    struct error error;
    assert_int_equal(totals_check(&totals, &error), STATUS_OK);
    return block;
}

static void compute_some(struct line_id line, enum period period, uint32_t from, uint32_t max)
{
    const struct line_query query = {line, period, from, max};
    written = line_compute(&totals, &pack, &query, &view, points);
}

static void compute(struct line_id line, enum period period)
{
    compute_some(line, period, 0, 64);
}

static void test_no_complete_block_shows_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        compute(all, PERIOD_ALL);
        assert_int_equal(view.verdict, VERDICT_NONE);
        assert_int_equal(view.point_count + written + view.block_count, 0);
        add_block(red, 3, 100, 100);
    }
}

static void test_open_blocks_never_move_a_line(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        add_block(red, 4, 20, 20);
    }
    compute(all, PERIOD_ALL);
    struct line_view view_before = view;
    struct point points_before[64];
    memcpy(points_before, points, sizeof(points));
    struct block *open = add_block(red, 3, 900, -900);
    compute(all, PERIOD_ALL);
    assert_memory_equal(&view, &view_before, sizeof(view));
    assert_memory_equal(points, points_before, sizeof(points));
    memcpy(open->series, blue, sizeof(open->series));
    compute(all, PERIOD_ALL);
    assert_memory_equal(&view, &view_before, sizeof(view));
}

static void test_windows_and_months(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        add_block(red, 4, 30, 10);
    }
    compute(all, PERIOD_ALL);
    assert_int_equal(view.pool_blocks, 1); /* 280 answers: a band of about ten points */
    assert_int_equal(written, 5);
    assert_int_equal(points[4].block_index, 4);
    assert_int_equal(points[4].month.month, 5);
    assert_int_equal(points[4].month_from.month, 5);
    compute(q1, PERIOD_ALL);
    assert_int_equal(view.pool_blocks, 3);
    assert_int_equal(view.point_count, 3);
    assert_int_equal(points[0].block_index, 2);
    assert_int_equal(points[0].month_from.month, 1);
    assert_int_equal(points[0].month.month, 3);
    assert_int_equal(points[0].band.centre, 75);
    compute(q1, PERIOD_THREE);
    assert_int_equal(view.point_count, 1);
    assert_int_equal(points[0].month_from.month, 3);
    compute_some(q1, PERIOD_ALL, 1, 1);
    assert_int_equal(view.point_count, 3);
    assert_int_equal(written, 1);
    assert_int_equal(points[0].block_index, 3);
    compute_some(q1, PERIOD_ALL, 9, 1);
    assert_int_equal(written, 0);
}

static void test_wide_blocks_are_pooled(void **state)
{
    (void)state;
    add_block(red, 4, 4, 4); /* 56 answers: far wider than 25 points */
    add_block(red, 4, 30, 30);
    compute(all, PERIOD_ALL);
    assert_int_equal(view.pool_blocks, 1); /* two blocks cannot make a window of three */
    assert_int_equal(view.point_count, 2);
    add_block(red, 4, 30, 30);
    compute(all, PERIOD_ALL);
    assert_int_equal(view.pool_blocks, 3);
    assert_int_equal(view.point_count, 1);
    add_block(red, 4, 30, 30);
    compute(all, PERIOD_THREE); /* the thin block is out of the period */
    assert_int_equal(view.pool_blocks, 1);
    assert_int_equal(view.point_count, 3);
}

static void test_no_window_crosses_a_series(void **state)
{
    (void)state;
    add_block(red, 4, 90, 10);
    add_block(red, 4, 90, 10);
    add_block(blue, 2, 50, 50);
    add_block(red, 4, 10, 90);
    compute(all, PERIOD_ALL); /* the cut-off block stands between */
    assert_int_equal(view.block_count, 1);
    assert_true(view.series_before);
    assert_int_equal(view.series_month.month, 4);
    assert_int_equal(points[0].band.centre, 10);
    compute(q1, PERIOD_ALL);
    assert_int_equal(view.verdict, VERDICT_NONE);
    add_block(red, 4, 10, 90)->scale = 4;
    compute(all, PERIOD_ALL);
    assert_int_equal(view.block_count, 1);
    assert_int_equal(view.series_month.month, 5);
    for (int i = 0; i < 2; i++) {
        add_block(red, 4, 10, 90)->scale = 4;
    }
    compute(all, PERIOD_THREE);
    assert_int_equal(view.block_count, 3);
    assert_false(view.series_before); /* none of the others is in the period */
}

static void test_periods(void **state)
{
    (void)state;
    for (int i = 0; i < 30; i++) {
        add_block(red, 4, 20, 20);
    }
    static const uint32_t blocks[] = {3, 13, 30};
    for (int period = 0; period < PERIOD_COUNT; period++) {
        compute(all, (enum period)period);
        assert_int_equal(view.block_count, blocks[period]);
        assert_int_equal(view.series_month.year, 2026);
        assert_int_equal(view.series_month.month, 1);
        assert_int_equal(points[0].month.month, totals.block[30 - blocks[period]].month.month);
    }
}

static void test_theme_joins_its_questions(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct block *block = add_block(red, 4, 0, 60);
        for (int q = 4; q < 7; q++) {
            block->tally[q].upper = 60;
            block->tally[q].lower = 0;
        }
    }
    compute((struct line_id){LINE_THEME, 0}, PERIOD_ALL);
    assert_int_equal(points[0].band.centre, 0);
    compute((struct line_id){LINE_THEME, 1}, PERIOD_ALL);
    assert_int_equal(points[0].band.centre, 100);
    (void)snprintf(pack.question[6].id, PACK_ID_BYTES, "new");
    compute((struct line_id){LINE_QUESTION, 6}, PERIOD_ALL);
    assert_int_equal(view.verdict, VERDICT_NONE);
    assert_int_equal(view.point_count, 0);
}

static enum verdict verdict_of(int32_t upper, int32_t lower, int32_t last_upper, int32_t last_lower)
{
    (void)reset(NULL);
    for (int i = 0; i < 6; i++) {
        (void)add_block(red, 4, i < 3 ? upper : last_upper, i < 3 ? lower : last_lower);
    }
    compute(q1, PERIOD_ALL);
    return view.verdict;
}

static void test_words_follow_the_numbers(void **state)
{
    (void)state;
    assert_int_equal(verdict_of(10, 30, 30, 10), VERDICT_UP);
    assert_int_equal(view.first, 25);
    assert_int_equal(view.last, 75);
    assert_int_equal(view.first_month.month, 3);
    assert_int_equal(verdict_of(30, 10, 10, 30), VERDICT_DOWN);
    assert_int_equal(verdict_of(18, 22, 22, 18), VERDICT_LEAN_UP);
    assert_int_equal(verdict_of(22, 18, 18, 22), VERDICT_LEAN_DOWN);
    assert_int_equal(verdict_of(20, 20, 21, 19), VERDICT_SAME);
    assert_int_equal(verdict_of(2, 2, 30, 10), VERDICT_WIDE);
    assert_int_equal(verdict_of(30, 10, 2, 2), VERDICT_WIDE);
    totals.block_count = 4; /* two windows that share blocks */
    totals.block[3] = totals.block[2];
    totals.block[3].id = 4;
    compute(q1, PERIOD_ALL);
    assert_int_equal(view.point_count, 2);
    assert_int_equal(view.verdict, VERDICT_ONE);
    totals.block_count = 3;
    compute(q1, PERIOD_ALL);
    assert_int_equal(view.verdict, VERDICT_ONE);
}

static void test_a_change_nobody_can_see_is_none(void **state)
{
    (void)state;
    /* Beyond the noise by numbers no group reaches, and still the same whole point. */
    assert_int_equal(verdict_of(200000, 200000, 201600, 198400), VERDICT_SAME);
    assert_int_equal(view.first, view.last);
    const struct window_sum first = {.upper = 600000, .lower = 600000, .draws_scale = {0, 0, 12}};
    const struct window_sum last = {.upper = 604800, .lower = 595200, .draws_scale = {0, 0, 12}};
    assert_true(band_change_is_claimed(&first, &last, LINE_QUESTION));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_no_complete_block_shows_nothing, reset),
        cmocka_unit_test_setup(test_open_blocks_never_move_a_line, reset),
        cmocka_unit_test_setup(test_windows_and_months, reset),
        cmocka_unit_test_setup(test_wide_blocks_are_pooled, reset),
        cmocka_unit_test_setup(test_no_window_crosses_a_series, reset),
        cmocka_unit_test_setup(test_periods, reset),
        cmocka_unit_test_setup(test_theme_joins_its_questions, reset),
        cmocka_unit_test_setup(test_words_follow_the_numbers, reset),
        cmocka_unit_test_setup(test_a_change_nobody_can_see_is_none, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
