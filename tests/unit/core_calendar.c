/* SPDX-License-Identifier: MIT */
/* Protects the months in the file: one spelling each, and nothing else accepted. */
#include "core/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void test_every_month_survives_its_text(void **state)
{
    (void)state;
    for (unsigned year = 2000; year <= 9999; year += year < 2100 ? 1 : 83) {
        for (unsigned m = 1; m <= 12; m++) {
            struct month month = {(uint16_t)year, (uint8_t)m}, back = {0, 0};
            char text[MONTH_TEXT_BYTES], expected[24];
            (void)snprintf(expected, sizeof(expected), "%04u-%02u", year, m);
            month_format(month, text);
            assert_string_equal(text, expected);
            assert_int_equal(month_parse(text, &back), STATUS_OK);
            assert_int_equal(month_compare(month, back), 0);
        }
    }
}

static void test_other_spellings_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",        "2026",    "2026-",    "2026-1",   "2026-00",  "2026-13", "2026-111",
        "1999-12", "0000-01", "2026/11",  " 2026-11", "2026-1 ",  "+026-11", "2026-11 ",
        "20261-1", "-2026-1", "2026-1\n", "2026\n11", "１026-11",
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct month month = {1, 2};
        assert_int_equal(month_parse(bad[i], &month), STATUS_INVALID);
        assert_int_equal(month.year, 1);
        assert_int_equal(month.month, 2);
    }
}

static void test_order(void **state)
{
    (void)state;
    const struct month order[] = {{2000, 1}, {2025, 12}, {2026, 1}, {2026, 2}, {9999, 12}};
    for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
            int got = month_compare(order[i], order[j]);
            assert_int_equal((got > 0) - (got < 0), (i > j) - (i < j));
        }
    }
    assert_false(month_is_valid((struct month){2026, 0}));
    assert_false(month_is_valid((struct month){2026, 13}));
    assert_false(month_is_valid((struct month){10000, 1}));
}

static void test_days_beyond_the_calendar(void **state)
{
    (void)state;
    static const struct {
        int64_t year;
        struct civil_time is;
    } CASES[] = {
        {2026, {{2026, 3}, 29, 23, 59}},   {2000, {{2000, 3}, 29, 23, 59}},
        {9999, {{9999, 3}, 29, 23, 59}},   {1999, {{2000, 1}, 1, 23, 59}},
        {1970, {{2000, 1}, 1, 23, 59}},    {INT64_MIN, {{2000, 1}, 1, 23, 59}},
        {10000, {{9999, 12}, 31, 23, 59}}, {INT64_MAX, {{9999, 12}, 31, 23, 59}},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        const struct civil_time time = civil_of(CASES[i].year, 3, 29, 23, 59), is = CASES[i].is;
        assert_true(month_is_valid(time.month));
        assert_int_equal(month_compare(time.month, is.month), 0);
        assert_int_equal(time.day, is.day);
        assert_int_equal(time.hour, is.hour);
        assert_int_equal(time.minute, is.minute);
    }
}

static void test_months_after_and_spans(void **state)
{
    (void)state;
    struct month_span span = {0};
    assert_int_equal(
        month_compare(month_after((struct month){2026, 11}, 2), (struct month){2027, 1}), 0);
    assert_int_equal(
        month_compare(month_after((struct month){2026, 1}, -1), (struct month){2025, 12}), 0);
    assert_int_equal(
        month_compare(month_after((struct month){2000, 2}, -9), (struct month){2000, 1}), 0);
    assert_int_equal(
        month_compare(month_after((struct month){9999, 12}, 1), (struct month){9999, 12}), 0);
    static const struct month MONTHS[] = {{2026, 7}, {2026, 11}, {2000, 1}, {2026, 9}};
    for (size_t i = 0; i < 4; i++) {
        month_span_add(&span, MONTHS[i]);
    }
    assert_int_equal(month_compare(span.first, MONTHS[2]), 0);
    assert_int_equal(month_compare(span.last, MONTHS[1]), 0);
}

static void test_a_clock_is_set_part_by_part(void **state)
{
    (void)state;
    const struct civil_time start = {{2024, 2}, 29, 23, 59};
    struct civil_time time = civil_step(start, CIVIL_MINUTE, 1);
    assert_int_equal(time.minute, 0);
    assert_int_equal(time.hour, 23); /* round in its place */
    assert_int_equal(civil_step(time, CIVIL_MINUTE, -1).minute, 59);
    assert_int_equal(civil_step(start, CIVIL_HOUR, 1).hour, 0);
    assert_int_equal(civil_step(start, CIVIL_DAY, 1).day, 1);
    assert_int_equal(civil_step(start, CIVIL_DAY, 1).month.month, 2);
    time = civil_step(start, CIVIL_YEAR, 1);
    assert_int_equal(time.month.year, 2025);
    assert_int_equal(time.day, 28); /* a shorter month ends earlier */
    time = (struct civil_time){{2024, 12}, 31, 0, 0};
    time = civil_step(time, CIVIL_MONTH, 1);
    assert_int_equal(time.month.month, 1);
    assert_int_equal(time.month.year, 2024);
    assert_int_equal(civil_step(time, CIVIL_MONTH, -1).month.month, 12);
    time = civil_step((struct civil_time){{9999, 12}, 31, 0, 0}, CIVIL_YEAR, 1);
    assert_true(month_is_valid(time.month));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_month_survives_its_text),
        cmocka_unit_test(test_other_spellings_are_refused),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_months_after_and_spans),
        cmocka_unit_test(test_a_clock_is_set_part_by_part),
        cmocka_unit_test(test_days_beyond_the_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
