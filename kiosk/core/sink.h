/* SPDX-License-Identifier: MIT */
/* Text written into memory that the caller gives, for pages that leave the machine. Where the
 * memory is full, no more bytes are written, but length goes on counting. So a caller always sees
 * when something is missing. */
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

/* Returns whether all that was written is there. */
bool sink_is_whole(const struct sink *sink);

/* Writes these bytes, or a text up to its NUL, as they are. */
void sink_bytes(struct sink *sink, const char *bytes, size_t length);
void sink_text(struct sink *sink, const char *text);
/* Writes the bytes as text of HTML or of an attribute in double quotes: & < > " and ' are written
 * as references, controls as blanks. */
void sink_escaped(struct sink *sink, const char *bytes, size_t length);
/* Writes decimal digits, with a minus sign below zero. */
void sink_number(struct sink *sink, int64_t number);
/* Writes hundredths / 100 with at most two decimals and a point, never an exponent. */
void sink_hundredths(struct sink *sink, int64_t hundredths);

#endif
