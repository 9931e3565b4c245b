/* SPDX-License-Identifier: MIT */
/* Protects a line that is typed on the screen: whatever is typed and deleted in whatever order, it
 * stays clean UTF-8 of whole characters that fits the settings file, and what was deleted is gone;
 * and a telephone number inside Arabic words keeps its order. */
#include "core/dialled.h"
#include "core/typed.h"
#include "core/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { ARABIC_SEEN = 0x0633, N_TILDE = 0xf1, EURO = 0x20ac, PEBBLE = 0x1faa8 };

static struct typed typed;

static void type(const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t size = utf8_decode(text + at, length - at, &code);
        assert_true(size > 0);
        typed_add(&typed, code);
        at += size;
    }
}

static void test_every_code_point_comes_back(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x110000; code++) {
        char bytes[UTF8_BYTES_MAX];
        uint32_t back = 0;
        size_t size = utf8_encode(code, bytes);
        bool is_one = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        assert_int_equal(size > 0, is_one);
        if (is_one) {
            assert_int_equal(utf8_decode(bytes, size, &back), size);
            assert_int_equal(back, code);
        }
    }
}

static void test_a_cursor_edits_where_it_stands(void **state)
{
    (void)state;
    typed_clear(&typed);
    type("a\u00f1 c");
    typed_move(&typed, false);
    type("\u20ac");
    assert_string_equal(typed.text, "a\u00f1 \u20acc");
    typed_delete_behind(&typed);
    typed_delete_behind(&typed); /* nothing is there */
    assert_string_equal(typed.text, "a\u00f1 \u20ac");
    typed_move_to(&typed, false);
    typed_move(&typed, false);
    type(" "); /* begins no line */
    typed_move(&typed, true);
    typed_move(&typed, true);
    assert_int_equal(typed.at, 3);
    typed_delete(&typed);
    assert_string_equal(typed.text, "a \u20ac");
    typed_delete(&typed); /* and the blank that would begin it goes too */
    assert_string_equal(typed.text, "\u20ac");
    assert_int_equal(typed.at, 0);
    typed_move_to(&typed, true);
    assert_int_equal(typed.at, 3);
    for (size_t i = strlen(typed.text); i < sizeof(typed.text); i++) {
        assert_int_equal(typed.text[i], 0);
    }
}

static void test_whole_characters(void **state)
{
    (void)state;
    typed_clear(&typed);
    type("a\u00f1\u0633\u20ac\U0001faa8");
    static const size_t LENGTHS[] = {8, 5, 3, 1, 0, 0};
    for (size_t i = 0; i < sizeof(LENGTHS) / sizeof(LENGTHS[0]); i++) {
        typed_delete(&typed);
        assert_int_equal(strlen(typed.text), LENGTHS[i]);
        assert_true(utf8_is_clean(typed.text, strlen(typed.text)));
    }
}

static void test_what_was_deleted_is_gone(void **state)
{
    (void)state;
    static const struct typed none;
    typed_set(&typed, "Kim +1 555 0100");
    typed_clear(&typed);
    assert_memory_equal(&typed, &none, sizeof(none));
    type("Kim");
    for (int i = 0; i < 3; i++) {
        typed_delete(&typed);
    }
    assert_memory_equal(&typed, &none, sizeof(none));
}

/* A character of any width that has no room is left out whole, and said. */
static void test_a_full_line(void **state)
{
    (void)state;
    static const uint32_t CODES[] = {'a', N_TILDE, ARABIC_SEEN, EURO, PEBBLE};
    for (size_t i = 0; i < sizeof(CODES) / sizeof(CODES[0]); i++) {
        char bytes[UTF8_BYTES_MAX];
        size_t size = utf8_encode(CODES[i], bytes), most = (SETTINGS_TEXT_BYTES - 1) / size;
        typed_clear(&typed);
        for (size_t k = 0; k < most; k++) {
            typed_add(&typed, CODES[i]);
            assert_false(typed.full);
        }
        typed_add(&typed, CODES[i]);
        assert_true(typed.full);
        assert_int_equal(strlen(typed.text), most * size);
        assert_true(settings_text_is_valid(typed.text));
        typed_delete(&typed);
        assert_false(typed.full);
        typed_add(&typed, CODES[i]);
        assert_false(typed.full);
        assert_int_equal(strlen(typed.text), most * size);
    }
}

