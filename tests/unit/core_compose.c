/* SPDX-License-Identifier: MIT */
/* Protects what a real keyboard types with two or three keys: letters under accents, by dead keys
 * and by the compose key, and that a key which goes with none is not lost. */
#include "core/compose.h"
#include "core/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { GRAVE = 0x300, ACUTE = 0x301, TILDE = 0x303, UMLAUT = 0x308, CEDILLA = 0x327 };

static void types(const uint32_t *keys, const char *expected)
{
    struct composing composing = {0};
    char text[64] = "";
    size_t length = 0;
    for (; *keys != 0; keys++) {
        uint32_t code = compose_take(&composing, *keys);
        length += code != 0 ? utf8_encode(code, text + length) : 0;
    }
    text[length] = '\0';
    assert_string_equal(text, expected);
}
#define TYPES(expected, ...) types((const uint32_t[]){__VA_ARGS__, 0}, expected)

static void dead_keys_mark_letters(void **state)
{
    (void)state;
    TYPES("caf\u00e9", 'c', 'a', 'f', ACUTE, 'e');
    TYPES("\u00d1\u00fc\u00e7\u00e0", TILDE, 'N', UMLAUT, 'u', CEDILLA, 'c', GRAVE, 'a');
    TYPES("\u1ebf", ACUTE, 0xea); /* on a letter that has one */
    TYPES("\u00b4", ACUTE, ' ');  /* the mark alone */
    TYPES("\u00b4x", ACUTE, ACUTE, 'x');
    TYPES("x", ACUTE, 'x');             /* bears none: the letter is what was meant */
    TYPES("\u00e0", ACUTE, GRAVE, 'a'); /* the second thought */
    TYPES("\u0633", ACUTE, 0x633);
}

static void the_compose_key_makes_one_of_two(void **state)
{
    (void)state;
    TYPES("\u00e9\u00e9", COMPOSE_KEY, '\'', 'e', COMPOSE_KEY, 'e', '\'');
    TYPES("\u00f1", COMPOSE_KEY, TILDE, 'n'); /* a layout whose tilde is dead */
    TYPES("\u00bf\u00a1", COMPOSE_KEY, '?', '?', COMPOSE_KEY, '!', '!');
    TYPES("\u00df\u20ac", COMPOSE_KEY, 's', 's', COMPOSE_KEY, '=', 'e');
    TYPES("b", COMPOSE_KEY, 'q', 'z', 'b'); /* make nothing, and the next key types again */
    TYPES("\u00e4", COMPOSE_KEY, COMPOSE_KEY, '"', 'a');
}

/* Every letter that has a canonical decomposition here comes of its mark and of no other. */
static void letters_are_told_apart(void **state)
{
    (void)state;
    static uint8_t seen[0x2000];
    for (uint32_t mark = 0x300; mark < 0x330; mark++) {
        for (uint32_t letter = 'A'; letter < 0x250; letter++) {
            uint32_t made = compose_mark(mark, letter);
            if (made != 0) {
                assert_true(made < sizeof(seen) && made != letter && seen[made] == 0);
                seen[made] = 1;
            }
        }
    }
    assert_true(seen[0xe9] && seen[0x1ef9] && seen[0x17c]);
}

static void only_what_can_be_seen_is_typed(void **state)
{
    (void)state;
    struct composing composing = {0};
    assert_int_equal(compose_character(&composing, 'a'), 'a');
    assert_int_equal(compose_character(&composing, ' '), ' ');
    assert_int_equal(compose_character(&composing, '\t'), 0);
    assert_int_equal(compose_character(&composing, 0xd800), 0);
    assert_int_equal(compose_character(&composing, 0x0301), 0); /* a key has to come */
    assert_int_equal(compose_character(&composing, 'e'), 0xe9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dead_keys_mark_letters),
        cmocka_unit_test(the_compose_key_makes_one_of_two),
        cmocka_unit_test(letters_are_told_apart),
        cmocka_unit_test(only_what_can_be_seen_is_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
