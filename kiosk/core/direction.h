/* SPDX-License-Identifier: MIT */
/* The direction of text, as the Unicode Bidirectional Algorithm (UAX 9) has it: which way a
 * paragraph runs, and marks that keep a name or a number from turning the words around it. */
#ifndef CORE_DIRECTION_H
#define CORE_DIRECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A mark of direction (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069): it has no shape
 * and no sound. */
bool direction_is_mark(uint32_t code);

/* A letter that runs from right to left or a mark is in the text: it may turn what stands around.
 */
bool direction_turns(const char *text, size_t bytes);

/* The paragraph text[0..bytes) runs from right to left. Its first letter decides, what stands
 * between marks of isolation passed over (rules P2 and P3); a right-to-left mark (U+200F) counts as
 * a letter, a left-to-right mark as none, since dialled_copy sets that around numbers. Without such
 * a letter: usual, when anything in it is a letter that runs from right to left, else false, so
 * that "-3" and "12/20" are the same everywhere. usual: the direction of the words around. */
bool direction_is_rtl(const char *text, size_t bytes, bool usual);

/* The most bytes of value[0..bytes) between marks of isolation, with the NUL. */
#define DIRECTION_ISOLATED_BYTES(bytes) (3 * (bytes) + 7)

/* Copies a value between marks that give it the direction that direction_is_rtl finds (U+2066 or
 * U+2067, and U+2069) and keep it from turning what stands around it. A value that is made of
 * isolated values alone, a month and its year, so has the usual direction. Marks that would reach
 * beyond the value are left out of it. out: at least DIRECTION_ISOLATED_BYTES of the value's
 * length. Returns the length. */
size_t direction_isolate(const char *value, bool usual, char *out, size_t size);

/* Copies text[0..bytes) without its marks of direction; out may be text. Returns the length; no NUL
 * is written. */
size_t direction_strip(const char *text, size_t bytes, char *out);

#endif
