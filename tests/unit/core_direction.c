/* SPDX-License-Identifier: MIT */
/* Protects the order of words: a text runs the way of its own first letter, and a name or a number
 * turns nothing around it. */
#include "core/direction.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define ARABIC   "\u0639\u062f\u062f"
#define LRI      "\u2066"
#define RLI      "\u2067"
#define FSI      "\u2068"
#define PDI      "\u2069"
#define OVERRIDE "\u202e"
#define LRM      "\u200e"
#define RLM      "\u200f"

static void the_first_letter_decides(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool usual_ltr, usual_rtl;
    } CASES[] = {
        {"AA " ARABIC ".", false, false},
        {ARABIC " AA.", true, true},
        {"\u00c9tape " ARABIC, false, false},
        {"\u4e2d " ARABIC, false, false},
        {"+1 555 " ARABIC, true, true},
        {LRM "555" LRM " " ARABIC, true, true},
        {RLM "AA " ARABIC, true, true},
        {FSI "AA" PDI " " ARABIC, true, true},
        {FSI ARABIC PDI " AA", false, false},
        {FSI ARABIC PDI ": " FSI "12" PDI, false, true},
        {FSI FSI ARABIC PDI "x" PDI " B", false, false},
        {PDI PDI "B " ARABIC, false, false},
        {"-3", false, false},
        {"12/20 \u2026 \u00d7 \u2014", false, false},
        {"", false, false},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        const char *text = CASES[i].text;
        if (direction_is_rtl(text, strlen(text), false) != CASES[i].usual_ltr ||
            direction_is_rtl(text, strlen(text), true) != CASES[i].usual_rtl) {
            fail_msg("case %zu, \"%s\", runs the other way", i, text);
        }
    }
}

static void a_value_stands_apart(void **state)
{
    (void)state;
    static const char *const CASES[][2] = {
        {"-2", LRI "-2" PDI},
        {"", LRI PDI},
        {ARABIC ".", RLI ARABIC "." PDI},
        {"USB" OVERRIDE "KCIT", LRI "USBKCIT" PDI},           /* nothing overrides beyond it */
        {"a" PDI "b", LRI "ab" PDI},                          /* it does not end its own place */
        {"a" FSI "b", LRI "a" FSI "b" PDI PDI},               /* nor leaves one open */
        {FSI "a" PDI PDI "b", LRI FSI "a" PDI "b" PDI},       /* marks in pairs stay */
        {"\xff\u2068", LRI "\xff" FSI PDI PDI},               /* whatever bytes come */
        {RLI ARABIC PDI " 12", LRI RLI ARABIC PDI " 12" PDI}, /* no letter of its own */
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        char out[128];
        size_t size = DIRECTION_ISOLATED_BYTES(strlen(CASES[i][0]));
        assert_true(size <= sizeof(out));
        assert_int_equal(direction_isolate(CASES[i][0], false, out, size), strlen(CASES[i][1]));
        assert_string_equal(out, CASES[i][1]);
    }
    char out[64];
    (void)direction_isolate(RLI ARABIC PDI " 12", true, out, sizeof(out));
    assert_string_equal(out, RLI RLI ARABIC PDI " 12" PDI);
}

/* The bound holds for the values that grow most. */
static void the_longest_fits(void **state)
{
    (void)state;
    char value[301] = "", out[DIRECTION_ISOLATED_BYTES(sizeof(value))];
    for (size_t i = 0; i < 100; i++) {
        strcat(value, FSI);
    }
    size_t length = direction_isolate(value, true, out, DIRECTION_ISOLATED_BYTES(strlen(value)));
    assert_int_equal(length, 2 * strlen(value) + 6);
}

static void marks_are_neither_seen_nor_heard(void **state)
{
    (void)state;
    char text[] = FSI "a" OVERRIDE ARABIC LRM "-2" PDI "\u061c" RLM "\u2066\u2067";
    size_t length = direction_strip(text, strlen(text), text);
    text[length] = '\0';
    assert_string_equal(text, "a" ARABIC "-2");
    assert_true(direction_turns(ARABIC, strlen(ARABIC)));
    assert_true(direction_turns("a" OVERRIDE, strlen("a" OVERRIDE)));
    assert_false(direction_turns("Caf\u00e9 \u2014 12", strlen("Caf\u00e9 \u2014 12")));
}

/* A value that could turn its words stands apart; in words from right to left each does. */
static void a_message_is_filled(void **state)
{
    (void)state;
    char out[128];
    const struct text_arg args[] = {{"name", ARABIC}, {"n", "-2"}, {"other", ARABIC}};
    (void)direction_format(out, sizeof(out), "A {name}, {n} {names", args, 3, false);
    assert_string_equal(out, "A " RLI ARABIC PDI ", -2 {names");
    (void)direction_format(out, sizeof(out), "A {name}, {n}", args, 3, true);
    assert_string_equal(out, "A " RLI ARABIC PDI ", " LRI "-2" PDI);
    assert_int_equal(direction_format(out, 4, "{n}{n}{n}", args, 2, false), 3); /* what fits */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_letter_decides),
        cmocka_unit_test(a_value_stands_apart),
        cmocka_unit_test(the_longest_fits),
        cmocka_unit_test(a_message_is_filled),
        cmocka_unit_test(marks_are_neither_seen_nor_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
