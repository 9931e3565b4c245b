/* SPDX-License-Identifier: MIT */
/* Pieces of text in memory, and what the strict readers of our text files share: lines that end in
 * LF, words with one blank between them, numbers of digits alone, "key = value", and a first line
 * that names the file and its version. A piece is not ended by a NUL; nothing is copied. */
#ifndef CORE_SPAN_H
#define CORE_SPAN_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

struct span {
    const char *bytes;
    size_t length;
};

/* The piece that is the whole string, without its NUL. */
struct span span_of(const char *string);
/* Returns whether the piece is this string, byte for byte. */
bool span_is(struct span span, const char *string);
/* Takes string off the front. Returns false, and leaves span as it was, when something else stands
 * there. */
bool span_take(struct span *span, const char *string);
/* Takes off and returns everything before the first mark, and drops the mark. Without a mark it
 * takes everything. */
struct span span_take_until(struct span *span, char mark);
/* Returns the piece without the blanks and tabs at both ends. */
struct span span_trim(struct span span);
/* Reads a number in base 10 or 16 (small letters); zeros may stand in front. Returns false for
 * anything but digits, for no digit, and for a number above max. */
bool span_number(struct span span, uint32_t base, uint64_t max, uint64_t *out);
/* Copies the piece into out, which is longer, and fills the rest up to size with zeros. */
void span_copy(struct span span, char *out, size_t size);

/* Goes through the lines of a file. */
struct text_lines {
    struct span rest;
    uint32_t number; /* of the newest, from 1; 0: none yet */
    bool is_cut;     /* the newest has no LF: the end of the file is missing */
};

/* Begins before the first line of these bytes. */
struct text_lines lines_of(const char *bytes, size_t length);
/* Gives the next line without its LF. Returns false behind the last line. */
bool lines_next(struct text_lines *lines, struct span *line);

/* Checks the first line of a file of ours, "NAME 1". NEWER for a version above ours, INVALID for
 * any other line. */
MUST_USE enum status span_header(struct span line, const char *name, uint32_t version);

/* Splits "key = value": one blank on each side of the sign, none at the end, neither part empty.
 * Returns false for any other line; key is then what stands before the sign, and empty without a
 * sign. */
bool span_pair(struct span line, struct span *key, struct span *value);

#endif
