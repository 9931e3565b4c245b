/* SPDX-License-Identifier: MIT */
/* Protects that what is written into a page is whole or known not to be, and that no text can turn
 * into markup. */
#include "core/sink.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static char bytes[256];
static struct sink sink;

static int reset(void **state)
{
    (void)state;
    memset(bytes, 0, sizeof(bytes));
    sink = (struct sink){.bytes = bytes, .size = sizeof(bytes)};
    return 0;
}

static void escapes_everything_that_is_markup(void **state)
{
    (void)state;
    static const char TEXT[] = "<b title=\"x\">a & b's</b>\n\x01\x7f\xc3\xa9";
    sink_escaped(&sink, TEXT, strlen(TEXT));
    assert_string_equal(bytes, "&lt;b title=&quot;x&quot;&gt;a &amp; b&#39;s&lt;/b&gt;   \xc3\xa9");
}

static void writes_hundredths_as_plain_decimals(void **state)
{
    static const struct {
        int64_t hundredths;
        const char *text;
    } CASES[] = {{0, "0"},       {100, "1"},   {150, "1.5"}, {105, "1.05"},
                 {-25, "-0.25"}, {-300, "-3"}, {7, "0.07"},  {123456, "1234.56"}};
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        reset(state);
        sink_hundredths(&sink, CASES[i].hundredths);
        assert_string_equal(bytes, CASES[i].text);
    }
}

static void counts_on_when_the_room_has_run_out(void **state)
{
    (void)state;
    sink.size = 5;
    sink_text(&sink, "abc");
    assert_true(sink_is_whole(&sink));
    sink_text(&sink, "defg");
    sink_number(&sink, -42);
    assert_false(sink_is_whole(&sink));
    assert_int_equal(sink.length, 10);
    assert_string_equal(bytes, "abcde");
}

static void counts_without_memory(void **state)
{
    (void)state;
    sink = (struct sink){.bytes = NULL};
    sink_text(&sink, "abc");
    sink_escaped(&sink, "&", 1);
    assert_int_equal(sink.length, 8);
    assert_false(sink_is_whole(&sink));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(escapes_everything_that_is_markup, reset),
        cmocka_unit_test_setup(writes_hundredths_as_plain_decimals, reset),
        cmocka_unit_test_setup(counts_on_when_the_room_has_run_out, reset),
        cmocka_unit_test_setup(counts_without_memory, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
