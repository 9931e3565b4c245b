/* SPDX-License-Identifier: MIT */
/* Protects the file's content: meetings land in the right block, four to each, within limits. */
#include "core/totals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct totals totals, before;

static struct meeting_label label_of(const char *series, uint8_t month)
{
    struct meeting_label label = {.month = {2026, month}, .question_count = 4};
    /* Not in byte order, as on the screen. */
    static const char *const id[] = {"q2", "q10", "q1", "a"};
    (void)snprintf(label.series, sizeof(label.series), "%s", series);
    for (int i = 0; i < 4; i++) {
        (void)snprintf(label.question[i], PACK_ID_BYTES, "%s", id[i]);
    }
    return label;
}

static struct counters cells_of(uint32_t scale, int32_t value)
{
    struct counters counters = {.question_count = 4, .scale = scale};
    for (int i = 0; i < 4; i++) {
        counters.upper[i] = value + 10 * i;
        counters.lower[i] = -(value + 10 * i);
    }
    return counters;
}

static const char red[] = "00112233445566ff", blue[] = "00112233445566fe";

static void add(const char *series, uint8_t month, uint32_t scale, int32_t value)
{
    struct meeting_label label = label_of(series, month);
    struct counters counters = cells_of(scale, value);
    struct error error;
    assert_int_equal(totals_add_meeting(&totals, &counters, &label), STATUS_OK);
    assert_int_equal(totals_check(&totals, &error), STATUS_OK);
}

static int reset(void **state)
{
    (void)state;
    memset(&totals, 0, sizeof(totals));
    return 0;
}

static void test_four_meetings_make_a_block(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 9; i++) {
        assert_int_equal(totals_open_meetings(&totals, red, 2), i % 4);
        assert_int_equal(totals_complete_count(&totals), i / 4);
        add(red, (uint8_t)(i + 1), 2, 1);
    }
    assert_int_equal(totals.block_count, 3);
    assert_int_equal(totals.block[0].meetings, 4);
    assert_int_equal(totals.block[2].meetings, 1);
    assert_int_equal(totals.block[1].id, 2);
    assert_int_equal(totals.block[0].month.month, 1); /* the first meeting's, not the last's */
    assert_int_equal(totals.block[1].month.month, 5);
}

static void test_counters_find_their_question(void **state)
{
    (void)state;
    add(red, 1, 2, 1);
    add(red, 1, 2, -5);
    static const char *const order[] = {"a", "q1", "q10", "q2"};
    static const int32_t cell[] = {3, 2, 1, 0};
    for (int i = 0; i < 4; i++) {
        assert_string_equal(totals.block[0].tally[i].question, order[i]);
        assert_int_equal(totals.block[0].tally[i].upper, 1 - 5 + 20 * cell[i]);
        assert_int_equal(totals.block[0].tally[i].lower, -(1 - 5 + 20 * cell[i]));
    }
}

static void test_another_series_or_scale_begins_anew(void **state)
{
    (void)state;
    add(red, 1, 2, 1);
    add(blue, 2, 2, 1);
    add(red, 3, 2, 1); /* the cut-off block is not taken up again */
    add(red, 4, 4, 1);
    assert_int_equal(totals.block_count, 4);
    assert_int_equal(totals_open_meetings(&totals, red, 4), 1);
    assert_int_equal(totals_open_meetings(&totals, red, 2), 0);
    assert_int_equal(totals_open_meetings(&totals, blue, 2), 0);
    assert_int_equal(totals_complete_count(&totals), 0);
}

static void assert_refused(const struct counters *counters, const struct meeting_label *label,
                           enum status expected)
{
    memcpy(&before, &totals, sizeof(totals));
    assert_int_equal(totals_add_meeting(&totals, counters, label), expected);
    assert_memory_equal(&totals, &before, sizeof(totals));
}

static void test_limits_leave_everything_as_it_was(void **state)
{
    (void)state;
    struct meeting_label label = label_of(red, 1);
    struct counters counters = cells_of(2, 0);
    counters.upper[2] = TOTALS_TALLY_LIMIT + 1;
    assert_refused(&counters, &label, STATUS_LIMIT);
    counters.upper[2] = TOTALS_TALLY_LIMIT;
    counters.lower[2] = -TOTALS_TALLY_LIMIT;
    assert_int_equal(totals_add_meeting(&totals, &counters, &label), STATUS_OK);
    counters = cells_of(2, 0);
    counters.upper[2] = 1;
    assert_refused(&counters, &label, STATUS_LIMIT);
    counters.upper[2] = 0;
    counters.lower[2] = -1;
    assert_refused(&counters, &label, STATUS_LIMIT);

    (void)snprintf(label.question[0], PACK_ID_BYTES, "other");
    assert_refused(&counters, &label, STATUS_INVALID);
    label = label_of(red, 1);
    label.question_count = counters.question_count = 3;
    assert_refused(&counters, &label, STATUS_INVALID);
}

