/* SPDX-License-Identifier: MIT */
#include "core/settings.h"

#include "core/catalog.h"
#include "core/noise.h"
#include "core/span.h"

#include <assert.h>
#include <string.h>

/* The first line. A later number is a later program's file, not a damaged one. */
static const char HEADER[] = "settings";
enum { SETTINGS_VERSION = 1, SCALE_STANDARD = 2, SCALE_STRICT = 4 };

enum key_id {
    KEY_ID_PIN,
    KEY_ID_SCALE,
    KEY_ID_LOOK_BACK,
    KEY_ID_OFF,
    KEY_ID_ROOM,
    KEY_ID_PHONE,
    KEY_ID_DANGER,
    KEY_ID_COUNT
};

static const char *const KEY_NAMES[KEY_ID_COUNT] = {
    [KEY_ID_PIN] = "pin",
    [KEY_ID_SCALE] = "scale",
    [KEY_ID_LOOK_BACK] = "look-back",
    [KEY_ID_OFF] = "questions-off",
    [KEY_ID_ROOM] = "support-room",
    [KEY_ID_PHONE] = "support-phone",
    [KEY_ID_DANGER] = "support-danger",
};

static const char *const LOOK_BACK_NAMES[] = {
    [LOOK_BACK_MET] = "met",
    [LOOK_BACK_WEEK] = "week",
};

struct reader {
    struct lines lines;
    struct span line;
    const struct pack *pack;
    struct settings *out;
    struct error *error;
    bool seen[KEY_ID_COUNT];
};

/* The text of an error is the key of the catalogue's message. */
static enum status fail(struct reader *reader, enum status status, size_t column,
                        enum message_id message)
{
    const char *key = message_id_name(message);
    struct error *error = reader->error;
    /* What is wrong with the file as a whole is told of its first line. */
    *error = (struct error){.status = status,
                            .line = reader->lines.number > 0 ? reader->lines.number : 1};
    error->column = (uint32_t)column + 1;
    size_t length = strlen(key);
    assert(length < sizeof(error->text));
    memcpy(error->text, key, length + 1);
    return status;
}

void settings_reset(struct settings *settings)
{
    memset(settings, 0, sizeof(*settings));
    settings->scale = SCALE_STANDARD;
    settings->look_back = LOOK_BACK_MET;
}

bool pin_is_valid(const char *pin)
{
    size_t length = 0;
    while (length <= PIN_DIGITS_MAX && pin[length] >= '0' && pin[length] <= '9') {
        length++;
    }
    return pin[length] == '\0' && length >= PIN_DIGITS_MIN && length <= PIN_DIGITS_MAX;
}

bool settings_text_is_valid(const char *text)
{
    size_t length = strnlen(text, SETTINGS_TEXT_BYTES);
    return length == 0 ||
           (length < SETTINGS_TEXT_BYTES && utf8_is_clean(text, length) &&
            memchr(text, '\n', length) == NULL && text[0] != ' ' && text[length - 1] != ' ');
}

/* Argon2id in its usual text form; anything else would never match a PIN and lock people out. */
static bool hash_is_plausible(struct span text)
{
    if (text.length >= SETTINGS_PIN_HASH_BYTES || !span_take(&text, "$argon2id$")) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] <= ' ' || text.bytes[i] > '~') {
            return false;
        }
    }
    return text.length > 0;
}

bool settings_scale_is_offered(uint32_t scale)
{
#ifdef TEST_BUILD
    if (scale == 1) {
        return true;
    }
#endif
    return scale == SCALE_STANDARD || scale == SCALE_STRICT;
}

/* What is wrong with a value is told at its first byte, unless at says where. */
static enum status fail_at(struct reader *reader, enum status status, const char *at,
                           enum message_id message)
{
    return fail(reader, status, (size_t)(at - reader->line.bytes), message);
}

static enum status read_scale(struct reader *reader, struct span value)
{
    uint64_t scale = 0;
    if (value.length != 1 || !span_number(value, 10, NOISE_SCALE_MAX, &scale) ||
        !settings_scale_is_offered((uint32_t)scale)) {
        return fail_at(reader, STATUS_INVALID, value.bytes, MSG_CLI_SETTINGS_SCALE);
    }
    reader->out->scale = (uint32_t)scale;
    return STATUS_OK;
}

