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

struct span span_of(const char *string);
bool span_is(struct span span, const char *string);
/* Takes string off the front. False: something else stands there, and span is as it was. */
bool span_take(struct span *span, const char *string);
/* Takes everything before the first mark off the front, and the mark too; without a mark, all. */
struct span span_take_until(struct span *span, char mark);
/* Without the blanks and tabs at both ends. */
struct span span_trim(struct span span);
/* The digits of base 10 or 16 (small letters), at least one, and nothing else: false when it is not
 * that or above max. Zeros may stand in front. */
bool span_number(struct span span, uint32_t base, uint64_t max, uint64_t *out);
/* Into out, which is longer, with zeros behind it up to size. */
void span_copy(struct span span, char *out, size_t size);

/* The lines of a file, one after the other. */
struct text_lines {
    struct span rest;
    uint32_t number; /* of the newest, from 1; 0: none yet */
    bool is_cut;     /* the newest has no LF: the end of the file is missing */
};

struct text_lines lines_of(const char *bytes, size_t length);
/* The next line without its LF; false behind the last. */
bool lines_next(struct text_lines *lines, struct span *line);

/* The first line of a file of ours, "NAME 1". NEWER: its version is above ours. INVALID: it is no
 * such line. */
MUST_USE enum status span_header(struct span line, const char *name, uint32_t version);

/* "key = value": one blank on each side of the sign, none at the end, neither of them empty.
 * False: it is no such line, and key is what stands before the sign, empty without a sign. */
bool span_pair(struct span line, struct span *key, struct span *value);

#endif
