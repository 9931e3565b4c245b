/* SPDX-License-Identifier: MIT */
/* One pass over the lines, into a draft. Each line is checked twice: first for its spelling, of
 * which one problem is told; then for its meaning. A line with a problem of spelling still takes
 * part in the meaning, and tells no second problem, so that one slip does not cause others. */
#include "core/pack.h"

#include "core/pack_reader.h"
#include "core/utf8.h"

#include <stdio.h>
#include <string.h>

/* Tells a problem of spelling in the line; no other problem of the line is told. */
static void blame_spelling(struct pack_reader *reader, const char *at, enum pack_problem problem,
                           uint32_t code)
{
    char value[12];
    if (problem == PACK_LINE_LONG) {
        snprintf(value, sizeof value, "%u", PACK_LINE_MAX);
    } else if (problem == PACK_UTF8) {
        snprintf(value, sizeof value, "0x%02X", code);
    } else {
        snprintf(value, sizeof value, "U+%04X", code);
    }
    pack_blame(reader, at, problem, span_of(value));
    reader->is_blamed = true;
}

/* The first problem of spelling in the line, if any. */
static void check_spelling(struct pack_reader *reader)
{
    struct span line = reader->line_text;
    const size_t judged = line.length < PACK_LINE_MAX ? line.length : PACK_LINE_MAX;
    size_t at = 0;
    while (!reader->is_blamed &&
           (at += utf8_plain_length(line.bytes + at, judged - at)) < line.length) {
        const char *place = line.bytes + at;
        uint32_t code = 0;
        size_t size = utf8_decode(place, line.length - at, &code);
        if (at + size > PACK_LINE_MAX) {
            blame_spelling(reader, place, PACK_LINE_LONG, 0);
        } else if (size == 0) {
            blame_spelling(reader, place, PACK_UTF8, (unsigned char)*place);
        } else if (code == '\r') {
            blame_spelling(reader, place, PACK_CARRIAGE_RETURN, code);
        } else if (code == '\t') {
            blame_spelling(reader, place, PACK_TAB, code);
        } else if (utf8_is_control(code)) {
            blame_spelling(reader, place, PACK_CONTROL, code);
        } else if (utf8_is_invisible(code) && !utf8_joins(code)) {
            blame_spelling(reader, place, PACK_INVISIBLE, code);
        }
        at += size;
    }
}

static void walk_lines(struct pack_reader *reader, const char *bytes, size_t length)
{
    struct text_lines lines = lines_of(bytes, length);
    struct span *line = &reader->line_text;
    while (lines_next(&lines, line)) {
        reader->line = lines.number;
        reader->is_blamed = false;
        check_spelling(reader);
        if (lines.is_cut) {
            pack_blame(reader, line->bytes + line->length, PACK_FILE_CUT, span_of(""));
            reader->is_blamed = true;
        }
        /* In a file with CR LF ends each line has this problem; the words of the line are still
         * checked. */
        if (line->length > 0 && line->bytes[line->length - 1] == '\r') {
            line->length--;
        }
        pack_read_line(reader);
    }
    pack_end_section(reader);
}

/* Tells the problems that only the whole file shows. */
static void check_whole(struct pack_reader *reader)
{
    static const struct {
        enum pack_kind kind;
        enum pack_problem problem;
    } needs[] = {
        {PACK_KIND_QUESTION, PACK_THEME_UNUSED},
        {PACK_KIND_PRACTICE, PACK_THEME_NO_PRACTICE},
        {PACK_KIND_PROMPT, PACK_THEME_NO_PROMPT},
    };
    const struct pack *draft = &reader->draft;
    if (!reader->has_header) {
        pack_report(reader, 1, 1, PACK_FILE_EMPTY, span_of(""));
        return;
    }
    for (uint32_t theme = 0; theme < draft->theme_count; theme++) {
        for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
            if (!(reader->themes_used[needs[i].kind] >> theme & 1)) {
                pack_report(reader, reader->theme_line[theme], 1, needs[i].problem,
                            span_of(draft->theme[theme].id));
            }
        }
    }
    if (draft->question_count < PACK_QUESTION_MIN) {
        pack_report_limit(reader, reader->line, 1, PACK_QUESTION_FEW, PACK_QUESTION_MIN);
    }
}

/* A missing key is known only when its section ends, but is told at the heading. This puts the
 * problems into the order of the file again. */
static void sort_errors(struct pack_errors *errors)
{
    uint32_t count = errors->count < PACK_ERROR_MAX ? errors->count : PACK_ERROR_MAX;
    for (uint32_t i = 1; i < count; i++) {
        struct pack_error error = errors->item[i];
        uint32_t at = i;
        while (at > 0 && (errors->item[at - 1].line > error.line ||
                          (errors->item[at - 1].line == error.line &&
                           errors->item[at - 1].column > error.column))) {
            errors->item[at] = errors->item[at - 1];
            at--;
        }
        errors->item[at] = error;
    }
}

enum status pack_parse(const char *bytes, size_t length, struct pack *pack,
                       struct pack_errors *errors)
{
    static const char byte_order_mark[] = {'\xEF', '\xBB', '\xBF'};
    struct pack_reader reader = {.errors = errors, .kind = PACK_KIND_NONE};
    *errors = (struct pack_errors){0};
    if (length > PACK_BYTES_MAX) {
        pack_report_limit(&reader, 1, 1, PACK_FILE_LONG, PACK_BYTES_MAX);
        return STATUS_LIMIT;
    }
    if (length >= sizeof byte_order_mark &&
        memcmp(bytes, byte_order_mark, sizeof byte_order_mark) == 0) {
        pack_report(&reader, 1, 1, PACK_BYTE_ORDER_MARK, span_of(""));
        bytes += sizeof byte_order_mark;
        length -= sizeof byte_order_mark;
    }
    walk_lines(&reader, bytes, length);
    check_whole(&reader);
    if (errors->count > 0) {
        sort_errors(errors);
        return STATUS_INVALID;
    }
    *pack = reader.draft;
    return STATUS_OK;
}

struct output {
    char *bytes;
    size_t size;
    size_t length;
};

/* Writes one line. A text cannot hold LF itself, so no two packs give the same bytes. */
static void put_line(struct output *out, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i <= length; i++) {
        if (out->length < out->size) {
            out->bytes[out->length] = i < length ? text[i] : '\n';
        }
        out->length++;
    }
}

size_t pack_series_text(const struct pack *pack, uint32_t question_off, const char *period,
                        char *out, size_t size)
{
    struct output output = {.bytes = out, .size = size};
    put_line(&output, period);
    for (uint32_t i = 0; i < pack->question_count; i++) {
        if (!(question_off >> i & 1)) {
            put_line(&output, pack->question[i].id);
            put_line(&output, pack->question[i].statement);
            put_line(&output, pack->question[i].guidance);
        }
    }
    return output.length;
}

int pack_question_index(const struct pack *pack, const char *id)
{
    for (uint32_t i = 0; i < pack->question_count; i++) {
        if (strcmp(pack->question[i].id, id) == 0) {
            return (int)i;
        }
    }
    return -1;
}
