/* SPDX-License-Identifier: MIT */
/* Protects what is put into sentences: placeholders, cuts that never break a character, numbers,
 * and the judgement of UTF-8 that every text has to pass. */
#include "core/catalog.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_format(const char *message, const char *expected)
{
    static const struct text_arg args[] = {
        {"n", "4"},
        {"name", "März"},
        {"trap", "{n}"},
        {"empty", ""},
    };
    char out[64];
    size_t length = text_format(out, sizeof out, message, args, sizeof args / sizeof args[0]);
    assert_string_equal(out, expected);
    assert_int_equal(length, strlen(expected));
}

static void test_placeholders(void **state)
{
    (void)state;
    assert_format("", "");
    assert_format("plain", "plain");
    assert_format("{n}", "4");
    assert_format("{n}{n} of {name}.", "44 of März.");
    assert_format("[{empty}]", "[]");
}

static void test_unknown_or_broken_placeholders_stay(void **state)
{
    (void)state;
    assert_format("{other} {n}", "{other} 4");
    assert_format("{", "{");
    assert_format("{n", "{n");
    assert_format("{}", "{}");
    assert_format("}{n}{", "}4{");
    assert_format("{{n}}", "{4}");
    assert_format("{nn} {N}", "{nn} {N}");
}

static void test_values_are_not_filled_in_again(void **state)
{
    (void)state;
    assert_format("{trap}", "{n}");
}

/* At every size the result is a clean beginning of the whole. */
static void test_cut_at_every_size(void **state)
{
    (void)state;
    static const char whole[] = "aé€😀 é€😀 z";
    static const struct text_arg args[] = {{"x", "é€😀"}};
    for (size_t size = 1; size <= sizeof whole + 2; size++) {
        char out[sizeof whole + 2];
        memset(out, 0x7F, sizeof out);
        size_t length = text_format(out, size, "aé€😀 {x} z", args, 1);
        assert_true(length < size);
        assert_int_equal(out[length], 0);
        assert_true(utf8_is_clean(out, length));
        assert_memory_equal(out, whole, length);
        if (size >= sizeof whole) {
            assert_string_equal(out, whole);
        } else {
            assert_true(length + 4 >= size); /* no more was cut than one character */
        }
    }
}

static void test_numbers(void **state)
{
    (void)state;
    char out[24];
    assert_string_equal(text_number(out, 0), "0");
    assert_string_equal(text_number(out, 7), "7");
    assert_string_equal(text_number(out, -104), "-104");
    assert_string_equal(text_number(out, INT64_MAX), "9223372036854775807");
    assert_string_equal(text_number(out, INT64_MIN), "-9223372036854775808");
}

static bool is_clean(const char *text)
{
    return utf8_is_clean(text, strlen(text));
}

static void test_utf8(void **state)
{
    (void)state;
    assert_true(is_clean(""));
    assert_true(is_clean("a\n“é€😀” \xEF\xBF\xBD \xF4\x8F\xBF\xBF"));
    static const char *const broken[] = {
        "\x80",             /* a continuation alone */
        "\xC3",             /* cut short */
        "\xE2\x82",         /* cut short */
        "\xF0\x9F\x98",     /* cut short */
        "\xC0\xAF",         /* overlong */
        "\xE0\x80\xAF",     /* overlong */
        "\xF0\x80\x80\xAF", /* overlong */
        "\xED\xA0\x80",     /* a surrogate */
        "\xF4\x90\x80\x80", /* past the last code point */
        "\xF8\x88\x80\x80\x80",
        "\xFF",
        "a\xC3z",
        "\x01",
        "\t",
        "\r",
        "\x1B[31m",
        "\x7F",
        "\xC2\x85", /* C1 */
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        assert_false(is_clean(broken[i]));
    }
    assert_false(utf8_is_clean("a\0b", 3));
}

/* Eight bytes are told at once, and two: the same as one by one. */
static void test_every_byte_is_told_at_every_place(void **state)
{
    (void)state;
    for (unsigned byte = 0; byte < 256; byte++) {
        const bool is_good = (byte >= ' ' && byte < 0x7F) || byte == '\n';
        for (size_t place = 0; place < 19; place++) {
            char text[19];
            memset(text, place % 2 != 0 ? '~' : ' ', sizeof(text));
            text[place] = (char)byte;
            assert_int_equal(utf8_clean_length(text, sizeof(text)), is_good ? sizeof(text) : place);
            const bool is_plain = is_good && byte != '\n';
            assert_int_equal(utf8_plain_length(text, sizeof(text)),
                             is_plain ? sizeof(text) : place);
        }
    }
    for (unsigned both = 0; both < 0x10000; both++) {
        const char pair[2] = {(char)(both >> 8), (char)both};
        uint32_t code = 0;
        if (utf8_decode(pair, 2, &code) == 2) {
            assert_int_equal(utf8_clean_length(pair, 2), utf8_is_control(code) ? 0 : 2);
        } else if ((both >> 8) >= 0x80) {
            assert_int_equal(utf8_clean_length(pair, 2), 0);
        }
    }
}

