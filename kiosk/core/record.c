/* SPDX-License-Identifier: MIT */
/* A line is words with single blanks between:
 *
 *   recording 1920 1080 5560 0 1 12345 1000
 *   at 1234 down 100 200 finger
 *   at 1240 key-down Space 44
 *   at 1250 key-down Other 8 101            (and the character that it types, if any)
 *   at 1300 message 0100400000...        (bytes of the record, zeros at its end left out)
 *   at 1300 step 53f1... 90ab...          (state, frame) */
#include "core/record.h"

#include "core/compose.h"
#include "core/span.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WORD_MAX = 8 };

static const char *const KEY_NAMES[KEY_COUNT] = {
    [KEY_UP] = "Up",         [KEY_DOWN] = "Down",     [KEY_LEFT] = "Left",
    [KEY_RIGHT] = "Right",   [KEY_TAB] = "Tab",       [KEY_BACK_TAB] = "BackTab",
    [KEY_ENTER] = "Enter",   [KEY_SPACE] = "Space",   [KEY_BACKSPACE] = "Backspace",
    [KEY_ESCAPE] = "Escape", [KEY_P] = "P",           [KEY_F1] = "F1",
    [KEY_F2] = "F2",         [KEY_F3] = "F3",         [KEY_F4] = "F4",
    [KEY_F5] = "F5",         [KEY_MINUS] = "Minus",   [KEY_EQUALS] = "Equals",
    [KEY_COMMA] = "Comma",   [KEY_PERIOD] = "Period", [KEY_DIGIT_0] = "0",
    [KEY_DIGIT_0 + 1] = "1", [KEY_DIGIT_0 + 2] = "2", [KEY_DIGIT_0 + 3] = "3",
    [KEY_DIGIT_0 + 4] = "4", [KEY_DIGIT_0 + 5] = "5", [KEY_DIGIT_0 + 6] = "6",
    [KEY_DIGIT_0 + 7] = "7", [KEY_DIGIT_0 + 8] = "8", [KEY_DIGIT_9] = "9",
    [KEY_HOME] = "Home",     [KEY_END] = "End",       [KEY_DELETE] = "Delete",
    [KEY_OTHER] = "Other",   [KEY_BUTTON] = "Button",
};

static const char *const INPUT_WORDS[] = {
    [INPUT_POINTER_DOWN] = "down",     [INPUT_POINTER_MOVE] = "move", [INPUT_POINTER_UP] = "up",
    [INPUT_POINTER_CANCEL] = "cancel", [INPUT_KEY_DOWN] = "key-down", [INPUT_KEY_UP] = "key-up",
    [INPUT_WHEEL] = "wheel",           [INPUT_PRESENCE] = "presence", [INPUT_SURFACE] = "surface",
    [INPUT_HOVER] = "hover",           [INPUT_MESSAGE] = "message",   [INPUT_SUSPEND] = "suspend",
    [INPUT_VOICE] = "voice",
};
enum { INPUT_WORD_COUNT = sizeof(INPUT_WORDS) / sizeof(INPUT_WORDS[0]) };

const char *record_key_name(enum key key)
{
    assert(key < KEY_COUNT);
    return KEY_NAMES[key];
}

enum key record_key_find(const char *name)
{
    for (uint32_t key = 0; key < KEY_COUNT; key++) {
        if (KEY_NAMES[key] != NULL && strcmp(KEY_NAMES[key], name) == 0) {
            return (enum key)key;
        }
    }
    return KEY_NONE;
}

size_t record_format_config(char out[RECORD_LINE_BYTES], const struct record_config *config)
{
    int length =
        snprintf(out, RECORD_LINE_BYTES,
                 "recording %" PRId32 " %" PRId32 " %" PRIu32 " %u %u %" PRIu32 " %" PRIu64 "\n",
                 config->width, config->height, config->px_per_m, config->theme, config->size,
                 config->random_seed, config->now_ms);
    return (size_t)length;
}

static size_t format_bytes(char *out, const void *record, size_t size)
{
    const unsigned char *bytes = record;
    size_t used = size;
    while (used > 0 && bytes[used - 1] == 0) {
        used--;
    }
    static const char HEX[] = "0123456789abcdef";
    for (size_t i = 0; i < used; i++) {
        out[2 * i] = HEX[bytes[i] >> 4];
        out[2 * i + 1] = HEX[bytes[i] & 15];
    }
    return 2 * used;
}

