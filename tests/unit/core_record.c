/* SPDX-License-Identifier: MIT */
/* Protects recordings: every input comes back from its line as it was, and what is not a line is
 * refused with its column. */
#include "core/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static char line[RECORD_LINE_BYTES];
static struct record record;

/* The line of an input, read back; its LF taken off. */
static void write_and_read(uint64_t now_ms, const struct input *input)
{
    struct error error = {0};
    size_t length = record_format_input(line, now_ms, input);
    assert_int_equal(length, strlen(line));
    assert_int_equal(line[length - 1], '\n');
    line[length - 1] = '\0';
    assert_int_equal(record_parse(line, &record, &error), STATUS_OK);
    assert_int_equal(record.kind, RECORD_INPUT);
    assert_int_equal(record.now_ms, now_ms);
    assert_int_equal(record.input.kind, input->kind);
}

static void test_pointer_comes_back(void **state)
{
    (void)state;
    const struct input input = {
        .kind = INPUT_POINTER_MOVE, .x = -3, .y = 1079, .touch = true, .contact = UINT32_MAX};
    write_and_read(UINT64_MAX, &input);
    assert_string_equal(line, "at 18446744073709551615 move -3 1079 finger 4294967295");
    assert_int_equal(record.input.x, -3);
    assert_int_equal(record.input.y, 1079);
    assert_true(record.input.touch);
    assert_int_equal(record.input.contact, UINT32_MAX);
    write_and_read(1, &(struct input){.kind = INPUT_POINTER_UP, .x = 5, .y = 6});
    assert_false(record.input.touch);
}

static void test_every_key_comes_back(void **state)
{
    (void)state;
    for (enum key key = KEY_UP; key < KEY_COUNT; key++) {
        uint16_t code = key == KEY_OTHER ? CODE_COUNT - 1 : (uint16_t)key;
        write_and_read(7, &(struct input){.kind = INPUT_KEY_DOWN, .key = key, .code = code});
        assert_int_equal(record.input.key, key);
        assert_int_equal(record.input.code, code);
        assert_int_equal(record_key_find(record_key_name(key)), key);
    }
}

static void test_message_comes_back_whole(void **state)
{
    (void)state;
    struct message message;
    message_init(&message, MESSAGE_ADDED);
    message.sequence = 0x01020304;
    message.as.bytes[sizeof(message.as.bytes) - 1] = 0xa5;
    write_and_read(9, &(struct input){.kind = INPUT_MESSAGE, .message = &message});
    assert_memory_equal(record.input.message, &message, sizeof(message));
}

static void test_rest_comes_back(void **state)
{
    (void)state;
    static const enum input_kind KINDS[] = {INPUT_POINTER_CANCEL, INPUT_PRESENCE, INPUT_SUSPEND};
    for (size_t i = 0; i < sizeof(KINDS) / sizeof(KINDS[0]); i++) {
        write_and_read(3, &(struct input){.kind = KINDS[i]});
    }
    write_and_read(
        3, &(struct input){.kind = INPUT_KEY_DOWN, .key = KEY_OTHER, .code = 8, .text = 0x633});
    assert_int_equal(record.input.text, 0x633);
    write_and_read(3, &(struct input){.kind = INPUT_PRESENCE, .touch = true});
    assert_true(record.input.touch);
    write_and_read(3, &(struct input){.kind = INPUT_PRESENCE, .code = 224});
    assert_int_equal(record.input.code, 224);
    write_and_read(3, &(struct input){.kind = INPUT_HOVER, .x = -4, .y = 7});
    assert_int_equal(record.input.x, -4);
    assert_int_equal(record.input.y, 7);
    write_and_read(3, &(struct input){.kind = INPUT_WHEEL, .y = -1});
    assert_int_equal(record.input.y, -1);
    write_and_read(3, &(struct input){.kind = INPUT_SURFACE, .x = 800, .y = 480, .px_per_m = 5560});
    assert_int_equal(record.input.px_per_m, 5560);
}

static void test_config_comes_back(void **state)
{
    (void)state;
    struct error error = {0};
    const struct record_config config = {.width = 1024,
                                         .height = 600,
                                         .px_per_m = 4630,
                                         .theme = RECORD_THEME_MAX,
                                         .size = RECORD_SIZE_MAX,
                                         .random_seed = UINT32_MAX,
                                         .now_ms = 12};
    size_t length = record_format_config(line, &config);
    line[length - 1] = '\0';
    assert_int_equal(record_parse(line, &record, &error), STATUS_OK);
    assert_int_equal(record.kind, RECORD_CONFIG);
    assert_int_equal(record.config.width, 1024);
    assert_int_equal(record.config.height, 600);
    assert_int_equal(record.config.px_per_m, 4630);
    assert_int_equal(record.config.theme, RECORD_THEME_MAX);
    assert_int_equal(record.config.size, RECORD_SIZE_MAX);
    assert_int_equal(record.config.random_seed, UINT32_MAX);
    assert_int_equal(record.config.now_ms, 12);
}

static void test_what_is_no_line_is_refused_with_its_column(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        uint32_t column;
    } LINES[] = {
        {"", 1},
        {"down 1 2 mouse", 1},
        {"at -1 cancel", 4},
        {"at 18446744073709551616 cancel", 4},
        {"at 5 wink", 6},
        {"at 5 cancel now", 13},
        {"at 5 down 1 2 paw", 11},
        {"at 5 down 1 2147483648 mouse", 11},
        {"at 5 key-down Any 7", 15},
        {"at 5 key-down Space", 15},
        {"at 5 key-down Space 544", 15},
        {"at 5 wheel up", 12},
        {"at 5 message 123", 14},
        {"at 5 message 0g", 14},
        {"at 5 step 12", 11},
        {"recording 1 2 3 9 0 0 0", 17},
        /* A word that is missing has no column; one too many, or one that is none, has the first's.
         */
        {"at", 0},
        {"at 5", 0},
        {"at 5 down", 0},
        {"at 5 down 1", 11},
        {"at 5 down x 2 mouse 0", 11},
        {"at 5 down 1 x mouse 0", 11},
        {"at 5 down 1 2 mouse x", 11},
        {"at 5 down 1 2 mouse 0 0", 11},
        {"at 5 key-down Space 1 x", 15},
        {"at 5 key-down Space 1 2 3", 15},
        {"at 5 wheel", 0},
        {"at 5 surface 1 2", 14},
        {"at 5 surface x 2 3", 14},
        {"at 5 surface 1 x 3", 14},
        {"at 5 surface 1 2 x", 14},
        {"at 5 hover 1", 12},
        {"at 5 hover x 2", 12},
        {"at 5 hover 1 x", 12},
        {"at 5 presence paw", 15},
        {"at 5 presence finger 1", 15},
        {"at 5 message 00 11", 14},
        {"at 5 step 12 34 56", 11},
        {"at 5 step 1g 34", 11},
        {"at 5 step 12 3g", 11},
    };
    for (size_t i = 0; i < sizeof(LINES) / sizeof(LINES[0]); i++) {
        struct error error = {0};
        assert_int_equal(record_parse(LINES[i].line, &record, &error), STATUS_INVALID);
        assert_int_equal(error.column, LINES[i].column);
        assert_true(error.text[0] != '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pointer_comes_back),
        cmocka_unit_test(test_every_key_comes_back),
        cmocka_unit_test(test_message_comes_back_whole),
        cmocka_unit_test(test_rest_comes_back),
        cmocka_unit_test(test_config_comes_back),
        cmocka_unit_test(test_what_is_no_line_is_refused_with_its_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
