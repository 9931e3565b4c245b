/* SPDX-License-Identifier: MIT */
/* The settings file, by the rows of settings.c. */
#include "core/catalog.h"
#include "core/pin_hash.h"
#include "core/settings_row.h"
#include "core/sink.h"
#include "core/span.h"
#include "core/utf8.h"

#include <assert.h>
#include <string.h>

static const char HEADER[] = "settings";
enum { SETTINGS_VERSION = 1 };

struct reader {
    struct text_lines lines;
    struct span line;
    const struct pack *pack;
    struct settings *out;
    struct error *error;
    uint64_t seen; /* a bit for each row */
};

/* The text of an error is the key of the catalogue's message. */
static enum status fail(struct reader *reader, enum status status, size_t column,
                        enum message_id message)
{
    const char *key = message_id_name(message);
    struct error *error = reader->error;
    /* A problem of the whole file is told at its first line. */
    *error = (struct error){.status = status,
                            .line = reader->lines.number > 0 ? reader->lines.number : 1,
                            .column = (uint32_t)column + 1};
    span_copy(span_of(key), error->text, sizeof(error->text));
    return status;
}

/* Tells that a value breaks its row's rule, at a byte of the line. */
static enum status refuse(struct reader *reader, const struct setting *row, const char *at)
{
    return fail(reader, STATUS_INVALID, (size_t)(at - reader->line.bytes), row->problem);
}

static enum status read_scale(struct reader *reader, const struct setting *row, struct span value,
                              uint8_t *out)
{
    uint64_t scale = 0;
    if (value.length != 1 || !span_number(value, 10, row->max, &scale)) {
        return refuse(reader, row, value.bytes);
    }
    *out = (uint8_t)scale;
    return STATUS_OK;
}

static enum status read_word(struct reader *reader, const struct setting *row, struct span value,
                             uint8_t *out)
{
    for (uint8_t i = 0; i <= row->max; i++) {
        if (span_is(value, row->words[i])) {
            *out = i;
            return STATUS_OK;
        }
    }
    return refuse(reader, row, value.bytes);
}

static int find_question(const struct pack *pack, struct span word)
{
    char id[PACK_ID_BYTES];
    if (word.length == 0 || word.length >= sizeof(id)) {
        return -1;
    }
    span_copy(word, id, sizeof(id));
    return pack_question_index(pack, id);
}

/* Reads ids of questions with one blank between; enough questions must stay on. */
static enum status read_questions(struct reader *reader, const struct setting *row,
                                  struct span value, uint8_t *out)
{
    struct settings_choice choice = {.question_off = 0};
    struct span rest = value;
    while (rest.length > 0) {
        struct span word = span_take_until(&rest, ' ');
        int index = find_question(reader->pack, word);
        if (index < 0 || (choice.question_off & 1u << index) != 0) {
            return refuse(reader, row, word.bytes);
        }
        choice.question_off |= (uint8_t)(1u << index);
    }
    if (!settings_fit_pack(&choice, reader->pack)) {
        return fail(reader, STATUS_INVALID, (size_t)(value.bytes - reader->line.bytes),
                    MSG_CLI_SETTINGS_FEW);
    }
    *out = choice.question_off;
    return STATUS_OK;
}

/* Words of the row with one blank between them, each once. */
static enum status read_set(struct reader *reader, const struct setting *row, struct span value,
                            uint8_t *out)
{
    uint8_t set = 0;
    while (value.length > 0) {
        struct span word = span_take_until(&value, ' ');
        uint32_t bit = 0;
        while ((row->max >> bit & 1) != 0 && !span_is(word, row->words[bit])) {
            bit++;
        }
        if ((row->max >> bit & 1) == 0 || (set >> bit & 1) != 0) {
            return refuse(reader, row, word.bytes);
        }
        set |= (uint8_t)(1u << bit);
    }
    *out = set;
    return STATUS_OK;
}

static enum status read_value(struct reader *reader, const struct setting *row, struct span value)
{
    char *out = (char *)reader->out + row->offset;
    uint8_t *number = (uint8_t *)out;
    enum status status = STATUS_OK;
    switch (row->kind) {
    case SETTING_HASH:
    case SETTING_LINE:
        if (value.length >= row->bytes) {
            size_t column = (size_t)(value.bytes - reader->line.bytes);
            bool is_line = row->kind == SETTING_LINE;
            return is_line ? fail(reader, STATUS_LIMIT, column + row->bytes - 1, row->problem)
                           : fail(reader, STATUS_INVALID, column, row->problem);
        }
        span_copy(value, out, row->bytes);
        break;
    case SETTING_SCALE:
        status = read_scale(reader, row, value, number);
        break;
    case SETTING_WORD:
        status = read_word(reader, row, value, number);
        break;
    case SETTING_QUESTIONS:
        status = read_questions(reader, row, value, number);
        break;
    case SETTING_SET:
        status = read_set(reader, row, value, number);
        break;
    }
    return status == STATUS_OK && !setting_is_valid(row, out) ? refuse(reader, row, value.bytes)
                                                              : status;
}

