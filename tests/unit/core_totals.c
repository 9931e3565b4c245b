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

static uint32_t open_meetings(const char *series, uint32_t scale)
{
    struct meeting_label label = label_of(series, 1);
    return totals_open_meetings(&totals, &label, scale);
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
        assert_int_equal(open_meetings(red, 2), i % 4);
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
    assert_int_equal(open_meetings(red, 4), 1);
    assert_int_equal(open_meetings(red, 2), 0);
    assert_int_equal(open_meetings(blue, 2), 0);
    assert_int_equal(totals_complete_count(&totals), 0);
}

static void assert_refused(const struct counters *counters, const struct meeting_label *label,
                           enum status expected)
{
    memcpy(&before, &totals, sizeof(totals));
    assert_int_equal(totals_add_meeting(&totals, counters, label), expected);
    assert_memory_equal(&totals, &before, sizeof(totals));
}

/* As a file from elsewhere may have it: the series is the same, and yet the meeting does not fit.
 */
static void assert_begins_anew(const struct meeting_label *label, const struct counters *counters)
{
    struct error error;
    uint32_t blocks = totals.block_count;
    assert_int_equal(totals_open_meetings(&totals, label, counters->scale), 0);
    assert_true(totals_take_meeting(&totals, label, counters->scale));
    memcpy(&before, &totals, sizeof(totals));
    assert_int_equal(totals_add_meeting(&totals, counters, label), STATUS_OK);
    assert_int_equal(totals.block_count, blocks + 1);
    assert_memory_equal(totals.block, before.block, blocks * sizeof(totals.block[0]));
    assert_int_equal(totals.block[blocks].meetings, 1);
    assert_int_equal(totals_open_meetings(&totals, label, counters->scale), 1);
    assert_int_equal(totals_check(&totals, &error), STATUS_OK);
}

static void test_other_questions_begin_anew(void **state)
{
    (void)state;
    struct meeting_label label = label_of(red, 1);
    struct counters counters = cells_of(2, 0);
    add(red, 1, 2, 1);
    (void)snprintf(label.question[0], PACK_ID_BYTES, "other");
    assert_begins_anew(&label, &counters);
    add(red, 1, 2, 1);
    label = label_of(red, 1);
    label.question_count = counters.question_count = 3; /* fewer */
    assert_begins_anew(&label, &counters);
    label = label_of(red, 1);
    counters = cells_of(2, 0);
    assert_begins_anew(&label, &counters); /* more */
}

static void test_no_room_begins_anew(void **state)
{
    (void)state;
    enum { ROOM = TOTALS_TALLY_LIMIT - COUNTER_MAX };
    struct meeting_label label = label_of(red, 1);
    struct counters most = cells_of(2, 0), least = cells_of(2, 0);
    for (int i = 0; i < 4; i++) {
        most.upper[i] = most.lower[i] = COUNTER_MAX;
        least.upper[i] = least.lower[i] = -COUNTER_MAX;
    }
    for (int side = 0; side < 4; side++) {
        (void)reset(NULL);
        add(red, 1, 2, 3);
        struct tally *tally = &totals.block[0].tally[side];
        int32_t *number = side % 2 == 0 ? &tally->upper : &tally->lower;
        int32_t sign = side < 2 ? 1 : -1;
        *number = sign * ROOM; /* just fits, whoever comes */
        assert_int_equal(totals_add_meeting(&totals, sign > 0 ? &most : &least, &label), STATUS_OK);
        assert_int_equal(totals.block_count, 1);
        assert_int_equal(*number, sign * TOTALS_TALLY_LIMIT);
        *number = sign * (ROOM + 1);
        assert_begins_anew(&label, sign > 0 ? &most : &least);
    }
}