static void test_no_blank_at_an_end(void **state)
{
    (void)state;
    char kept[SETTINGS_TEXT_BYTES];
    typed_clear(&typed);
    type("  Ask  Kim.   ");
    assert_string_equal(typed.text, "Ask  Kim.   ");
    typed_take(&typed, kept);
    assert_string_equal(kept, "Ask  Kim.");
    assert_true(settings_text_is_valid(kept));
    typed_clear(&typed);
    typed_take(&typed, kept);
    assert_string_equal(kept, "");
}

static void test_where_a_sentence_begins(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool starts;
    } CASES[] = {{"", true},    {"A", false},  {"A.", false},   {"A. ", true},  {"A, ", false},
                 {"A? ", true}, {"A! ", true}, {"A.  ", false}, {"1.5", false}, {"\u0633. ", true}};
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        typed_clear(&typed);
        type(CASES[i].text);
        assert_int_equal(typed_is_at_start(&typed, NULL), CASES[i].starts);
    }
}

/* What the settings cannot hold is no line of theirs. */
static void test_lines_of_the_settings(void **state)
{
    (void)state;
    char longest[SETTINGS_TEXT_BYTES + 1];
    memset(longest, 'a', sizeof(longest));
    longest[SETTINGS_TEXT_BYTES] = '\0';
    assert_false(settings_text_is_valid(longest));
    assert_true(settings_text_is_valid(longest + 1));
    assert_true(settings_text_is_valid(""));
    assert_true(settings_text_is_valid("a b"));
    assert_false(settings_text_is_valid(" a"));
    assert_false(settings_text_is_valid("a "));
    assert_false(settings_text_is_valid("a\nb"));
    assert_false(settings_text_is_valid("\xff"));
}

#define M "\u200e"
#define S "\u0633"

static void test_numbers_keep_their_order(void **state)
{
    (void)state;
    static const struct {
        const char *text, *marked;
    } CASES[] = {
        {"", ""},
        {"Kim: +1 555 0100", "Kim: +1 555 0100"},
        {"555 0100", "555 0100"},
        {S " - " S ".", S " - " S "."},
        {S " 555", S " " M "555" M},
        {S " 555 0100", S " " M "555" M " " M "0100" M},
        {S " +1 (555) 01-00.", S " " M "+" M "1" M " (" M "555" M ") " M "01" M "-" M "00" M "."},
        {S " *123# " S, S " " M "*" M "123" M "#" M " " S},
        {"\u0665\u0665\u0665 \u0660\u0661 " S,
         M "\u0665\u0665\u0665" M " " M "\u0660\u0661" M " " S},
        {S " 2, or 3", S " " M "2" M ", or " M "3" M},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        char out[256];
        size_t length = dialled_copy(CASES[i].text, out, sizeof(out));
        assert_string_equal(out, CASES[i].marked);
        assert_int_equal(length, strlen(out));
    }
}

static void test_the_longest_line_has_room_for_its_marks(void **state)
{
    (void)state;
    char text[SETTINGS_TEXT_BYTES], out[DIALLED_BYTES(SETTINGS_TEXT_BYTES)];
    for (size_t i = 0; i < sizeof(text) - 1; i++) {
        text[i] = i % 2 == 0 ? '1' : '-';
    }
    memcpy(text, S, 2);
    text[sizeof(text) - 1] = '\0';
    assert_true(dialled_copy(text, out, sizeof(out)) < sizeof(out));
    for (size_t i = 2; i < sizeof(text) - 1; i++) {
        text[i] = i % 2 == 0 ? '1' : 'a'; /* two marks for each digit */
    }
    assert_true(dialled_copy(text, out, sizeof(out)) < sizeof(out));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_code_point_comes_back),
        cmocka_unit_test(test_whole_characters),
        cmocka_unit_test(test_a_cursor_edits_where_it_stands),
        cmocka_unit_test(test_what_was_deleted_is_gone),
        cmocka_unit_test(test_a_full_line),
        cmocka_unit_test(test_no_blank_at_an_end),
        cmocka_unit_test(test_where_a_sentence_begins),
        cmocka_unit_test(test_lines_of_the_settings),
        cmocka_unit_test(test_numbers_keep_their_order),
        cmocka_unit_test(test_the_longest_line_has_room_for_its_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
