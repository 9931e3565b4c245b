/* SPDX-License-Identifier: MIT */
#include "core/settings.h"

#include "core/catalog.h"

#include <assert.h>
#include <string.h>

/* The first line. A later number is a later program's file, not a damaged one. */
static const char HEADER[] = "settings ";
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
    const char *line;
    size_t length;
    uint32_t number;
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
    *error = (struct error){.status = status, .line = reader->number > 0 ? reader->number : 1};
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

static bool span_is(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

static void copy_span(char *out, size_t size, const char *text, size_t length)
{
    assert(length < size);
    memcpy(out, text, length);
    memset(out + length, 0, size - length);
}

/* Argon2id in its usual text form; anything else would never match a PIN and lock people out. */
static bool hash_is_plausible(const char *text, size_t length)
{
    static const char PREFIX[] = "$argon2id$";
    if (length >= SETTINGS_PIN_HASH_BYTES || length <= sizeof(PREFIX) - 1 ||
        memcmp(text, PREFIX, sizeof(PREFIX) - 1) != 0) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] <= ' ' || text[i] > '~') {
            return false;
        }
    }
    return true;
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

static enum status read_scale(struct reader *reader, size_t at)
{
    uint32_t scale = (uint32_t)(unsigned char)reader->line[at] - '0';
    if (reader->length - at != 1 || !settings_scale_is_offered(scale)) {
        return fail(reader, STATUS_INVALID, at, MSG_CLI_SETTINGS_SCALE);
    }
    reader->out->scale = scale;
    return STATUS_OK;
}

