/* SPDX-License-Identifier: MIT */
/* The direction of text, as the Unicode Bidirectional Algorithm (UAX 9) has it: which way a
 * paragraph runs, and marks that keep a name or a number from turning the words around it. */
#ifndef CORE_DIRECTION_H
#define CORE_DIRECTION_H

#include "core/catalog.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Returns whether a character is a mark of direction (U+061C, U+200E, U+200F, U+202A to U+202E,
 * U+2066 to U+2069). Such a mark has no shape and no sound. */
bool direction_is_mark(uint32_t code);

/* Returns whether the text holds a mark, or a letter that runs from right to left. Such a text may
 * turn the words around it. */
bool direction_turns(const char *text, size_t bytes);

/* Returns whether the paragraph text[0..bytes) runs from right to left. The first letter outside
 * marks of isolation decides (rules P2 and P3). A right-to-left mark (U+200F) counts as a letter; a
 * left-to-right mark does not, since dialled_copy sets it around numbers. Without such a letter the
 * result is usual, the direction of the words around, if the text holds any letter that runs from
 * right to left. Else it is false, so that "-3" and "12/20" look the same everywhere. */
bool direction_is_rtl(const char *text, size_t bytes, bool usual);

/* The most bytes of value[0..bytes) between marks of isolation, with the NUL. */
#define DIRECTION_ISOLATED_BYTES(bytes) (3 * (bytes) + 7)

/* Copies a value between marks (U+2066 or U+2067, and U+2069). They give it the direction that
 * direction_is_rtl finds, and the value turns nothing around it. So a value made of isolated values
 * alone, such as a month and its year, has the usual direction. Marks in the value that would reach
 * beyond it are left out. out has room for DIRECTION_ISOLATED_BYTES of the value's length. Returns
 * the length. */
size_t direction_isolate(const char *value, bool usual, char *out, size_t size);

/* text_format for a text that people see: a value that could turn the words around it stands apart,
 * whatever the catalogue says. rtl: the usual direction; where words run from left to right,
 * letters that do so too need no marks. */
enum { DIRECTION_ARGS_MAX = 9 };
size_t direction_format(char *out, size_t size, const char *message, const struct text_arg *args,
                        size_t count, bool rtl);

/* Copies text[0..bytes) without its marks of direction; out may be text. Returns the length; no NUL
 * is written. */
size_t direction_strip(const char *text, size_t bytes, char *out);

#endif