static void test_a_full_file_takes_no_more(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 4 * TOTALS_BLOCK_MAX; i++) {
        struct meeting_label label = label_of(red, 1);
        struct counters counters = cells_of(2, 1);
        assert_int_equal(totals_add_meeting(&totals, &counters, &label), STATUS_OK);
    }
    assert_int_equal(totals_complete_count(&totals), TOTALS_BLOCK_MAX);
    struct meeting_label label = label_of(red, 1);
    struct counters counters = cells_of(2, 1);
    assert_refused(&counters, &label, STATUS_LIMIT);
}

static void assert_found(enum status expected)
{
    struct error error = {0};
    assert_int_equal(totals_check(&totals, &error), expected);
    assert_int_equal(error.status, expected);
    assert_true(error.text[0] != '\0');
    totals = before;
}

static void test_check_finds_every_broken_rule(void **state)
{
    (void)state;
    add(red, 1, 2, 1);
    add(blue, 2, 2, 1);
    memcpy(&before, &totals, sizeof(totals));
    struct block *block = &totals.block[1];
    block->id = 3;
    assert_found(STATUS_INVALID);
    block->id = 0;
    assert_found(STATUS_INVALID);
    block->series[3] = 'A';
    assert_found(STATUS_INVALID);
    block->series[15] = '\0';
    assert_found(STATUS_INVALID);
    block->series[16] = '0';
    assert_found(STATUS_INVALID);
    block->month.month = 13;
    assert_found(STATUS_INVALID);
    block->meetings = 0;
    assert_found(STATUS_INVALID);
    block->meetings = 5;
    assert_found(STATUS_INVALID);
    block->scale = 0;
    assert_found(STATUS_INVALID);
    block->scale = 5;
    assert_found(STATUS_INVALID);
    block->tally_count = 0;
    assert_found(STATUS_INVALID);
    block->tally_count = PACK_QUESTION_MAX + 1;
    assert_found(STATUS_INVALID);
    block->tally[0].question[0] = '\0';
    assert_found(STATUS_INVALID);
    block->tally[0].question[0] = ',';
    assert_found(STATUS_INVALID);
    memset(block->tally[3].question, 'z', PACK_ID_BYTES);
    assert_found(STATUS_INVALID);
    block->tally[1] = block->tally[0];
    assert_found(STATUS_INVALID);
    block->tally[0].upper = TOTALS_TALLY_LIMIT + 1;
    assert_found(STATUS_INVALID);
    block->tally[0].lower = -TOTALS_TALLY_LIMIT - 1;
    assert_found(STATUS_INVALID);
    totals.block_count = TOTALS_BLOCK_MAX + 1;
    assert_found(STATUS_LIMIT);
}

static void test_room_for_the_next_meeting(void **state)
{
    (void)state;
    totals.block_count = 0;
    assert_true(totals_have_room(&totals));
    add(red, 1, 2, 3);
    assert_true(totals_have_room(&totals));
    for (int side = 0; side < 4; side++) {
        struct tally *tally = &totals.block[0].tally[side];
        int32_t *number = side % 2 == 0 ? &tally->upper : &tally->lower, kept = *number;
        *number = (side < 2 ? 1 : -1) * (TOTALS_TALLY_LIMIT / 2 + 1);
        assert_false(totals_have_room(&totals));
        totals.block[0].meetings = TOTALS_MEETINGS_PER_BLOCK; /* nothing more is added to it */
        assert_true(totals_have_room(&totals));
        totals.block[0].meetings = 1;
        *number = kept;
    }
    totals.block_count = TOTALS_BLOCK_MAX;
    assert_false(totals_have_room(&totals));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_four_meetings_make_a_block, reset),
        cmocka_unit_test_setup(test_counters_find_their_question, reset),
        cmocka_unit_test_setup(test_another_series_or_scale_begins_anew, reset),
        cmocka_unit_test_setup(test_limits_leave_everything_as_it_was, reset),
        cmocka_unit_test_setup(test_a_full_file_takes_no_more, reset),
        cmocka_unit_test_setup(test_room_for_the_next_meeting, reset),
        cmocka_unit_test_setup(test_check_finds_every_broken_rule, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