size_t record_format_input(char out[RECORD_LINE_BYTES], uint64_t now_ms, const struct input *input)
{
    size_t length = (size_t)snprintf(out, RECORD_LINE_BYTES, "at %" PRIu64 " %s", now_ms,
                                     INPUT_WORDS[input->kind]);
    char *end = out + length;
    size_t left = RECORD_LINE_BYTES - length;
    switch (input->kind) {
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP:
        length += (size_t)snprintf(end, left, " %" PRId32 " %" PRId32 " %s %" PRIu32, input->x,
                                   input->y, input->touch ? "finger" : "mouse", input->contact);
        break;
    case INPUT_KEY_DOWN:
    case INPUT_KEY_UP:
        length += (size_t)snprintf(end, left, " %s %u", record_key_name(input->key), input->code);
        if (input->text != 0) {
            length += (size_t)snprintf(out + length, RECORD_LINE_BYTES - length, " %" PRIu32,
                                       input->text);
        }
        break;
    case INPUT_WHEEL:
        length += (size_t)snprintf(end, left, " %" PRId32, input->y);
        break;
    case INPUT_SURFACE:
        length += (size_t)snprintf(end, left, " %" PRId32 " %" PRId32 " %" PRIu32, input->x,
                                   input->y, input->px_per_m);
        break;
    case INPUT_MESSAGE:
        out[length++] = ' ';
        length += format_bytes(out + length, input->message, sizeof(*input->message));
        break;
    case INPUT_VOICE:
        out[length++] = ' ';
        length += format_bytes(out + length, input->voice, sizeof(*input->voice));
        break;
    case INPUT_HOVER:
        length += (size_t)snprintf(end, left, " %" PRId32 " %" PRId32, input->x, input->y);
        break;
    case INPUT_PRESENCE:
        if (input->touch) {
            length += (size_t)snprintf(end, left, " finger");
        } else if (input->code != CODE_NONE) {
            length += (size_t)snprintf(end, left, " %u", input->code);
        }
        break;
    case INPUT_POINTER_CANCEL:
    case INPUT_SUSPEND:
        break;
    }
    out[length++] = '\n';
    out[length] = '\0';
    return length;
}

size_t record_format_step(char out[RECORD_LINE_BYTES], uint64_t now_ms, uint64_t state_hash,
                          uint64_t frame_hash)
{
    return (size_t)snprintf(out, RECORD_LINE_BYTES,
                            "at %" PRIu64 " step %016" PRIx64 " %016" PRIx64 "\n", now_ms,
                            state_hash, frame_hash);
}

/* The words of a line, as far as any input has some. */
struct words {
    const char *line;
    uint32_t count;
    struct span word[WORD_MAX];
};

static enum status fail(struct error *error, const struct words *words, uint32_t index,
                        const char *what)
{
    *error = (struct error){.status = STATUS_INVALID};
    if (index < words->count) {
        error->column = (uint32_t)(words->word[index].bytes - words->line) + 1;
    }
    (void)snprintf(error->text, sizeof(error->text), "%s", what);
    return STATUS_INVALID;
}

static bool word_is(const struct words *words, uint32_t index, const char *text)
{
    return index < words->count && span_is(words->word[index], text);
}

static bool read_number(const struct words *words, uint32_t index, uint32_t base, uint64_t max,
                        uint64_t *out)
{
    return index < words->count && span_number(words->word[index], base, max, out);
}

/* Reads a place. A pointer may leave the surface, so a place can be below zero. */
static bool read_place(const struct words *words, uint32_t index, int32_t *out)
{
    uint64_t value = 0;
    if (index >= words->count) {
        return false;
    }
    struct span word = words->word[index];
    bool negative = span_take(&word, "-");
    if (!span_number(word, 10, INT32_MAX, &value)) {
        return false;
    }
    *out = negative ? -(int32_t)value : (int32_t)value;
    return true;
}

static enum status parse_config(const struct words *words, struct record_config *out,
                                struct error *error)
{
    static const uint64_t MAX[] = {1 << 15,         1 << 15,    1 << 20,   RECORD_THEME_MAX,
                                   RECORD_SIZE_MAX, UINT32_MAX, UINT64_MAX};
    enum { FIELD_COUNT = sizeof(MAX) / sizeof(MAX[0]) };
    uint64_t value[FIELD_COUNT];
    for (uint32_t i = 0; i < FIELD_COUNT; i++) {
        if (!read_number(words, i + 1, 10, MAX[i], &value[i])) {
            return fail(error, words, i + 1, "not a number of a recording's first line");
        }
    }
    *out = (struct record_config){
        .width = (int32_t)value[0],
        .height = (int32_t)value[1],
        .px_per_m = (uint32_t)value[2],
        .theme = (uint8_t)value[3],
        .size = (uint8_t)value[4],
        .random_seed = (uint32_t)value[5],
        .now_ms = value[6],
    };
    return STATUS_OK;
}

