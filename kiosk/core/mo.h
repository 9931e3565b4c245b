/* SPDX-License-Identifier: MIT */
/* A compiled gettext file (.mo): a header, a table of keys, a table of texts, an optional hash
 * table, and the strings. It is read from bytes in memory and checked whole before use. This module
 * knows no message id and no language. */
#ifndef CORE_MO_H
#define CORE_MO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MO_BYTES_MAX = 1 << 20, MO_STRING_MAX = 2048 };

struct mo {
    const char *bytes; /* the file; the strings stay in it */
    size_t length;
    bool swapped;                /* numbers have the other order of bytes than this machine's */
    uint32_t count, keys, texts; /* strings of each table; where the tables are */
};

/* A key or a text. A NUL follows it, and one stands between two forms of a plural. */
struct mo_string {
    const char *bytes;
    size_t length;
};

/* Validates every offset, length, terminator and the UTF-8 of every string: tables, keys and texts
 * follow each other as msgfmt writes them, none overlaps, and keys are sorted. Either byte order is
 * read. Returns NULL, or the first problem in English, with *mo untouched. */
const char *mo_open(struct mo *mo, const char *bytes, size_t length);

/* Return the key or the text of an index below count. */
struct mo_string mo_key(const struct mo *mo, uint32_t index);
struct mo_string mo_text(const struct mo *mo, uint32_t index);
/* Returns how many forms a key or a text has, at least one. */
uint32_t mo_part_count(struct mo_string string);

/* Returns the index of the key whose first form this is, or count. */
uint32_t mo_find(const struct mo *mo, const char *key);

#endif
