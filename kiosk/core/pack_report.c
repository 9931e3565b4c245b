/* SPDX-License-Identifier: MIT */
#include "core/pack_reader.h"
#include "core/utf8.h"

#include <stdio.h>
#include <string.h>

/* Copies a value, cleaned and cut, so that no message can carry a control character to a terminal.
 */
static void quote(char out[PACK_QUOTE_BYTES], struct span value)
{
    size_t length = 0;
    size_t at = 0;
    while (at < value.length) {
        uint32_t code = 0;
        size_t size = utf8_decode(value.bytes + at, value.length - at, &code);
        bool is_shown = size > 0 && !utf8_is_control(code);
        size_t width = is_shown ? size : 1;
        if (length + width >= PACK_QUOTE_BYTES) {
            break;
        }
        if (is_shown) {
            memcpy(out + length, value.bytes + at, size);
        } else {
            out[length] = '?';
        }
        length += width;
        at += size > 0 ? size : 1;
    }
    out[length] = '\0';
}

void pack_report(struct pack_reader *reader, uint32_t line, uint32_t column,
                 enum pack_problem problem, struct span value)
{
    struct pack_errors *errors = reader->errors;
    if (errors->count < PACK_ERROR_MAX) {
        struct pack_error *error = &errors->item[errors->count];
        error->line = line;
        error->column = column;
        error->problem = problem;
        quote(error->value, value);
    }
    errors->count++;
}

void pack_report_limit(struct pack_reader *reader, uint32_t line, uint32_t column,
                       enum pack_problem problem, uint32_t limit)
{
    char digits[12];
    snprintf(digits, sizeof digits, "%u", limit);
    pack_report(reader, line, column, problem, span_of(digits));
}

/* Returns the column of `at` in characters, from 1. It works on damaged bytes too. */
static uint32_t column_of(const struct pack_reader *reader, const char *at)
{
    uint32_t column = 1;
    const char *end = reader->line_text.bytes + reader->line_text.length;
    const char *byte = reader->line_text.bytes;
    while (byte < at) {
        uint32_t code;
        size_t size = utf8_decode(byte, (size_t)(end - byte), &code);
        byte += size > 0 ? size : 1;
        column++;
    }
    return column;
}

void pack_blame(struct pack_reader *reader, const char *at, enum pack_problem problem,
                struct span value)
{
    if (!reader->is_blamed) {
        pack_report(reader, reader->line, column_of(reader, at), problem, value);
    }
}

void pack_blame_limit(struct pack_reader *reader, const char *at, enum pack_problem problem,
                      uint32_t limit)
{
    if (!reader->is_blamed) {
        pack_report_limit(reader, reader->line, column_of(reader, at), problem, limit);
    }
}