static enum status read_look_back(struct reader *reader, struct span value)
{
    for (size_t i = 0; i < sizeof(LOOK_BACK_NAMES) / sizeof(LOOK_BACK_NAMES[0]); i++) {
        if (span_is(value, LOOK_BACK_NAMES[i])) {
            reader->out->look_back = (enum look_back)i;
            return STATUS_OK;
        }
    }
    return fail_at(reader, STATUS_INVALID, value.bytes, MSG_CLI_SETTINGS_LOOK_BACK);
}

static uint32_t bits_set(uint32_t bits)
{
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

/* Question ids with one blank between them; enough must stay on. */
static enum status read_off(struct reader *reader, struct span value)
{
    uint32_t off = 0;
    struct span rest = value;
    while (rest.length > 0) {
        char id[PACK_ID_BYTES];
        struct span word = span_take_until(&rest, ' ');
        int index = -1;
        if (word.length > 0 && word.length < sizeof(id)) {
            span_copy(word, id, sizeof(id));
            index = pack_question_index(reader->pack, id);
        }
        if (index < 0 || (off & 1u << index) != 0) {
            return fail_at(reader, STATUS_INVALID, word.bytes, MSG_CLI_SETTINGS_QUESTION);
        }
        off |= 1u << index;
    }
    if (reader->pack->question_count - bits_set(off) < PACK_QUESTION_MIN) {
        return fail_at(reader, STATUS_INVALID, value.bytes, MSG_CLI_SETTINGS_FEW);
    }
    reader->out->question_off = off;
    return STATUS_OK;
}

static enum status read_text(struct reader *reader, struct span value,
                             char out[SETTINGS_TEXT_BYTES])
{
    if (value.length >= SETTINGS_TEXT_BYTES) {
        return fail_at(reader, STATUS_LIMIT, value.bytes + SETTINGS_TEXT_BYTES - 1,
                       MSG_CLI_SETTINGS_LONG);
    }
    span_copy(value, out, SETTINGS_TEXT_BYTES);
    return STATUS_OK;
}

static enum status read_value(struct reader *reader, enum key_id key, struct span value)
{
    switch (key) {
    case KEY_ID_PIN:
        if (!hash_is_plausible(value)) {
            return fail_at(reader, STATUS_INVALID, value.bytes, MSG_CLI_SETTINGS_PIN);
        }
        span_copy(value, reader->out->pin_hash, sizeof(reader->out->pin_hash));
        return STATUS_OK;
    case KEY_ID_SCALE:
        return read_scale(reader, value);
    case KEY_ID_LOOK_BACK:
        return read_look_back(reader, value);
    case KEY_ID_OFF:
        return read_off(reader, value);
    case KEY_ID_ROOM:
        return read_text(reader, value, reader->out->support_room);
    case KEY_ID_PHONE:
        return read_text(reader, value, reader->out->support_phone);
    case KEY_ID_DANGER:
        return read_text(reader, value, reader->out->support_danger);
    case KEY_ID_COUNT:
        break;
    }
    assert(false);
    return STATUS_INVALID;
}

static enum status read_line(struct reader *reader)
{
    struct span key_text, value;
    if (!span_pair(reader->line, &key_text, &value)) {
        return fail(reader, STATUS_INVALID, key_text.length, MSG_CLI_SETTINGS_SYNTAX);
    }
    for (size_t key = 0; key < KEY_ID_COUNT; key++) {
        if (!span_is(key_text, KEY_NAMES[key])) {
            continue;
        }
        if (reader->seen[key]) {
            return fail(reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_TWICE);
        }
        reader->seen[key] = true;
        return read_value(reader, (enum key_id)key, value);
    }
    return fail(reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_UNKNOWN);
}

static enum status read_header(struct reader *reader)
{
    enum status status = span_header(reader->line, HEADER, SETTINGS_VERSION);
    if (status == STATUS_NEWER) {
        return fail(reader, status, sizeof(HEADER), MSG_CLI_SETTINGS_NEWER);
    }
    return status == STATUS_OK ? status : fail(reader, status, 0, MSG_CLI_SETTINGS_HEADER);
}

static enum status read_next(struct reader *reader)
{
    struct span line = reader->line;
    size_t clean = utf8_clean_length(line.bytes, line.length);
    if (clean != line.length) {
        return fail(reader, STATUS_INVALID, clean, MSG_CLI_SETTINGS_BYTES);
    }
    return reader->lines.number == 1 ? read_header(reader) : read_line(reader);
}

enum status settings_parse(const char *bytes, size_t length, const struct pack *pack,
                           struct settings *out, struct error *error)
{
    struct settings settings;
    settings_reset(&settings);
    struct reader reader = {
        .lines = lines_of(bytes, length), .pack = pack, .out = &settings, .error = error};
    if (length > SETTINGS_BYTES_MAX) {
        return fail(&reader, STATUS_LIMIT, 0, MSG_CLI_SETTINGS_LONG);
    }
    while (lines_next(&reader.lines, &reader.line)) {
        enum status status = read_next(&reader);
        if (status != STATUS_OK) {
            return status;
        }
        if (reader.lines.is_cut) { /* the PIN may have been lost with the tail */
            return fail(&reader, STATUS_INVALID, reader.line.length, MSG_CLI_SETTINGS_CUT);
        }
    }
    if (reader.lines.number == 0) {
        return fail(&reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_HEADER);
    }
    if (!reader.seen[KEY_ID_SCALE]) {
        return fail(&reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_CUT);
    }
    *out = settings;
    return STATUS_OK;
}

size_t settings_cut_pin(char *bytes, size_t length)
{
    struct lines lines = lines_of(bytes, length);
    struct span line;
    size_t kept = 0;
    while (lines_next(&lines, &line)) {
        struct span rest = line;
        size_t whole = line.length + !lines.is_cut;
        bool is_pin = span_take(&rest, KEY_NAMES[KEY_ID_PIN]) && rest.length > 0 &&
                      (rest.bytes[0] == ' ' || rest.bytes[0] == '=');
        if (!is_pin) {
            memmove(bytes + kept, line.bytes, whole);
            kept += whole;
        }
    }
    explicit_bzero(bytes + kept, length - kept);
    return kept;
}

struct writer {
    char *out;
    size_t size;
    size_t length;
};

static void put(struct writer *writer, const char *text)
{
    size_t length = strlen(text);
    assert(length <= writer->size - writer->length);
    memcpy(writer->out + writer->length, text, length);
    writer->length += length;
}

static void put_pair(struct writer *writer, enum key_id key, const char *value)
{
    if (value[0] == '\0') {
        return;
    }
    put(writer, KEY_NAMES[key]);
    put(writer, " = ");
    put(writer, value);
    put(writer, "\n");
}

static void put_off(struct writer *writer, uint32_t off, const struct pack *pack)
{
    if (off == 0) {
        return;
    }
    put(writer, KEY_NAMES[KEY_ID_OFF]);
    put(writer, " =");
    for (uint32_t i = 0; i < pack->question_count; i++) {
        if ((off & 1u << i) != 0) {
            put(writer, " ");
            put(writer, pack->question[i].id);
        }
    }
    put(writer, "\n");
}

size_t settings_format(const struct settings *settings, const struct pack *pack, char *out,
                       size_t size)
{
    struct writer writer = {.out = out, .size = size};
    char digit[2] = {(char)('0' + settings->scale), '\0'};
    put(&writer, HEADER);
    put(&writer, " 1\n");
    put_pair(&writer, KEY_ID_PIN, settings->pin_hash);
    put_pair(&writer, KEY_ID_LOOK_BACK, LOOK_BACK_NAMES[settings->look_back]);
    put_off(&writer, settings->question_off, pack);
    put_pair(&writer, KEY_ID_ROOM, settings->support_room);
    put_pair(&writer, KEY_ID_PHONE, settings->support_phone);
    put_pair(&writer, KEY_ID_DANGER, settings->support_danger);
    put_pair(&writer, KEY_ID_SCALE, digit); /* last, and required: a file cut short lacks it */
    return writer.length;
}
