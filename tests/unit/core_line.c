/* SPDX-License-Identifier: MIT */
/* Protects that a line is read from the trends it was computed in: each period its own sets, months
 * and claim, and an earlier series named where the period reaches it. */
#include "core/line.h"

#include "core/trends.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MANY = 40, SIDE = 30 };

static struct totals totals;
static struct pack pack;
static struct trends trends;
static struct line_view view;
static struct point point[MANY];

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

/* A set whose questions each hold that many upper answers of 2 SIDE. */
static struct block *add_set(const char *series, int32_t upper)
{
    struct block *set = &totals.block[totals.block_count];
    const uint32_t index = totals.block_count++;
    *set = (struct block){.id = index + 1, .meetings = TOTALS_MEETINGS_PER_BLOCK, .scale = 2};
    set->month = (struct month){(uint16_t)(2026 + index / 12), (uint8_t)(1 + index % 12)};
    set->tally_count = PACK_QUESTION_MAX;
    (void)snprintf(set->series, sizeof(set->series), "%s", series);
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        (void)snprintf(set->tally[i].question, PACK_ID_BYTES, "q%u", i + 1);
        set->tally[i].upper = upper;
        set->tally[i].lower = 2 * SIDE - upper;
    }
    return set;
}

static uint32_t read_line(enum line_kind kind, uint32_t index, enum period period, uint32_t from,
                          uint32_t max)
{
    const struct line_query query = {{kind, index}, period, from, max};
    trends_compute(&totals, &pack, &trends);
    memset(point, 0xa5, sizeof(point));
    return line_read(&totals, &trends, &pack, &query, &view, point);
}

static void test_nothing_finished(void **state)
{
    (void)state;
    add_set("00112233445566ff", SIDE)->meetings = 3;
    assert_int_equal(read_line(LINE_ALL, 0, PERIOD_ALL, 0, MANY), 0);
    assert_int_equal(view.block_count + view.point_count, 0);
    assert_int_equal(view.claim.grade, GRADE_NONE);
    assert_int_equal(line_span_of(&trends, PERIOD_ALL).count, 0);
}

/* A step in the middle: the period names its own first set, and the month of the change. */
static void test_a_change_has_its_month(void **state)
{
    (void)state;
    for (int i = 0; i < 16; i++) {
        add_set("00112233445566ff", i < 8 ? SIDE / 2 : SIDE * 3 / 2);
    }
    assert_int_equal(read_line(LINE_QUESTION, 3, PERIOD_ALL, 0, MANY), 16);
    assert_int_equal(view.claim.grade, GRADE_CHANGED);
    assert_true(view.claim.up);
    assert_int_equal(view.claim.since, 8);
    assert_int_equal(view.since_month.month, 9);
    assert_int_equal(view.first_month.month, 1);
    assert_int_equal(read_line(LINE_THEME, 1, PERIOD_YEAR, 0, MANY), LINE_YEAR_BLOCKS);
    assert_int_equal(view.block_count, LINE_YEAR_BLOCKS);
    assert_int_equal(view.claim.since, 5); /* counted within the year */
    assert_int_equal(view.since_month.month, 9);
    assert_int_equal(view.first_month.month, 4);
    assert_int_equal(point[0].month.month, 4);
    assert_int_equal(point[0].block_index, 0);
    assert_int_equal(read_line(LINE_ALL, 0, PERIOD_THREE, 0, MANY), LINE_THREE_BLOCKS);
    assert_int_equal(view.claim.reason, NOT_YET_SHORT_PERIOD);
    assert_int_equal(view.since_month.month, 0);
}

/* Meetings under a clock that said 2000: the order is that of the file, and since when is the
 * earliest month that any set of it has. */
static void test_a_clock_that_was_wrong(void **state)
{
    (void)state;
    for (int i = 0; i < 16; i++) {
        struct block *set = add_set("00112233445566ff", i < 8 ? SIDE / 2 : SIDE * 3 / 2);
        set->month = i == 12 ? (struct month){2000, 1} : set->month;
    }
    assert_int_equal(read_line(LINE_ALL, 0, PERIOD_ALL, 0, MANY), 16);
    assert_int_equal(view.claim.since, 8);
    assert_int_equal(view.first_month.year, 2000);
    assert_int_equal(view.since_month.year, 2000);
    assert_int_equal(view.series_month.year, 2000);
    assert_int_equal(point[12].month.year, 2000);
    assert_int_equal(point[15].month.year, 2027);
}

/* Parts of a line are its points in their order, whatever is asked for at once. */
static void test_parts_make_the_whole(void **state)
{
    (void)state;
    for (int i = 0; i < MANY; i++) {
        add_set("00112233445566ff", SIDE / 2 + i % SIDE);
    }
    for (uint32_t from = 0; from <= MANY + 1; from += 7) {
        const uint32_t rest = from < MANY ? MANY - from : 0;
        assert_int_equal(read_line(LINE_QUESTION, 0, PERIOD_ALL, from, 7), rest < 7 ? rest : 7);
        assert_int_equal(view.point_count, MANY);
        for (uint32_t i = 0; i < (rest < 7 ? rest : 7); i++) {
            assert_int_equal(point[i].block_index, from + i);
            assert_memory_equal(&point[i].band, &trends.line[3].band[from + i],
                                sizeof(point[i].band));
        }
    }
}

static void test_an_earlier_series_is_named(void **state)
{
    (void)state;
    add_set("00112233445566fe", SIDE);
    for (int i = 0; i < 5; i++) {
        add_set("00112233445566ff", SIDE);
    }
    (void)read_line(LINE_ALL, 0, PERIOD_ALL, 0, 0);
    assert_true(view.series_before);
    assert_int_equal(view.series_month.month, 2);
    assert_int_equal(view.block_count, 5);
    assert_int_equal(line_span_of(&trends, PERIOD_ALL).first, 1);
    (void)read_line(LINE_ALL, 0, PERIOD_THREE, 0, 0);
    assert_false(view.series_before); /* it does not reach back that far */
}

static void test_a_question_that_is_not_asked_has_no_points(void **state)
{
    (void)state;
    add_set("00112233445566ff", SIDE)->tally_count = 6;
    assert_int_equal(read_line(LINE_QUESTION, 6, PERIOD_ALL, 0, MANY), 0);
    assert_int_equal(view.block_count, 1);
    assert_int_equal(view.point_count, 0);
    assert_int_equal(view.claim.grade, GRADE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_nothing_finished, reset),
        cmocka_unit_test_setup(test_a_change_has_its_month, reset),
        cmocka_unit_test_setup(test_a_clock_that_was_wrong, reset),
        cmocka_unit_test_setup(test_parts_make_the_whole, reset),
        cmocka_unit_test_setup(test_an_earlier_series_is_named, reset),
        cmocka_unit_test_setup(test_a_question_that_is_not_asked_has_no_points, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
