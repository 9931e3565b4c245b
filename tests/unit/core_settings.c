/* SPDX-License-Identifier: MIT */
/* Protects the settings file: what was written is read back, and a file with anything wrong in it
 * is refused as a whole, with the place, so that a damaged PIN line can never mean "no PIN". */
#include "core/catalog.h"
#include "core/message.h"
#include "core/settings_row.h"
#include "fake_pin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
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
    assert_int_equal(settings.choice.scale, 4);
    assert_int_equal(settings.choice.look_back, LOOK_BACK_MET);
    assert_int_equal(settings.choice.question_off, 0);
    assert_string_equal(settings.pin_hash, "");
}

static void test_written_is_read_back(void **state)
{
    (void)state;
    settings_reset(&settings);
    strcpy(settings.pin_hash, FAKE_PIN_FORM);
    settings.choice.scale = 4;
    settings.choice.look_back = LOOK_BACK_WEEK;
    settings.choice.question_off = 1u << 2 | 1u << 6;
    strcpy(settings.support.line[SUPPORT_ROOM], "Ask \xc3\x89va at the door.");
    memset(settings.support.line[SUPPORT_DANGER], 'x', SETTINGS_TEXT_BYTES - 1);
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
        {"settings 1\nstill-open = touch feet\n", STATUS_INVALID, 2, 20, "cli.settings.open"},
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
    strcpy(settings.pin_hash, FAKE_PIN_FORM);
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

/* A value other than the usual one, as the file has it, and one that no file may have. */
struct sample {
    const char *good, *bad;
};

static struct sample sample_of(const struct setting *row)
{
    static char too_long[SETTINGS_TEXT_BYTES + 1];
    memset(too_long, 'a', sizeof(too_long) - 1);
    switch (row->kind) {
    case SETTING_HASH:
        return (struct sample){FAKE_PIN_FORM, "$argon2id$x"};
    case SETTING_SCALE:
        return (struct sample){row->usual == 4 ? "2" : "4", "3"};
    case SETTING_WORD:
        return (struct sample){row->words[row->usual == 0 ? row->max : 0], "neither"};
    case SETTING_QUESTIONS:
        return (struct sample){"q2 q7", "q8"};
    case SETTING_SET:
        return (struct sample){"sound place", "sound sound"};
    case SETTING_LINE:
        return (struct sample){"Ask \u00c9va, = 2 #", too_long};
    }
    return (struct sample){NULL, NULL};
}

static enum status parse_row(const struct setting *row, const char *value)
{
    char text[2 * SETTINGS_TEXT_BYTES];
    int length = snprintf(text, sizeof(text), "settings 1\n%s = %s\n%s", row->key, value,
                          row->is_required ? "" : "scale = 4\n");
    return settings_parse(text, (size_t)length, &pack, &settings, &error);
}

/* What the messages let through of these settings: all but the PIN. */
static bool travels(const struct settings *from)
{
    struct message message;
    message_init(&message, MESSAGE_SETTINGS);
    message.as.settings.choice = from->choice;
    message.as.settings.support = from->support;
    message.as.settings.still_open = from->still_open;
    bool told = message_check_from_keeper(&message, sizeof(message)) == STATUS_OK;
    message_init(&message, MESSAGE_SET_SETTINGS);
    message.sequence = 1;
    message.as.choice = from->choice;
    bool chosen = message_check_from_face(&message, sizeof(message)) == STATUS_OK;
    message_init(&message, MESSAGE_SET_SUPPORT);
    message.sequence = 1;
    message.as.support = from->support;
    bool written = message_check_from_face(&message, sizeof(message)) == STATUS_OK;
    bool known = from->still_open <= CHORES_ALL;
    assert_int_equal(told, chosen && written && known);
    return told;
}

/* Each byte of the settings belongs to one row: equal settings are equal bytes, and none is without
 * a key, limits and a form on the wire. */
static void test_every_byte_has_its_row(void **state)
{
    (void)state;
    static uint8_t owners[sizeof(struct settings)];
    const struct setting *row;
    memset(owners, 0, sizeof(owners));
    for (uint32_t i = 0; (row = settings_row(i)) != NULL; i++) {
        for (uint32_t at = 0; at < row->bytes; at++) {
            owners[row->offset + at]++;
        }
    }
    for (size_t at = 0; at < sizeof(owners); at++) {
        assert_int_equal(owners[at], 1);
    }
}

static void test_every_row_is_read_written_and_checked(void **state)
{
    (void)state;
    const struct setting *row;
    for (uint32_t i = 0; (row = settings_row(i)) != NULL; i++) {
        struct sample sample = sample_of(row);
        struct settings usual, changed;
        char text[SETTINGS_BYTES_MAX];
        settings_reset(&usual);
        assert_true(setting_is_valid(row, (const char *)&usual + row->offset));
        assert_int_equal(parse_row(row, sample.good), STATUS_OK);
        changed = settings;
        assert_int_not_equal(memcmp((const char *)&changed + row->offset,
                                    (const char *)&usual + row->offset, row->bytes),
                             0);
        memcpy((char *)&changed + row->offset, (const char *)&usual + row->offset, row->bytes);
        assert_memory_equal(&changed, &usual, sizeof(usual)); /* no other was touched */
        changed = settings;
        size_t length = settings_format(&settings, &pack, text, sizeof(text) - 1);
        text[length] = '\0';
        assert_non_null(strstr(text, row->key));
        assert_non_null(strstr(text, sample.good));
        assert_int_equal(parse(text), STATUS_OK);
        assert_memory_equal(&changed, &settings, sizeof(settings));
        assert_int_not_equal(parse_row(row, sample.bad), STATUS_OK);
        assert_string_equal(error.text, message_id_name(row->problem));
        assert_memory_equal(&changed, &settings, sizeof(settings));
    }
}

/* A byte out of its limits passes neither the row nor, where the setting travels, a message. */
static void test_every_row_is_checked_on_the_wire(void **state)
{
    (void)state;
    const struct setting *row;
    for (uint32_t i = 0; (row = settings_row(i)) != NULL; i++) {
        assert_int_equal(parse_row(row, sample_of(row).good), STATUS_OK);
        struct settings broken = settings;
        char *value = (char *)&broken + row->offset;
        assert_true(setting_is_valid(row, value));
        assert_true(travels(&broken));
        value[row->bytes - 1] = (char)0xff; /* out of range; behind a text */
        assert_false(setting_is_valid(row, value));
        assert_int_equal(travels(&broken), row->kind == SETTING_HASH);
    }
}

static void test_questions_fit_their_pack(void **state)
{
    (void)state;
    struct settings_choice choice = {.question_off = 1u << 0 | 1u << 1 | 1u << 2};
    assert_true(settings_fit_pack(&choice, &pack));
    choice.question_off |= 1u << 3; /* three are left */
    assert_false(settings_fit_pack(&choice, &pack));
    choice.question_off = 1u << 6;
    struct pack six = pack;
    six.question_count = 6;
    assert_true(settings_fit_pack(&choice, &pack));
    assert_false(settings_fit_pack(&choice, &six)); /* it has no seventh */
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
        cmocka_unit_test(test_every_byte_has_its_row),
        cmocka_unit_test(test_every_row_is_read_written_and_checked),
        cmocka_unit_test(test_every_row_is_checked_on_the_wire),
        cmocka_unit_test(test_questions_fit_their_pack),
        cmocka_unit_test(test_pin_rule),
    };
    return cmocka_run_group_tests(tests, make_pack, NULL);
}