/* Every code point goes through its own bytes and back; every cut of it is refused. */
static void test_utf8_decode_every_code_point(void **state)
{
    (void)state;
    for (uint32_t code = 0x80; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 61) {
        char b[4];
        size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
        for (size_t i = size; i-- > 1;) {
            b[i] = (char)(0x80 | ((code >> (6 * (size - 1 - i))) & 0x3F));
        }
        b[0] = (char)(lead[size] | (code >> (6 * (size - 1))));
        uint32_t decoded = 0;
        bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
        assert_int_equal(utf8_decode(b, size, &decoded), is_surrogate ? 0 : size);
        assert_int_equal(decoded, is_surrogate ? 0 : code);
        assert_int_equal(utf8_decode(b, size - 1, &decoded), 0);
    }
}

static void test_utf8_next_passes_every_byte(void **state)
{
    (void)state;
    static const char TEXT[] = "a\xc3\xa9\xff\xe2\x82";
    static const uint32_t CODES[] = {'a', 0xE9, 0xFFFD, 0xFFFD, 0xFFFD};
    static const size_t ENDS[] = {1, 3, 4, 5, 6};
    size_t at = 0;
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(utf8_next(TEXT, sizeof(TEXT) - 1, &at), CODES[i]);
        assert_int_equal(at, ENDS[i]);
    }
    assert_int_equal(utf8_clean_length(TEXT, sizeof(TEXT) - 1), 3);
    assert_int_equal(utf8_clean_length(TEXT, 3), 3);
    assert_int_equal(utf8_clean_length(TEXT, 2), 1);
}

static void test_broken_utf8_is_one_sign_a_byte(void **state)
{
    (void)state;
    static const char *const BROKEN[] = {"\x80",     "\xC0\x80", "\xE0\x80\x80",    "\xED\xA0",
                                         "\xF5\x80", "\xFF",     "\xF0\x80\x80\x80"};
    for (size_t i = 0; i < sizeof(BROKEN) / sizeof(BROKEN[0]); i++) {
        size_t at = 0;
        assert_int_equal(utf8_next(BROKEN[i], strlen(BROKEN[i]), &at), 0xFFFD);
        assert_int_equal(at, 1);
    }
    size_t at = 0;
    assert_int_equal(utf8_next("\xF0\x9F\x8C\x8A", 4, &at), 0x1F30A);
    assert_int_equal(at, 4);
}

static void digits_of_every_script_are_read(void **state)
{
    (void)state;
    static const struct {
        uint32_t zero, before, after;
    } SCRIPTS[] = {{'0', '/', ':'},
                   {0x0660, 0x065f, 0x066a},
                   {0x06f0, 0x06ef, 0x06fa},
                   {0x0966, 0x0965, 0x0970},
                   {0x09e6, 0x09e5, 0x09f0}};
    for (size_t i = 0; i < sizeof(SCRIPTS) / sizeof(SCRIPTS[0]); i++) {
        for (uint32_t value = 0; value <= 9; value++) {
            assert_int_equal(utf8_digit(SCRIPTS[i].zero + value), value);
        }
        assert_int_equal(utf8_digit(SCRIPTS[i].before), -1);
        assert_int_equal(utf8_digit(SCRIPTS[i].after), -1);
    }
    assert_int_equal(utf8_digit(0), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_placeholders),
        cmocka_unit_test(test_unknown_or_broken_placeholders_stay),
        cmocka_unit_test(test_values_are_not_filled_in_again),
        cmocka_unit_test(test_cut_at_every_size),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_every_byte_is_told_at_every_place),
        cmocka_unit_test(test_utf8_decode_every_code_point),
        cmocka_unit_test(test_utf8_next_passes_every_byte),
        cmocka_unit_test(test_broken_utf8_is_one_sign_a_byte),
        cmocka_unit_test(digits_of_every_script_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
