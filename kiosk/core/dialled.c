/* SPDX-License-Identifier: MIT */
#include "core/dialled.h"

#include "core/sink.h"
#include "core/utf8.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static const char MARK[] = "\u200e";

static bool is_digit(uint32_t code)
{
    return utf8_digit(code) >= 0;
}

/* Returns whether the character may stand between, before or behind the digits of a number. */
static bool is_sign(uint32_t code)
{
    return code != 0 && code < 0x80 && strchr(" +-()/.#*", (int)code) != NULL;
}

/* Returns the length of the number that begins at text, from its first sign or digit to its last
 * digit, or to a bracket or sign that touches that digit; 0: no number begins here. */
static size_t number_length(const char *text, size_t length)
{
    size_t at = 0, end = 0;
    while (at < length) {
        uint32_t code = 0;
        size_t size = utf8_decode(text + at, length - at, &code);
        bool closes = end == at && at > 0 && (code == ')' || code == '#' || code == '*');
        if (size == 0 || (!is_digit(code) && !is_sign(code)) || (at == 0 && code == ' ')) {
            break;
        }
        at += size;
        end = is_digit(code) || closes ? at : end;
    }
    return end;
}

/* Copies a number, with a mark wherever digits and signs meet, so that each sign stands between two
 * marks. */
static void put_number(struct sink *out, const char *text, size_t length)
{
    bool digits = false;
    sink_text(out, MARK);
    for (size_t at = 0; at < length;) {
        size_t start = at;
        bool is_one = is_digit(utf8_next(text, length, &at));
        if (start > 0 && is_one != digits) {
            sink_text(out, MARK);
        }
        digits = is_one;
        sink_bytes(out, text + start, at - start);
    }
    sink_text(out, MARK);
}

static bool has_rtl(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        if (utf8_is_rtl(utf8_next(text, length, &at))) {
            return true;
        }
    }
    return false;
}

size_t dialled_copy(const char *text, char *out, size_t size)
{
    struct sink sink = {out, size - 1, 0};
    size_t length = strlen(text);
    bool marks = has_rtl(text, length);
    for (size_t at = 0; at < length;) {
        size_t number = marks ? number_length(text + at, length - at) : 0;
        if (number > 0) {
            put_number(&sink, text + at, number);
            at += number;
            continue;
        }
        size_t start = at;
        (void)utf8_next(text, length, &at);
        sink_bytes(&sink, text + start, at - start);
    }
    assert(sink_is_whole(&sink));
    out[sink.length] = '\0';
    return sink.length;
}
