/* SPDX-License-Identifier: MIT */
/* Protects numbers as they are said: signs, ranges and units in words, and hyphens, telephone
 * numbers and dates as they were. */
#include "screens/access/speech.h"
#include "shipped_words.h"

static struct app app;

static const char *said(const char *text, size_t size)
{
    static char out[SPEECH_TEXT_BYTES];
    assert_true(size <= sizeof(out));
    size_t length = speech_numbers(&app, text, strlen(text), out, size);
    assert_int_equal(length, strlen(out));
    return out;
}

static void numbers_are_said_in_words(void **state)
{
    (void)state;
    static const char *const CASES[][2] = {
        {"-2", "minus 2"},
        {"Upper: \u22122, lower -13.", "Upper: minus 2, lower minus 13."},
        {"About 51\u201364.", "About 51 to 64."},
        {"From -3\u2013-1 (\u22125).", "From minus 3 to minus 1 (minus 5)."},
        {"The file, 12\u00a0kB.", "The file, 12 kilobytes."},
        {"1\u00a0kB, 1\u00a0MB, 30\u00a0GB free", "1 kilobyte, 1 megabyte, 30 gigabytes free"},
        {"\u0665 kB", "\u0665 kB"}, /* digits of another language are left to the voice */
        {"555-0100", "555-0100"},
        {"+1 555-0100", "+1 555-0100"},
        {"2026-11", "2026-11"},
        {"12-step, A-4, q1-2", "12-step, A-4, q1-2"},
        {"a - 2, 3 \u2013 4, - \u2013", "a - 2, 3 \u2013 4, - \u2013"},
        {"12\u00a0kBx", "12\u00a0kBx"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        assert_string_equal(said(CASES[i][0], SPEECH_TEXT_BYTES), CASES[i][1]);
    }
}

/* Nothing is written past the end, whatever grows, and no number is cut in two. */
static void what_does_not_fit_is_left_out(void **state)
{
    (void)state;
    assert_string_equal(said("a -2", 4), "a ");
    assert_string_equal(said("a -2", 10), "a minus 2");
    assert_string_equal(said("\u00e9\u00e9", 4), "\u00e9");
    char digits[200] = "-";
    memset(digits + 1, '7', sizeof(digits) - 2);
    assert_string_equal(said(digits, SPEECH_TEXT_BYTES), digits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_said_in_words),
        cmocka_unit_test(what_does_not_fit_is_left_out),
    };
    app.config.languages = &the_language;
    app.config.language_count = 1;
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