/* The busiest set that there can be stays one. */
static void test_four_full_meetings_are_one_set(void **state)
{
    (void)state;
    struct meeting_label label = label_of(red, 1);
    struct counters most = cells_of(2, 0);
    for (int i = 0; i < 4; i++) {
        most.upper[i] = most.lower[i] = COUNTER_MAX;
    }
    for (uint32_t i = 1; i <= 4; i++) {
        assert_int_equal(totals_add_meeting(&totals, &most, &label), STATUS_OK);
        assert_int_equal(totals.block_count, 1);
        assert_int_equal(totals.block[0].meetings, i);
    }
}

static uint32_t roll(uint64_t *dice, uint32_t bound)
{
    *dice = *dice * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*dice >> 33) % bound;
}

/* Any totals that pass the check can take any meeting of people, over and over. */
static void test_whatever_passes_the_check_goes_on(void **state)
{
    (void)state;
    static const int32_t EDGES[] = {0,
                                    1,
                                    -1,
                                    500000,
                                    -500001,
                                    799999,
                                    800000,
                                    800001,
                                    -800000,
                                    -800001,
                                    TOTALS_TALLY_LIMIT,
                                    -TOTALS_TALLY_LIMIT};
    enum { EDGE_COUNT = sizeof(EDGES) / sizeof(EDGES[0]) };
    uint64_t dice = 5;
    for (int round = 0; round < 4000; round++) {
        struct meeting_label label = label_of(red, 1);
        struct error error;
        (void)reset(NULL);
        add(roll(&dice, 4) == 0 ? blue : red, 1, 2, 1);
        struct block *block = &totals.block[0];
        block->meetings = 1 + roll(&dice, 4);
        block->tally_count = 1 + roll(&dice, 4);
        for (uint32_t i = 0; i < block->tally_count; i++) {
            block->tally[i].upper = EDGES[roll(&dice, EDGE_COUNT)];
            block->tally[i].lower = EDGES[roll(&dice, EDGE_COUNT)];
        }
        for (int meeting = 0; meeting < 6; meeting++) {
            struct counters counters = cells_of(2, 0);
            for (uint32_t i = 0; i < 4; i++) {
                counters.upper[i] = (int32_t)roll(&dice, COUNTER_MAX + 1);
                counters.lower[i] = -(int32_t)roll(&dice, 4096);
            }
            assert_int_equal(totals_check(&totals, &error), STATUS_OK);
            assert_true(totals_take_meeting(&totals, &label, 2));
            assert_int_equal(totals_add_meeting(&totals, &counters, &label), STATUS_OK);
        }
    }
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
    assert_false(totals_take_meeting(&totals, &label, 2));
    assert_refused(&counters, &label, STATUS_LIMIT);
    totals.block[TOTALS_BLOCK_MAX - 1].meetings = 3; /* the last set has a place yet */
    assert_true(totals_take_meeting(&totals, &label, 2));
    assert_false(totals_take_meeting(&totals, &label, 4));
    assert_int_equal(totals_add_meeting(&totals, &counters, &label), STATUS_OK);
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
    static const char NOT_IN_A_TABLE[] = ",\"' \n\x7f\xc3";
    for (size_t i = 0; NOT_IN_A_TABLE[i] != '\0'; i++) {
        block->tally[0].question[0] = NOT_IN_A_TABLE[i];
        assert_found(STATUS_INVALID);
    }
    block->tally[0].upper = -TOTALS_TALLY_LIMIT - 1;
    assert_found(STATUS_INVALID);
    block->tally[0].lower = TOTALS_TALLY_LIMIT + 1;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_four_meetings_make_a_block, reset),
        cmocka_unit_test_setup(test_counters_find_their_question, reset),
        cmocka_unit_test_setup(test_another_series_or_scale_begins_anew, reset),
        cmocka_unit_test_setup(test_other_questions_begin_anew, reset),
        cmocka_unit_test_setup(test_no_room_begins_anew, reset),
        cmocka_unit_test_setup(test_four_full_meetings_are_one_set, reset),
        cmocka_unit_test_setup(test_whatever_passes_the_check_goes_on, reset),
        cmocka_unit_test_setup(test_a_full_file_takes_no_more, reset),
        cmocka_unit_test_setup(test_check_finds_every_broken_rule, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
