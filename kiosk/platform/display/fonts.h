/* SPDX-License-Identifier: MIT */
/* The font files the kiosk draws with, each named file by file from Debian's packages. Knows files
 * and their numbers, not how a letter is drawn, so that a health check needs no drawing library. */
#ifndef PLATFORM_FONTS_H
#define PLATFORM_FONTS_H

#include "platform/display/sfnt.h"

#include <stdbool.h>

enum text_face {
    FACE_TEXT,
    FACE_DISPLAY,
    FACE_BOLD,
    FACE_ARABIC,
    FACE_DEVANAGARI,
    FACE_LAST, /* wide coverage, for characters that no other font has */
    FACE_COUNT,
};

/* A font file in memory. Without bytes, the file is not on this machine. */
struct face {
    const uint8_t *bytes;
    size_t size;
    struct sfnt_metrics metrics;
};

/* Maps a file unless it is mapped already. After MISSING, IO or DAMAGED, error names the file and,
 * in brackets, its package; the catalogue has the sentence around them. */
MUST_USE enum status face_open(struct face *face, enum text_face which, struct error *error);
void face_close(struct face *face);

/* Returns whether every start opens this font. A start fails without such a font; all other fonts
 * belong to a script. */
bool face_is_for_every_start(enum text_face which);
bool face_is_needed(enum text_face which);

/* Returns the font with the letters of a script (ISO 15924) that the fonts of every start lack, or
 * FACE_COUNT. */
enum text_face face_of_script(const char *script);

/* Returns whether Noto Sans, which every start opens, has the script's letters. */
bool face_script_is_at_hand(const char *script);

/* Checks that the fonts of every start are there and readable. error is as in face_open. */
MUST_USE enum status fonts_check(struct error *error);

#endif