static bool parse_bytes(const struct words *words, void *out, size_t size)
{
    struct span hex = words->word[3];
    if (words->count != 4 || hex.length % 2 != 0 || hex.length > 2 * size) {
        return false;
    }
    memset(out, 0, size);
    unsigned char *bytes = out;
    for (size_t i = 0; i < hex.length / 2; i++) {
        uint64_t value = 0;
        if (!span_number((struct span){hex.bytes + 2 * i, 2}, 16, UINT8_MAX, &value)) {
            return false;
        }
        bytes[i] = (unsigned char)value;
    }
    return true;
}

static bool parse_fields(const struct words *words, struct record *record)
{
    struct input *input = &record->input;
    uint64_t value = 0;
    switch (input->kind) {
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP:
        input->touch = word_is(words, 5, "finger");
        if (words->count != 7 || !(input->touch || word_is(words, 5, "mouse")) ||
            !read_place(words, 3, &input->x) || !read_place(words, 4, &input->y) ||
            !read_number(words, 6, 10, UINT32_MAX, &value)) {
            return false;
        }
        input->contact = (uint32_t)value;
        return true;
    case INPUT_KEY_DOWN:
    case INPUT_KEY_UP:
        for (uint32_t key = 0; key < KEY_COUNT; key++) {
            if (KEY_NAMES[key] != NULL && word_is(words, 3, KEY_NAMES[key])) {
                input->key = (enum key)key;
            }
        }
        if (words->count < 5 || !read_number(words, 4, 10, CODE_COUNT - 1, &value)) {
            return false;
        }
        input->code = (uint16_t)value;
        if (words->count > 5) {
            if (words->count > 6 || !read_number(words, 5, 10, COMPOSE_KEY, &value)) {
                return false;
            }
            input->text = (uint32_t)value;
        }
        return input->key != KEY_NONE;
    case INPUT_WHEEL:
        return words->count == 4 && read_place(words, 3, &input->y);
    case INPUT_SURFACE:
        if (words->count != 6 || !read_place(words, 3, &input->x) ||
            !read_place(words, 4, &input->y) || !read_number(words, 5, 10, UINT32_MAX, &value)) {
            return false;
        }
        input->px_per_m = (uint32_t)value;
        return true;
    case INPUT_MESSAGE:
        input->message = &record->message;
        return parse_bytes(words, &record->message, sizeof(record->message));
    case INPUT_VOICE:
        input->voice = &record->voice;
        return parse_bytes(words, &record->voice, sizeof(record->voice));
    case INPUT_HOVER:
        return words->count == 5 && read_place(words, 3, &input->x) &&
               read_place(words, 4, &input->y);
    case INPUT_PRESENCE:
        input->touch = words->count == 4 && word_is(words, 3, "finger");
        if (words->count == 4 && !input->touch) {
            if (!read_number(words, 3, 10, CODE_COUNT - 1, &value)) {
                return false;
            }
            input->code = (uint16_t)value;
        }
        return words->count <= 4;
    case INPUT_POINTER_CANCEL:
    case INPUT_SUSPEND:
        return words->count == 3;
    }
    return false;
}

enum status record_parse(const char *line, struct record *record, struct error *error)
{
    struct words words = {.line = line};
    struct span rest = span_of(line);
    bool more = true; /* a blank at the end has an empty word behind it */
    while (more && words.count < WORD_MAX) {
        size_t before = rest.length;
        struct span *word = &words.word[words.count++];
        *word = span_take_until(&rest, ' ');
        more = word->length < before;
    }
    if (word_is(&words, 0, "recording")) {
        record->kind = RECORD_CONFIG;
        return parse_config(&words, &record->config, error);
    }
    if (!word_is(&words, 0, "at")) {
        return fail(error, &words, 0, "a line begins with \"at\" or \"recording\"");
    }
    if (!read_number(&words, 1, 10, UINT64_MAX, &record->now_ms)) {
        return fail(error, &words, 1, "not a time in milliseconds");
    }
    if (word_is(&words, 2, "step")) {
        record->kind = RECORD_STEP;
        if (words.count != 5 || !read_number(&words, 3, 16, UINT64_MAX, &record->state_hash) ||
            !read_number(&words, 4, 16, UINT64_MAX, &record->frame_hash)) {
            return fail(error, &words, 3, "a step has two hashes");
        }
        return STATUS_OK;
    }
    for (uint32_t kind = 0; kind < INPUT_WORD_COUNT; kind++) {
        if (word_is(&words, 2, INPUT_WORDS[kind])) {
            record->kind = RECORD_INPUT;
            record->input = (struct input){.kind = (enum input_kind)kind};
            return parse_fields(&words, record)
                       ? STATUS_OK
                       : fail(error, &words, 3, "not the fields of this input");
        }
    }
    return fail(error, &words, 2, "no such input");
}