static enum status read_line(struct reader *reader)
{
    struct span key, value;
    if (!span_pair(reader->line, &key, &value)) {
        return fail(reader, STATUS_INVALID, key.length, MSG_CLI_SETTINGS_SYNTAX);
    }
    const struct setting *row;
    for (uint32_t i = 0; (row = settings_row(i)) != NULL; i++) {
        if (!span_is(key, row->key)) {
            continue;
        }
        if ((reader->seen >> i & 1) != 0) {
            return fail(reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_TWICE);
        }
        reader->seen |= UINT64_C(1) << i;
        return read_value(reader, row, value);
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

static bool has_required(const struct reader *reader)
{
    const struct setting *row;
    for (uint32_t i = 0; (row = settings_row(i)) != NULL; i++) {
        if (row->is_required && (reader->seen >> i & 1) == 0) {
            return false;
        }
    }
    return true;
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
        if (reader.lines.is_cut) { /* the line of the PIN may have been cut off */
            return fail(&reader, STATUS_INVALID, reader.line.length, MSG_CLI_SETTINGS_CUT);
        }
    }
    if (reader.lines.number == 0) {
        return fail(&reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_HEADER);
    }
    if (!has_required(&reader)) {
        return fail(&reader, STATUS_INVALID, 0, MSG_CLI_SETTINGS_CUT);
    }
    *out = settings;
    return STATUS_OK;
}

bool settings_find_pin(const char *bytes, size_t length, char out[SETTINGS_PIN_HASH_BYTES])
{
    struct text_lines lines = lines_of(bytes, length);
    struct span line, key, value, found = {NULL, 0};
    const struct setting *row = settings_row(0);
    while (row->kind != SETTING_HASH) {
        row++;
    }
    while (lines_next(&lines, &line)) {
        if (lines.is_cut || !span_pair(line, &key, &value) || !span_is(key, row->key)) {
            continue;
        }
        if (found.bytes != NULL || value.length >= row->bytes || !pin_hash_is_valid(value)) {
            return false;
        }
        found = value;
    }
    if (found.bytes == NULL) {
        return false;
    }
    span_copy(found, out, SETTINGS_PIN_HASH_BYTES);
    return true;
}

size_t settings_cut_pin(char *bytes, size_t length)
{
    struct text_lines lines = lines_of(bytes, length);
    struct span line;
    size_t kept = 0;
    while (lines_next(&lines, &line)) {
        struct span rest = line;
        size_t whole = line.length + !lines.is_cut;
        bool is_pin = false;
        const struct setting *row;
        for (uint32_t i = 0; (row = settings_row(i)) != NULL && !is_pin; i++) {
            is_pin = row->kind == SETTING_HASH && span_take(&rest, row->key) && rest.length > 0 &&
                     (rest.bytes[0] == ' ' || rest.bytes[0] == '=');
        }
        if (!is_pin) {
            memmove(bytes + kept, line.bytes, whole);
            kept += whole;
        }
    }
    explicit_bzero(bytes + kept, length - kept);
    return kept;
}

static void write_questions(struct sink *sink, uint32_t off, const struct pack *pack)
{
    bool is_first = true;
    for (uint32_t i = 0; i < pack->question_count; i++) {
        if ((off & 1u << i) != 0) {
            sink_text(sink, is_first ? "" : " ");
            sink_text(sink, pack->question[i].id);
            is_first = false;
        }
    }
}

static void write_set(struct sink *sink, const struct setting *row, uint32_t set)
{
    bool is_first = true;
    for (uint32_t i = 0; set >> i != 0; i++) {
        if ((set >> i & 1) != 0) {
            sink_text(sink, is_first ? "" : " ");
            sink_text(sink, row->words[i]);
            is_first = false;
        }
    }
}

static void write_value(struct sink *sink, const struct setting *row, const char *value,
                        const struct pack *pack)
{
    uint8_t number = *(const uint8_t *)value;
    switch (row->kind) {
    case SETTING_HASH:
    case SETTING_LINE:
        sink_text(sink, value);
        break;
    case SETTING_SCALE:
        sink_number(sink, number);
        break;
    case SETTING_WORD:
        sink_text(sink, row->words[number]);
        break;
    case SETTING_QUESTIONS:
        write_questions(sink, number, pack);
        break;
    case SETTING_SET:
        write_set(sink, row, number);
        break;
    }
}

/* Returns whether the row has a line: a text or a set that is empty has none. */
static bool has_line(const struct setting *row, const char *value)
{
    return row->kind == SETTING_SCALE || row->kind == SETTING_WORD || value[0] != '\0';
}

size_t settings_format(const struct settings *settings, const struct pack *pack, char *out,
                       size_t size)
{
    struct sink sink = {.bytes = out, .size = size};
    sink_text(&sink, HEADER);
    sink_text(&sink, " 1\n");
    const struct setting *row;
    for (uint32_t i = 0; (row = settings_row(i)) != NULL; i++) {
        const char *value = (const char *)settings + row->offset;
        if (has_line(row, value)) {
            sink_text(&sink, row->key);
            sink_text(&sink, " = ");
            write_value(&sink, row, value, pack);
            sink_text(&sink, "\n");
        }
    }
    assert(sink_is_whole(&sink));
    return sink.length;
}
