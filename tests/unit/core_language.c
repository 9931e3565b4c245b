/* SPDX-License-Identifier: MIT */
/* Protects what differs between languages beside their words: each in the table is found by its
 * tag and by no other, and numbers are written in its own digits, all of one kind. */
#include "core/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_found_by_tag(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < language_count(); i++) {
        assert_ptr_equal(language_find(language_at(i)->tag), language_at(i));
    }
    assert_ptr_equal(language_find("ar-EG"), language_find("ar"));
    assert_ptr_equal(language_find("es-MX"), language_find("es"));
    static const char *const none[] = {"", "-", "xx", "arn", "../en", "EN", "e"};
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
        assert_null(language_find(none[i]));
    }
}

static void test_rules_of_the_shipped_languages(void **state)
{
    (void)state;
    assert_int_equal(language_find("en")->plural, PLURAL_ENGLISH);
    assert_int_equal(language_find("es")->plural, PLURAL_ENGLISH);
    assert_int_equal(language_find("ar")->plural, PLURAL_ARABIC);
    assert_false(language_find("en")->rtl);
    assert_true(language_find("ar")->rtl);
    assert_false(language_find("en")->on_request);
    assert_true(language_find("qps")->on_request);
}

static void test_numbers(void **state)
{
    (void)state;
    char out[NUMBER_BYTES];
    const struct language *en = language_find("en"), *ar = language_find("ar");
    assert_string_equal(language_number(en, out, 1234567890), "1234567890");
    assert_string_equal(language_number(en, out, -7), "-7");
    assert_string_equal(language_number(ar, out, 1234567890), "١٢٣٤٥٦٧٨٩٠");
    assert_string_equal(language_number(ar, out, -40), "-٤٠");
    static const struct language hindi = {.tag = "hi", .zero = "\u0966"};
    assert_string_equal(language_number(&hindi, out, 907), "९०७");
    /* The longest there is fits. */
    language_number(&hindi, out, INT64_MIN);
    assert_int_equal(strlen(out), 1 + 19 * 3);
}

/* What the row says, for every row, and what holds in all of them. */
static void test_ends_of_sentences(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        assert_true(language_ends_sentence(language, '.') && language_ends_sentence(language, '?'));
        assert_false(language_ends_sentence(language, ',') || language_ends_sentence(language, 0));
    }
    assert_true(language_ends_sentence(language_find("ar"), 0x061f));
    assert_false(language_ends_sentence(language_find("en"), 0x061f));
    assert_false(language_ends_sentence(NULL, 0x061f));
    assert_true(language_closes_quote(0x201d) && language_closes_quote(')'));
    assert_false(language_closes_quote(0x201c) || language_closes_quote('('));
}

static void test_breaks(void **state)
{
    (void)state;
    static const struct language japanese = {.tag = "ja", .breaks = BREAKS_ANYWHERE};
    for (uint32_t i = 0; i < language_count(); i++) {
        assert_false(language_breaks_between(language_at(i), 0x4e00, 0x4e8c));
    }
    assert_true(language_breaks_between(&japanese, 0x4e00, 0x4e8c));
    assert_true(language_breaks_between(&japanese, 'a', 0x4e8c));
    assert_false(language_breaks_between(&japanese, 'a', 'b'));
    assert_false(language_breaks_between(&japanese, 0x4e00, 0x3002)); /* a full stop clings */
    assert_false(language_breaks_between(&japanese, 0x300c, 0x4e00)); /* so does a quote */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found_by_tag), cmocka_unit_test(test_rules_of_the_shipped_languages),
        cmocka_unit_test(test_numbers),      cmocka_unit_test(test_ends_of_sentences),
        cmocka_unit_test(test_breaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
