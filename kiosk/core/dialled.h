/* SPDX-License-Identifier: MIT */
/* Numbers that people dial, inside words that run from right to left. */
#ifndef CORE_DIALLED_H
#define CORE_DIALLED_H

#include <stddef.h>

/* Enough bytes for any text of so many bytes, with its NUL: a mark has three bytes, and no byte of
 * the text needs more than two marks. */
#define DIALLED_BYTES(text_bytes) (7 * (text_bytes))

/* Copies text with a left-to-right mark (U+200E) around each part of a number such as
 * "+1 555-0100". Without them the bidirectional algorithm (UAX 9) sets its groups the other way
 * round, because blanks and hyphens take the direction of the words around. A text without letters
 * that run from right to left is copied as it is. Returns the length. */
size_t dialled_copy(const char *text, char *out, size_t size);

#endif
