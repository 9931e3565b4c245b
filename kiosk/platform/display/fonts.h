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
    FACE_LAST, /* wide coverage, for what no other has */
    FACE_COUNT,
};

/* A font file in memory; no bytes: it is not on this machine. */
struct face {
    const uint8_t *bytes;
    size_t size;
    struct sfnt_metrics metrics;
};

/* Maps a file; one that is mapped already is left as it is. MISSING, IO or DAMAGED: error names the
 * file and, in brackets, its package; the sentence around them is the catalogue's. */
MUST_USE enum status face_open(struct face *face, enum text_face which, struct error *error);
void face_close(struct face *face);

/* Every start opens it (else it belongs to a script); the start fails without a needed one. */
bool face_is_for_every_start(enum text_face which);
bool face_is_needed(enum text_face which);

/* The file with the letters of a script (ISO 15924) beyond what every start has; FACE_COUNT: none.
 */
enum text_face face_of_script(const char *script);

/* True when Noto Sans, which every start opens, has the script's letters. */
bool face_script_is_at_hand(const char *script);

/* What a start needs is there and readable; error as in face_open. */
MUST_USE enum status fonts_check(struct error *error);

#endif
