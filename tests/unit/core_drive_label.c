/* SPDX-License-Identifier: MIT */
/* Protects who plugs in a drive of any name: it has a label that a message can hold and a screen
 * can show, that turns nothing around it, and that no other drive has. */
#include "core/direction.h"
#include "core/drive_label.h"
#include "core/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void names_as_labels(void **state)
{
    (void)state;
    static const struct {
        const char *name, *label;
    } CASES[] = {
        {"KITCHEN", "KITCHEN"},
        {"Küche \xd9\x85\xd8\xb7\xd8\xa8\xd8\xae", "Küche \xd9\x85\xd8\xb7\xd8\xa8\xd8\xae"},
        {"KIT\tCHEN\n2", "KIT CHEN 2"},
        {".Trash", "Trash"},
        {"... a", "a"},
        {"  a  b  ", "a b"},
        {"a/b", "a b"},
        {"\xE2\x80\xAEgpj.exe\xE2\x80\xAC", "gpj.exe"}, /* U+202E, U+202C */
        {"\xE2\x81\xA7"
         "a\xE2\x81\xA9\xE2\x80\x8F",
         "a"},                                     /* U+2067, U+2069, U+200F */
        {"music \xF0\x9F\x8E\xB5", "music"},       /* U+1F3B5 */
        {"\xE2\x9D\xA4\xEF\xB8\x8F love", "love"}, /* U+2764 U+FE0F */
        {"\xF0\x9F\x8E\xB5", DRIVE_LABEL_NONE},
        {"K\xFC"
         "CHE",
         DRIVE_LABEL_NONE}, /* Latin-1 */
        {"..", DRIVE_LABEL_NONE},
        {"\t", DRIVE_LABEL_NONE},
        {DRIVE_LABEL_NONE, DRIVE_LABEL_NONE},
    };
    char label[MESSAGE_LABEL_BYTES];
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        drive_label(CASES[i].name, 1, label);
        assert_string_equal(label, CASES[i].label);
    }
}

static void a_long_name_is_cut(void **state)
{
    (void)state;
    char name[256] = "", label[MESSAGE_LABEL_BYTES];
    for (int i = 0; i < 32; i++) {
        strcat(name, "\xD8\xA8"); /* an Arabic letter */
    }
    drive_label(name, 99, label);
    size_t length = strlen(label);
    assert_int_equal(strncmp(label, name, 40), 0);
    assert_string_equal(label + length - strlen("… (99)"), "… (99)");
    memset(name, 'a', sizeof(name) - 1);
    drive_label(name, 1, label);
    length = strlen(label);
    assert_in_range(length, 50, MESSAGE_LABEL_BYTES - 1);
    assert_string_equal(label + length - strlen("…"), "…");
}

static void the_same_again_has_a_number(void **state)
{
    (void)state;
    char label[MESSAGE_LABEL_BYTES];
    drive_label("USB", 2, label);
    assert_string_equal(label, "USB (2)");
    drive_label("\xFF", 3, label);
    assert_string_equal(label, DRIVE_LABEL_NONE " (3)");
}

/* Whatever the bytes are, a message takes the label. */
static void any_bytes(void **state)
{
    (void)state;
    uint32_t dice = 1;
    char name[256], label[MESSAGE_LABEL_BYTES];
    for (int round = 0; round < 20000; round++) {
        size_t length = (size_t)(round % 255);
        for (size_t i = 0; i < length; i++) {
            dice = dice * 1664525U + 1013904223U;
            uint32_t byte = dice >> 24;
            name[i] = (char)(round % 2 == 0 ? byte : 0xD8 + (byte & 1) * (i % 2));
            name[i] = (char)(name[i] == '\0' ? '.' : name[i]);
        }
        name[length] = '\0';
        drive_label(name, 1 + (uint32_t)round % 99, label);
        size_t end = strlen(label);
        assert_in_range(end, 1, MESSAGE_LABEL_BYTES - 1);
        assert_true(utf8_is_clean(label, end) && label[0] != '.' && label[0] != ' ');
        assert_null(strpbrk(label, "/\n"));
        assert_int_equal(direction_strip(label, end, label), end);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_as_labels),
        cmocka_unit_test(a_long_name_is_cut),
        cmocka_unit_test(the_same_again_has_a_number),
        cmocka_unit_test(any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
