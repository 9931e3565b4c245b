/* SPDX-License-Identifier: MIT */
/* Text written into memory that is given, for pages that leave: nothing is ever cut in the middle
 * unseen, since the length goes on counting when the room has run out. */
#ifndef CORE_SINK_H
#define CORE_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sink {
    char *bytes; /* NULL: only count */
    size_t size;
    size_t length; /* of all that was written, also beyond size */
};

/* True when all that was written is there. */
bool sink_is_whole(const struct sink *sink);

void sink_bytes(struct sink *sink, const char *bytes, size_t length);
void sink_text(struct sink *sink, const char *text);
/* As text of HTML or of an attribute in double quotes: & < > " and ' are written as references,
 * controls as blanks. */
void sink_escaped(struct sink *sink, const char *bytes, size_t length);
void sink_number(struct sink *sink, int64_t number);
/* hundredths / 100 with at most two decimals and a point, never an exponent. */
void sink_hundredths(struct sink *sink, int64_t hundredths);

#endif
