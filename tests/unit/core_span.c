/* SPDX-License-Identifier: MIT */
/* Protects what every reader of our text files trusts: where a line ends, what a number is, and
 * that nothing but "key = value" passes for it. */
#include "core/span.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_span(struct span span, const char *expected)
{
    if (!span_is(span, expected)) {
        fail_msg("\"%.*s\" is not \"%s\"", (int)span.length, span.bytes, expected);
    }
}

static void test_lines(void **state)
{
    (void)state;
    static const char TEXT[] = "one\n\ntwo three\nno end";
    static const char *const LINES[] = {"one", "", "two three", "no end"};
    struct text_lines lines = lines_of(TEXT, strlen(TEXT));
    struct span line;
    for (uint32_t i = 0; i < 4; i++) {
        assert_true(lines_next(&lines, &line));
        assert_span(line, LINES[i]);
        assert_int_equal(lines.number, i + 1);
        assert_int_equal(lines.is_cut, i == 3);
    }
    assert_false(lines_next(&lines, &line));
    assert_int_equal(lines.number, 4);
    lines = lines_of("end\n", 4);
    assert_true(lines_next(&lines, &line) && !lines.is_cut);
    assert_false(lines_next(&lines, &line));
    lines = lines_of(NULL, 0);
    assert_false(lines_next(&lines, &line));
}

static void test_taking(void **state)
{
    (void)state;
    struct span rest = span_of("at 12  end ");
    assert_false(span_take(&rest, "on"));
    assert_true(span_take(&rest, "at"));
    assert_false(span_take(&rest, " 12  end  "));
    assert_true(span_take(&rest, " "));
    static const char *const WORDS[] = {"12", "", "end", ""};
    for (size_t i = 0; i < 4; i++) {
        assert_span(span_take_until(&rest, ' '), WORDS[i]);
    }
    assert_int_equal(rest.length, 0);
    assert_span(span_trim(span_of(" \t a b\t ")), "a b");
    assert_span(span_trim(span_of(" \t ")), "");
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t base;
        uint64_t max;
        bool good;
        uint64_t value;
    } CASES[] = {
        {"0", 10, 0, true, 0},
        {"007", 10, 7, true, 7},
        {"8", 10, 7, false, 0},
        {"10", 10, 9, false, 0},
        {"18446744073709551615", 10, UINT64_MAX, true, UINT64_MAX},
        {"18446744073709551616", 10, UINT64_MAX, false, 0},
        {"ff", 16, 255, true, 255},
        {"100", 16, 255, false, 0},
        {"ffffffffffffffff", 16, UINT64_MAX, true, UINT64_MAX},
        {"FF", 16, 255, false, 0},
        {"a", 10, 99, false, 0},
        {"", 10, 99, false, 0},
        {"+1", 10, 99, false, 0},
        {"-1", 10, 99, false, 0},
        {" 1", 10, 99, false, 0},
        {"1 ", 10, 99, false, 0},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        uint64_t value = 77;
        bool good = span_number(span_of(CASES[i].text), CASES[i].base, CASES[i].max, &value);
        assert_int_equal(good, CASES[i].good);
        assert_true(value == (good ? CASES[i].value : 77));
    }
    uint64_t value = 77; /* a NUL is no digit, though it ends the table of them */
    assert_false(span_number((struct span){"1\0", 2}, 16, 99, &value));
}

static void test_headers(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        enum status status;
    } CASES[] = {
        {"machine 1", STATUS_OK},        {"machine 2", STATUS_OK},
        {"machine 3", STATUS_NEWER},     {"machine 12", STATUS_NEWER},
        {"machine 0", STATUS_INVALID},   {"machine 01", STATUS_INVALID},
        {"machine", STATUS_INVALID},     {"machine ", STATUS_INVALID},
        {"machine 1 ", STATUS_INVALID},  {"machine  1", STATUS_INVALID},
        {"settings 1", STATUS_INVALID},  {"machine1", STATUS_INVALID},
        {"machine 3x", STATUS_INVALID},  {"", STATUS_INVALID},
        {"machine 1\r", STATUS_INVALID}, {"machine 99999999999999999999", STATUS_INVALID},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        assert_int_equal(span_header(span_of(CASES[i].line), "machine", 2), CASES[i].status);
    }
}

static void test_pairs(void **state)
{
    (void)state;
    static const char *const BAD[] = {"",       "=",      " = ",   "key",      "key=value",
                                      "key = ", "key =",  " = v",  "key =  v", "key = v ",
                                      "= v",    "key= v", "key =v"};
    struct span key, value;
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        if (span_pair(span_of(BAD[i]), &key, &value)) {
            fail_msg("\"%s\" passes", BAD[i]);
        }
        const char *sign = strchr(BAD[i], '=');
        assert_int_equal(key.length, sign != NULL ? sign - BAD[i] : 0);
    }
    assert_true(span_pair(span_of("key = a = b  c"), &key, &value));
    assert_span(key, "key");
    assert_span(value, "a = b  c");
}

static void test_copies_leave_nothing_behind(void **state)
{
    (void)state;
    char out[8];
    memset(out, 'x', sizeof(out));
    span_copy(span_of("abc"), out, sizeof(out));
    assert_memory_equal(out, "abc\0\0\0\0\0", sizeof(out));
    span_copy(span_of("abcdefg"), out, sizeof(out));
    assert_string_equal(out, "abcdefg");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),   cmocka_unit_test(test_taking),
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_headers),
        cmocka_unit_test(test_pairs),   cmocka_unit_test(test_copies_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
