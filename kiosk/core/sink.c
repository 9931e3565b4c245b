/* SPDX-License-Identifier: MIT */
#include "core/sink.h"

#include "core/catalog.h"

#include <string.h>

bool sink_is_whole(const struct sink *sink)
{
    return sink->bytes != NULL && sink->length <= sink->size;
}

void sink_bytes(struct sink *sink, const char *bytes, size_t length)
{
    if (sink->bytes != NULL && sink->length < sink->size) {
        size_t room = sink->size - sink->length;
        memcpy(sink->bytes + sink->length, bytes, length < room ? length : room);
    }
    sink->length += length;
}

void sink_text(struct sink *sink, const char *text)
{
    sink_bytes(sink, text, strlen(text));
}

/* NULL: the character stands for itself. */
static const char *reference_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return (unsigned char)c < ' ' || c == 0x7f ? " " : NULL;
    }
}

void sink_escaped(struct sink *sink, const char *bytes, size_t length)
{
    size_t from = 0;
    for (size_t i = 0; i < length; i++) {
        const char *reference = reference_of(bytes[i]);
        if (reference != NULL) {
            sink_bytes(sink, bytes + from, i - from);
            sink_text(sink, reference);
            from = i + 1;
        }
    }
    sink_bytes(sink, bytes + from, length - from);
}

void sink_number(struct sink *sink, int64_t number)
{
    char digits[24];
    sink_text(sink, text_number(digits, number));
}

void sink_hundredths(struct sink *sink, int64_t hundredths)
{
    if (hundredths < 0) {
        sink_text(sink, "-");
        hundredths = -hundredths;
    }
    sink_number(sink, hundredths / 100);
    int64_t rest = hundredths % 100;
    if (rest > 0) {
        char decimals[] = {'.', (char)('0' + rest / 10), (char)('0' + rest % 10)};
        sink_bytes(sink, decimals, rest % 10 == 0 ? 2 : 3);
    }
}
