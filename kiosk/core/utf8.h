/* SPDX-License-Identifier: MIT */
/* Well-formed UTF-8 and nothing else: no overlong forms, no surrogates, nothing past U+10FFFF. */
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the sequence at bytes[0..length), its code point in *code; 0 when it is not well-formed
 * or is cut short, with *code untouched. */
size_t utf8_decode(const char *bytes, size_t length, uint32_t *code);

/* As utf8_next, which asks this where a sequence is not of one or two well-formed bytes. */
uint32_t utf8_next_long(const char *bytes, size_t length, size_t *at);

/* The code point at bytes[*at], *at below length, and *at moves behind it. U+FFFD for a byte that
 * is not well-formed. Here, because whatever measures or draws a text asks it for each letter. */
static inline uint32_t utf8_next(const char *bytes, size_t length, size_t *at)
{
    const unsigned char first = (unsigned char)bytes[*at];
    if (first < 0x80) {
        *at += 1;
        return first;
    }
    const unsigned char second = *at + 1 < length ? (unsigned char)bytes[*at + 1] : 0;
    if (first >= 0xC2 && first <= 0xDF && (second & 0xC0) == 0x80) {
        *at += 2;
        return (first & 0x1FU) << 6 | (second & 0x3FU);
    }
    return utf8_next_long(bytes, length, at);
}

enum { UTF8_BYTES_MAX = 4 };

/* Writes the sequence of a code point and returns its bytes; 0 for what is not one. No NUL. */
size_t utf8_encode(uint32_t code, char out[UTF8_BYTES_MAX]);

/* Code points from first to last. */
struct utf8_range {
    uint32_t first, last;
};

/* Returns whether one of count ranges, in ascending order, holds the code point. */
bool utf8_is_in(const struct utf8_range *ranges, size_t count, uint32_t code);

/* Returns whether this is a letter of a script that runs from right to left. The digits of such a
 * script are no letters. */
bool utf8_is_rtl(uint32_t code);

/* Returns the value of a decimal digit that people of our languages may write (European, Arabic,
 * Persian, Devanagari, Bengali), or -1. */
int utf8_digit(uint32_t code);

/* Returns whether this is a C0 or C1 control; NUL and LF are such. */
bool utf8_is_control(uint32_t code);

/* Returns whether this is a format character of Unicode that draws nothing: a joiner, a mark of
 * direction, a space without width, a soft hyphen, a tag, or what chooses a form of the sign before
 * it. */
bool utf8_is_invisible(uint32_t code);
/* Returns whether writers of a script need this invisible character: the two joiners, and the marks
 * that give one place a direction. */
bool utf8_joins(uint32_t code);
/* Returns whether a reader sees anything of bytes[0..length): it holds more than blanks and
 * invisible characters. */
bool utf8_is_visible(const char *bytes, size_t length);

/* The length of the longest beginning of letters, digits and signs of ASCII, blanks among them. */
size_t utf8_plain_length(const char *bytes, size_t length);

/* True when bytes[0..length) is well-formed UTF-8 without controls other than LF. */
bool utf8_is_clean(const char *bytes, size_t length);
/* The length of the longest beginning that is that. */
size_t utf8_clean_length(const char *bytes, size_t length);

/* The longest length not above this one that cuts no sequence of well-formed bytes. */
size_t utf8_cut(const char *bytes, size_t length);

#endif