static enum status read_look_back(struct reader *reader, size_t at)
{
    for (size_t i = 0; i < sizeof(LOOK_BACK_NAMES) / sizeof(LOOK_BACK_NAMES[0]); i++) {
        if (span_is(reader->line + at, reader->length - at, LOOK_BACK_NAMES[i])) {
            reader->out->look_back = (enum look_back)i;
            return STATUS_OK;
        }
    }
    return fail(reader, STATUS_INVALID, at, MSG_CLI_SETTINGS_LOOK_BACK);
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
static enum status read_off(struct reader *reader, size_t at)
{
    uint32_t off = 0;
    size_t start = at;
    while (start <= reader->length) {
        size_t end = start;
        while (end < reader->length && reader->line[end] != ' ') {
            end++;
        }
        char id[PACK_ID_BYTES];
        if (end == start || end - start >= sizeof(id)) {
            return fail(reader, STATUS_INVALID, start, MSG_CLI_SETTINGS_QUESTION);
        }
        copy_span(id, sizeof(id), reader->line + start, end - start);
        int index = pack_question_index(reader->pack, id);
        if (index < 0 || (off & 1u << index) != 0) {
            return fail(reader, STATUS_INVALID, start, MSG_CLI_SETTINGS_QUESTION);
        }
        off |= 1u << index;
        start = end + 1;
    }
    if (reader->pack->question_count - bits_set(off) < PACK_QUESTION_MIN) {
        return fail(reader, STATUS_INVALID, at, MSG_CLI_SETTINGS_FEW);
    }
    reader->out->question_off = off;
    return STATUS_OK;
}

static enum status read_text(struct reader *reader, size_t at, char out[SETTINGS_TEXT_BYTES])
{
    size_t length = reader->length - at;
    if (length >= SETTINGS_TEXT_BYTES) {
        return fail(reader, STATUS_LIMIT, at + SETTINGS_TEXT_BYTES - 1, MSG_CLI_SETTINGS_LONG);
    }
    copy_span(out, SETTINGS_TEXT_BYTES, reader->line + at, length);
    return STATUS_OK;
}

static enum status read_value(struct reader *reader, enum key_id key, size_t at)
{
    switch (key) {
    case KEY_ID_PIN:
        if (!hash_is_plausible(reader->line + at, reader->length - at)) {
            return fail(reader, STATUS_INVALID, at, MSG_CLI_SETTINGS_PIN);
        }
        copy_span(reader->out->pin_hash, sizeof(reader->out->pin_hash), reader->line + at,
                  reader->length - at);
        return STATUS_OK;
    case KEY_ID_SCALE:
        return read_scale(reader, at);
    case KEY_ID_LOOK_BACK:
        return read_look_back(reader, at);
    case KEY_ID_OFF:
        return read_off(reader, at);
    case KEY_ID_ROOM:
        return read_text(reader, at, reader->out->support_room);
    case KEY_ID_PHONE:
        return read_text(reader, at, reader->out->support_phone);
    case KEY_ID_DANGER:
        return read_text(reader, at, reader->out->support_danger);
    case KEY_ID_COUNT:
        break;
    }
    assert(false);
    return STATUS_INVALID;
}

/* "key = value": one blank on each side of the sign, none at the end, a value that is not empty. */
static enum status read_line(struct reader *reader)
{
    const char *line = reader->line;
    const char *sign = memchr(line, '=', reader->length);
    size_t at = sign == NULL ? 0 : (size_t)(sign - line);
    if (at < 2 || line[at - 1] != ' ' || at + 2 >= reader->length || line[at + 1] != ' ' ||
        line[at + 2] == ' ' || line[reader->length - 1] == ' ') {
        return fail(reader, STATUS_INVALID, at, MSG_CLI_SETTINGS_SYNTAX);
    }
    for (size_t key = 0; key < KEY_ID_COUNT; key++) {
        if (!span_is(line, at - 1, KEY_NAMES[key])) {
            continue;
        }
        if (reader->seen[key]) {
            return fail(reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_TWICE);
        }
        reader->seen[key] = true;
        return read_value(reader, (enum key_id)key, at + 2);
    }
    return fail(reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_UNKNOWN);
}

static enum status read_header(struct reader *reader)
{
    size_t prefix = sizeof(HEADER) - 1;
    if (reader->length != prefix + 1 || memcmp(reader->line, HEADER, prefix) != 0 ||
        reader->line[prefix] < '1' || reader->line[prefix] > '9') {
        return fail(reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_HEADER);
    }
    if (reader->line[prefix] - '0' > SETTINGS_VERSION) {
        return fail(reader, STATUS_NEWER, prefix, MSG_CLI_SETTINGS_NEWER);
    }
    return STATUS_OK;
}

static enum status read_next(struct reader *reader)
{
    reader->number++;
    size_t clean = reader->length; /* the longest clean start tells where the trouble is */
    while (!utf8_is_clean(reader->line, clean)) {
        clean--;
    }
    if (clean != reader->length) {
        return fail(reader, STATUS_INVALID, clean, MSG_CLI_SETTINGS_BYTES);
    }
    return reader->number == 1 ? read_header(reader) : read_line(reader);
}

enum status settings_parse(const char *bytes, size_t length, const struct pack *pack,
                           struct settings *out, struct error *error)
{
    struct settings settings;
    settings_reset(&settings);
    struct reader reader = {.pack = pack, .out = &settings, .error = error};
    if (length > SETTINGS_BYTES_MAX) {
        return fail(&reader, STATUS_LIMIT, 0, MSG_CLI_SETTINGS_LONG);
    }
    for (size_t start = 0; start < length;) {
        const char *end = memchr(bytes + start, '\n', length - start);
        reader.line = bytes + start;
        reader.length = end == NULL ? length - start : (size_t)(end - reader.line);
        enum status status = read_next(&reader);
        if (status != STATUS_OK) {
            return status;
        }
        if (end == NULL) { /* a file that was cut short may have lost the PIN with its tail */
            return fail(&reader, STATUS_INVALID, reader.length, MSG_CLI_SETTINGS_CUT);
        }
        start += reader.length + 1;
    }
    if (reader.number == 0) {
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
    size_t name = strlen(KEY_NAMES[KEY_ID_PIN]), kept = 0;
    for (size_t start = 0; start < length;) {
        const char *end = memchr(bytes + start, '\n', length - start);
        size_t line = end == NULL ? length - start : (size_t)(end - bytes) + 1 - start;
        bool is_pin = line > name && memcmp(bytes + start, KEY_NAMES[KEY_ID_PIN], name) == 0 &&
                      (bytes[start + name] == ' ' || bytes[start + name] == '=');
        if (!is_pin) {
            memmove(bytes + kept, bytes + start, line);
            kept += line;
        }
        start += line;
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
    put(&writer, "1\n");
    put_pair(&writer, KEY_ID_PIN, settings->pin_hash);
    put_pair(&writer, KEY_ID_LOOK_BACK, LOOK_BACK_NAMES[settings->look_back]);
    put_off(&writer, settings->question_off, pack);
    put_pair(&writer, KEY_ID_ROOM, settings->support_room);
    put_pair(&writer, KEY_ID_PHONE, settings->support_phone);
    put_pair(&writer, KEY_ID_DANGER, settings->support_danger);
    put_pair(&writer, KEY_ID_SCALE, digit); /* last, and required: a file cut short lacks it */
    return writer.length;
}
