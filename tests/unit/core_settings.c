/* SPDX-License-Identifier: MIT */
/* Protects the settings file: what was written is read back, and a file with anything wrong in it
 * is refused as a whole, with the place, so that a damaged PIN line can never mean "no PIN". */
#include "core/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct pack pack;
static struct settings settings;
static struct error error;

static int make_pack(void **state)
{
    (void)state;
    pack.question_count = 7;
    for (uint32_t i = 0; i < pack.question_count; i++) {
        pack.question[i].id[0] = 'q';
        pack.question[i].id[1] = (char)('1' + i);
    }
    return 0;
}

static enum status parse(const char *text)
{
    return settings_parse(text, strlen(text), &pack, &settings, &error);
}

static void test_reset_is_standard(void **state)
{
    (void)state;
    memset(&settings, 0xff, sizeof(settings));
    settings_reset(&settings);
    assert_int_equal(settings.scale, 2);
    assert_int_equal(settings.look_back, LOOK_BACK_MET);
    assert_int_equal(settings.question_off, 0);
    assert_string_equal(settings.pin_hash, "");
}

static void test_written_is_read_back(void **state)
{
    (void)state;
    settings_reset(&settings);
    strcpy(settings.pin_hash, "$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$aGFzaA");
    settings.scale = 4;
    settings.look_back = LOOK_BACK_WEEK;
    settings.question_off = 1u << 2 | 1u << 6;
    strcpy(settings.support_room, "Ask \xc3\x89va at the door.");
    memset(settings.support_danger, 'x', SETTINGS_TEXT_BYTES - 1);
    struct settings before = settings;
    char text[SETTINGS_BYTES_MAX];
    size_t length = settings_format(&settings, &pack, text, sizeof(text));
    memset(&settings, 0xee, sizeof(settings));
    assert_int_equal(settings_parse(text, length, &pack, &settings, &error), STATUS_OK);
    assert_memory_equal(&settings, &before, sizeof(settings));
}

static void test_problems_have_a_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum status status;
        uint32_t line, column;
        const char *key;
    } CASES[] = {
        {"", STATUS_INVALID, 1, 1, "cli.settings.header"},
        {"\n", STATUS_INVALID, 1, 1, "cli.settings.header"},
        {"settings 0\n", STATUS_INVALID, 1, 1, "cli.settings.header"},
        {"settings 2\nwhatever\n", STATUS_NEWER, 1, 10, "cli.settings.newer"},
        {"settings 1", STATUS_INVALID, 1, 11, "cli.settings.cut"},
        {"settings 1\nscale = 2\nscale = 4\n", STATUS_INVALID, 3, 1, "cli.settings.twice"},
        {"settings 1\nscale = 3\n", STATUS_INVALID, 2, 9, "cli.settings.scale"},
        {"settings 1\nscale = 22\n", STATUS_INVALID, 2, 9, "cli.settings.scale"},
        {"settings 1\nscale=2\n", STATUS_INVALID, 2, 6, "cli.settings.syntax"},
        {"settings 1\nscale = \n", STATUS_INVALID, 2, 7, "cli.settings.syntax"},
        {"settings 1\n = 2\n", STATUS_INVALID, 2, 2, "cli.settings.syntax"},
        {"settings 1\nscale = 2 \n", STATUS_INVALID, 2, 7, "cli.settings.syntax"},
        {"settings 1\n\nscale = 2\n", STATUS_INVALID, 2, 1, "cli.settings.syntax"},
        {"settings 1\ncolour = 2\n", STATUS_INVALID, 2, 1, "cli.settings.unknown"},
        {"settings 1\nlook-back = year\n", STATUS_INVALID, 2, 13, "cli.settings.look_back"},
        {"settings 1\nquestions-off = q1 q9\n", STATUS_INVALID, 2, 20, "cli.settings.question"},
        {"settings 1\nquestions-off = q1 q1\n", STATUS_INVALID, 2, 20, "cli.settings.question"},
        {"settings 1\nquestions-off = q1  q2\n", STATUS_INVALID, 2, 20, "cli.settings.question"},
        {"settings 1\nquestions-off = q1 q2 q3 q4\n", STATUS_INVALID, 2, 17, "cli.settings.few"},
        {"settings 1\npin = 123456\n", STATUS_INVALID, 2, 7, "cli.settings.pin"},
        {"settings 1\nsupport-room = a\xc3\xa9\x01\n", STATUS_INVALID, 2, 19, "cli.settings.bytes"},
        {"settings 1\nsupport-room = a\tb\n", STATUS_INVALID, 2, 17, "cli.settings.bytes"},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        struct settings before = settings;
        assert_int_equal(parse(CASES[i].text), CASES[i].status);
        assert_int_equal(error.status, CASES[i].status);
        assert_string_equal(error.text, CASES[i].key);
        assert_int_equal(error.line, CASES[i].line);
        assert_int_equal(error.column, CASES[i].column);
        assert_memory_equal(&before, &settings, sizeof(settings)); /* untouched */
    }
}

static void test_too_long_is_refused(void **state)
{
    (void)state;
    static char text[SETTINGS_BYTES_MAX + 2];
    memset(text, 'a', sizeof(text));
    assert_int_equal(settings_parse(text, sizeof(text), &pack, &settings, &error), STATUS_LIMIT);
    const char start[] = "settings 1\nsupport-room = ";
    memcpy(text, start, sizeof(start) - 1);
    text[sizeof(start) - 1 + SETTINGS_TEXT_BYTES] = '\n';
    text[sizeof(start) + SETTINGS_TEXT_BYTES] = '\0';
    assert_int_equal(parse(text), STATUS_LIMIT);
    assert_int_equal(error.line, 2);
}

/* No cut of a good file is a good file: half a file may have lost its PIN. */
static void test_no_cut_is_accepted(void **state)
{
    (void)state;
    settings_reset(&settings);
    strcpy(settings.pin_hash, "$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$aGFzaA");
    char text[SETTINGS_BYTES_MAX];
    size_t length = settings_format(&settings, &pack, text, sizeof(text));
    for (size_t cut = 0; cut < length; cut++) {
        enum status status = settings_parse(text, cut, &pack, &settings, &error);
        assert_int_equal(status, STATUS_INVALID);
    }
}

static void test_random_bytes(void **state)
{
    (void)state;
    uint64_t random = 1;
    char text[256];
    for (unsigned round = 0; round < 5000; round++) {
        memcpy(text, "settings 1\nscale = 2\nquestions-off = q1\n", 40);
        for (size_t i = round % 41; i < sizeof(text); i++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            text[i] = (char)(random >> 56);
        }
        assert_int_not_equal(settings_parse(text, sizeof(text), &pack, &settings, &error),
                             STATUS_OK);
    }
}

static void test_pin_rule(void **state)
{
    (void)state;
    assert_true(pin_is_valid("123456"));
    assert_true(pin_is_valid("123456789012"));
    assert_false(pin_is_valid(""));
    assert_false(pin_is_valid("12345"));
    assert_false(pin_is_valid("1234567890123"));
    assert_false(pin_is_valid("12345x"));
    assert_false(pin_is_valid("12345\xd9\xa1")); /* a digit, yet no ASCII one */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reset_is_standard),
        cmocka_unit_test(test_written_is_read_back),
        cmocka_unit_test(test_problems_have_a_place),
        cmocka_unit_test(test_too_long_is_refused),
        cmocka_unit_test(test_no_cut_is_accepted),
        cmocka_unit_test(test_random_bytes),
        cmocka_unit_test(test_pin_rule),
    };
    return cmocka_run_group_tests(tests, make_pack, NULL);
}
