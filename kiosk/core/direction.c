/* SPDX-License-Identifier: MIT */
#include "core/direction.h"

#include "core/sink.h"
#include "core/utf8.h"

#include <assert.h>
#include <string.h>

enum {
    ARABIC_MARK = 0x061C,
    LTR_MARK = 0x200E,
    RTL_MARK = 0x200F,
    FIRST_EMBEDDING = 0x202A,
    LAST_EMBEDDING = 0x202E,
    FIRST_ISOLATE = 0x2066, /* LRI, RLI, FSI */
    LAST_ISOLATE = 0x2068,
    END_OF_ISOLATE = 0x2069,
};

#define ISOLATE_LTR "\u2066"
#define ISOLATE_RTL "\u2067"
#define ISOLATE_END "\u2069"

static bool opens_isolate(uint32_t code)
{
    return code >= FIRST_ISOLATE && code <= LAST_ISOLATE;
}

bool direction_is_mark(uint32_t code)
{
    return code == ARABIC_MARK || code == LTR_MARK || code == RTL_MARK ||
           (code >= FIRST_EMBEDDING && code <= LAST_EMBEDDING) || opens_isolate(code) ||
           code == END_OF_ISOLATE;
}

static bool runs_rtl(uint32_t code)
{
    return code == RTL_MARK || code == ARABIC_MARK || utf8_is_rtl(code);
}

/* A letter that runs from left to right. The ranges are those of whole blocks of letters: signs,
 * punctuation, combining marks, arrows, shapes and pictures are in none of them. */
static bool runs_ltr(uint32_t code)
{
    static const struct utf8_range LETTERS[] = {
        {'A', 'Z'},         {'a', 'z'},         {0xC0, 0xD6},     {0xD8, 0xF6},
        {0xF8, 0x2B8},      {0x370, 0x58F},     {0x900, 0x1FFF},  {0x2C00, 0x2DFF},
        {0x3005, 0x3007},   {0x3021, 0xA48F},   {0xA4D0, 0xD7FB}, {0xF900, 0xFB1C},
        {0xFF21, 0xFF3A},   {0xFF41, 0xFF5A},   {0xFF66, 0xFFDC}, {0x10000, 0x107FF},
        {0x11000, 0x1CFFF}, {0x20000, 0x3FFFF},
    };
    return utf8_is_in(LETTERS, sizeof(LETTERS) / sizeof(LETTERS[0]), code);
}

bool direction_is_rtl(const char *text, size_t bytes, bool usual)
{
    uint32_t depth = 0;
    bool turns = false; /* a letter in an isolate runs from right to left */
    for (size_t at = 0; at < bytes;) {
        uint32_t code = utf8_next(text, bytes, &at);
        if (opens_isolate(code)) {
            depth++;
        } else if (code == END_OF_ISOLATE) {
            depth -= depth > 0 ? 1 : 0;
        } else if (depth > 0) {
            turns = turns || runs_rtl(code);
        } else if (runs_rtl(code)) {
            return true;
        } else if (runs_ltr(code)) {
            return false;
        }
    }
    return turns && usual;
}

bool direction_turns(const char *text, size_t bytes)
{
    for (size_t at = 0; at < bytes;) {
        uint32_t code = utf8_next(text, bytes, &at);
        if (runs_rtl(code) || direction_is_mark(code)) {
            return true;
        }
    }
    return false;
}

/* Bytes before the next two that a mark may begin with. */
static size_t plain_length(const char *text, size_t bytes)
{
    enum { ARABIC_LETTERS = 0xD8, ARABIC_MARK_LAST = 0x9C, PUNCTUATION = 0xE2 };
    const char *found = memchr(text, PUNCTUATION, bytes);
    const size_t length = found != NULL ? (size_t)(found - text) : bytes;
    const char *mark = memchr(text, ARABIC_MARK_LAST, length);
    while (mark != NULL && (mark == text || (uint8_t)mark[-1] != ARABIC_LETTERS)) {
        mark = memchr(mark + 1, ARABIC_MARK_LAST, (size_t)(text + length - mark) - 1);
    }
    return mark != NULL ? (size_t)(mark - text) - 1 : length;
}

size_t direction_isolate(const char *value, bool usual, char *out, size_t size)
{
    struct sink sink = {out, size - 1, 0};
    size_t length = strlen(value);
    uint32_t depth = 0;
    sink_text(&sink, direction_is_rtl(value, length, usual) ? ISOLATE_RTL : ISOLATE_LTR);
    for (size_t at = 0; at < length;) {
        const size_t plain = plain_length(value + at, length - at);
        sink_bytes(&sink, value + at, plain);
        at += plain;
        if (at == length) {
            break;
        }
        size_t start = at;
        uint32_t code = utf8_next(value, length, &at);
        bool beyond = code == END_OF_ISOLATE && depth == 0;
        if (beyond || (code >= FIRST_EMBEDDING && code <= LAST_EMBEDDING)) {
            continue;
        }
        depth += opens_isolate(code) ? 1 : 0;
        depth -= code == END_OF_ISOLATE ? 1 : 0;
        sink_bytes(&sink, value + start, at - start);
    }
    for (; depth > 0; depth--) {
        sink_text(&sink, ISOLATE_END);
    }
    sink_text(&sink, ISOLATE_END);
    assert(sink_is_whole(&sink));
    out[sink.length] = '\0';
    return sink.length;
}

size_t direction_strip(const char *text, size_t bytes, char *out)
{
    size_t length = 0;
    for (size_t at = 0; at < bytes;) {
        size_t start = at;
        at += plain_length(text + at, bytes - at);
        size_t kept = at;
        if (at < bytes && !direction_is_mark(utf8_next(text, bytes, &at))) {
            kept = at;
        }
        memmove(out + length, text + start, kept - start);
        length += kept - start;
    }
    return length;
}

/* The message has this {name}. */
static bool has_name(const char *message, const char *name)
{
    const size_t length = strlen(name);
    const char *at = strchr(message, '{');
    while (at != NULL && (strncmp(at + 1, name, length) != 0 || at[1 + length] != '}')) {
        at = strchr(at + 1, '{');
    }
    return at != NULL;
}

size_t direction_format(char *out, size_t size, const char *message, const struct text_arg *args,
                        size_t count, bool rtl)
{
    enum { APART_BYTES = 4096 /* the values of one text, each between marks */ };
    assert(count <= DIRECTION_ARGS_MAX);
    struct text_arg apart[DIRECTION_ARGS_MAX];
    NOT_ZEROED char marked[APART_BYTES];
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        const char *value = args[i].value;
        apart[i] = args[i];
        if (has_name(message, args[i].name) && (rtl || direction_turns(value, strlen(value)))) {
            apart[i].value = marked + used;
            used += direction_isolate(value, rtl, marked + used, sizeof(marked) - used) + 1;
        }
    }
    return text_format(out, size, message, apart, count);
}
