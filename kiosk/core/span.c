/* SPDX-License-Identifier: MIT */
#include "core/span.h"

#include <assert.h>
#include <string.h>

enum { VERSION_MAX = 99999 };

struct span span_of(const char *string)
{
    return (struct span){string, strlen(string)};
}

bool span_is(struct span span, const char *string)
{
    return span.length == strlen(string) && memcmp(span.bytes, string, span.length) == 0;
}

static void skip(struct span *span, size_t length)
{
    span->bytes += length;
    span->length -= length;
}

bool span_take(struct span *span, const char *string)
{
    size_t length = strlen(string);
    if (span->length < length || memcmp(span->bytes, string, length) != 0) {
        return false;
    }
    skip(span, length);
    return true;
}

struct span span_take_until(struct span *span, char mark)
{
    const char *found = span->length > 0 ? memchr(span->bytes, mark, span->length) : NULL;
    size_t length = found != NULL ? (size_t)(found - span->bytes) : span->length;
    struct span taken = {span->bytes, length};
    skip(span, found != NULL ? length + 1 : length);
    return taken;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

struct span span_trim(struct span span)
{
    while (span.length > 0 && is_blank(span.bytes[0])) {
        skip(&span, 1);
    }
    while (span.length > 0 && is_blank(span.bytes[span.length - 1])) {
        span.length--;
    }
    return span;
}

bool span_number(struct span span, uint32_t base, uint64_t max, uint64_t *out)
{
    static const char DIGITS[] = "0123456789abcdef";
    uint64_t value = 0;
    assert(base == 10 || base == 16);
    for (size_t i = 0; i < span.length; i++) {
        const char *digit = memchr(DIGITS, span.bytes[i], base);
        uint64_t n = digit != NULL ? (uint64_t)(digit - DIGITS) : 0;
        if (digit == NULL || n > max || value > (max - n) / base) {
            return false;
        }
        value = value * base + n;
    }
    if (span.length > 0) {
        *out = value;
    }
    return span.length > 0;
}

void span_copy(struct span span, char *out, size_t size)
{
    assert(span.length < size);
    memcpy(out, span.bytes, span.length);
    memset(out + span.length, 0, size - span.length);
}

struct text_lines lines_of(const char *bytes, size_t length)
{
    return (struct text_lines){.rest = {bytes, length}};
}

bool lines_next(struct text_lines *lines, struct span *line)
{
    if (lines->rest.length == 0) {
        return false;
    }
    size_t before = lines->rest.length;
    *line = span_take_until(&lines->rest, '\n');
    lines->is_cut = line->length == before;
    lines->number++;
    return true;
}

enum status span_header(struct span line, const char *name, uint32_t version)
{
    uint64_t number = 0;
    if (!span_take(&line, name) || !span_take(&line, " ") || line.length == 0 ||
        line.bytes[0] == '0' || !span_number(line, 10, VERSION_MAX, &number)) {
        return STATUS_INVALID;
    }
    return number > version ? STATUS_NEWER : STATUS_OK;
}

bool span_pair(struct span line, struct span *key, struct span *value)
{
    struct span rest = line;
    *key = span_take_until(&rest, '=');
    if (key->length == line.length) {
        key->length = 0;
        return false;
    }
    size_t at = key->length;
    if (at < 2 || key->bytes[at - 1] != ' ' || rest.length < 2 || rest.bytes[0] != ' ' ||
        rest.bytes[1] == ' ' || rest.bytes[rest.length - 1] == ' ') {
        return false;
    }
    key->length--;
    skip(&rest, 1);
    *value = rest;
    return true;
}
