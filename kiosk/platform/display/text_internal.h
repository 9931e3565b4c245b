/* SPDX-License-Identifier: MIT */
/* Shared by the parts of platform/text and by platform/paint: runs and drawn lines. */
#ifndef PLATFORM_TEXT_INTERNAL_H
#define PLATFORM_TEXT_INTERNAL_H

#include "platform/display/fonts.h"
#include "platform/display/glyph_picture.h"
#include "platform/display/glyphs.h"
#include "platform/display/text.h"

#include <SDL_ttf.h>

enum {
    TEXT_LINE_BYTES = 1024, /* longest line that is measured or drawn */
    TEXT_RUN_MAX = 64,
};

/* A piece of a line that is shaped in one go: one font, one direction, one script. */
struct text_run {
    uint32_t start; /* in bytes, in logical order */
    uint32_t bytes;
    uint8_t face;    /* enum text_face */
    uint8_t level;   /* bidi embedding level: a run of an odd level goes from right to left */
    bool marks;      /* some characters of the run stand on other characters */
    uint32_t script; /* ISO 15924, four letters packed as in 0x4C61746E "Latn" */
};

/* Coverage of a drawn line: one byte for each pixel, only the rows with ink. Valid until the next
 * call. */
struct text_picture {
    const uint8_t *coverage;
    int32_t width, height;
    int32_t top; /* of the first row: below the baseline, negative above it */
};

enum {
    PICTURE_MAX = 256,             /* drawn lines that are kept; a screen has at most ninety */
    ARENA_BYTES = 2 * 1024 * 1024, /* about four screens of text at 1920x1080 */
    FOUND_MAX = 512,               /* characters beyond ASCII: an alphabet and its marks */
};

/* A face that draws, at the size that it drew last. One face for each size would keep its glyphs,
 * but opening a face costs as much as drawing a hundred letters. */
struct sized_font {
    TTF_Font *ttf; /* NULL: the face is not open */
    uint16_t em_px;
};

enum { SCRIPT_COMMON = 0, SCRIPT_LATIN = 0x4C61746E };

/* What decides to which run a character belongs. */
struct text_character {
    uint32_t script; /* as in text_run; SCRIPT_COMMON: the character joins its neighbours */
    uint8_t face;    /* enum text_face of the font that has the character, the wished family first;
                        FACE_COUNT: none has */
    bool mark;       /* the character stands on the one before it */
    bool invisible;  /* the character has no glyph, and no font draws it */
};

/* The same, kept for characters that were looked up for the wished family. */
struct found_character {
    uint32_t after; /* the character, plus 1; 0: this place is free */
    uint32_t family;
    struct text_character is;
};

struct picture {
    uint64_t key; /* 0: this place is free */
    uint32_t offset;
    uint32_t bytes;
    int32_t width, height, top;
};

struct text_engine {
    struct face face[FACE_COUNT];
    struct glyphs glyphs[FACE_COUNT];
    struct sized_font font[FACE_COUNT];
    struct found_character found[FOUND_MAX];
    struct glyph_pictures letters;
    struct text_kept kept;
    struct picture picture[PICTURE_MAX];
    uint32_t picture_next; /* the oldest, which is dropped first */
    uint32_t arena_next;
    uint32_t arena_used; /* bytes, counted from the start, that were ever written */
    uint8_t arena[ARENA_BYTES];
};

/* font_cache.c */
/* Returns a face that is ready to be measured, or NULL when the face is missing. */
struct glyphs *text_glyphs(struct text_engine *engine, enum text_face face);

/* Looks up what text_character returns, and keeps it. */
struct text_character text_find_character(struct text_engine *engine, struct font font,
                                          uint32_t character);

/* Inline, because it is called for each letter that is measured. */
static inline struct text_character text_character(struct text_engine *engine, struct font font,
                                                   uint32_t character)
{
    /* Every font has the printable ASCII, so most characters need no look-up. */
    if (character >= 0x20 && character < 0x7F) {
        const uint32_t letter = (character | 0x20) - 'a';
        return (struct text_character){.script = letter < 26 ? SCRIPT_LATIN : SCRIPT_COMMON,
                                       .face = (uint8_t)font.family};
    }
    const uint32_t place = (character * FONT_FAMILY_COUNT + font.family) % FOUND_MAX;
    const struct found_character *found = &engine->found[place];
    return found->after == character + 1 && found->family == font.family
               ? found->is
               : text_find_character(engine, font, character);
}

/* Returns the font of a run, set up to shape that run, or NULL when the font cannot be opened. The
 * run's bytes are copied into the buffer and end with a NUL. */
TTF_Font *text_run_font(struct text_engine *engine, struct font font, const struct text_run *run,
                        const char *text, char buffer[TEXT_LINE_BYTES + 1]);

/* text_run.c: cuts a line into runs, in the order in which they stand on the screen from left to
 * right. */
uint32_t text_runs(struct text_engine *engine, struct font font, bool rtl, const char *text,
                   size_t bytes, struct text_run runs[TEXT_RUN_MAX]);

/* text_picture.c: draws a line, unless its picture is kept. Returns false when there is nothing to
 * draw. */
bool text_picture(struct text_engine *engine, struct font font, bool rtl, const char *text,
                  size_t bytes, struct text_picture *out);

/* Wipes drawn lines. The app itself wipes what was measured. */
void text_forget_drawn(struct text_engine *engine);

#endif
