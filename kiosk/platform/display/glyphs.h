/* SPDX-License-Identifier: MIT */
/* How wide a run of one font is, at any size. A run is shaped once, in the units of its font. The
 * width of each glyph is then rounded as the drawing library rounds it, so what is measured is what
 * will be drawn, and no size of a font has to be opened to measure. Letters that no neighbour
 * changes, such as those of Latin, are not even shaped. */
#ifndef PLATFORM_GLYPHS_H
#define PLATFORM_GLYPHS_H

#include "platform/display/fonts.h"
#include "platform/display/kern.h"
#include "ui/text.h"

#include <hb.h>

enum {
    LETTER_PLAIN = 0x2B0,  /* Latin, with its first extensions and phonetic signs, ends here ... */
    LETTER_LATIN = 0x1E00, /* ... and Latin with further marks begins here */
    LETTER_LATIN_END = 0x1F00,
    LETTER_MARKS = 0x2010,     /* dashes, quotation marks and dots begin here ... */
    LETTER_MARKS_END = 0x2040, /* ... and end before the fraction slash */
    LETTER_DIGITS = 0x660,     /* the digits of Arabic, with its signs for per cent and decimals */
    LETTER_DIGITS_END = 0x66D,
    LETTER_JOINED_MAX = 8,
    GLYPH_KNOWN_MAX = 256, /* glyphs that come from shaping: the forms and marks of a script */
    LETTER_COUNT = LETTER_PLAIN + LETTER_LATIN_END - LETTER_LATIN + LETTER_MARKS_END -
                   LETTER_MARKS + LETTER_DIGITS_END - LETTER_DIGITS,
};

/* A character that is always drawn as the same glyph. */
struct letter {
    bool known;
    struct text_glyph box;
    struct kern_glyph kern; /* its glyph is 0 where the font has none */
};

/* A face, ready to be measured. */
struct glyphs {
    hb_font_t *font; /* NULL: not opened */
    uint32_t units;
    struct glyph_scale {
        uint16_t em_px;     /* the size that the scale was last computed for; 0: none */
        int64_t units_px;   /* 16.16: the 26.6 px of one unit, as the drawing library computes it */
        int64_t shaping_px; /* the same, as HarfBuzz computes it */
    } scale;
    bool has_kern; /* the kerning tables were read here; without them every run is shaped */
    struct kern kern;
    bool has_digit_kern; /* the same for kerning between two Arabic digits */
    struct kern digit_kern;
    struct letter letter[LETTER_COUNT];
    struct letter joined[LETTER_JOINED_MAX]; /* ligatures */
    /* For runs that are shaped. */
    hb_buffer_t *buffer;
    struct glyph_plan {
        hb_shape_plan_t *hb; /* NULL: none */
        uint32_t script;
    } plan[2][2]; /* [from left to right, from right to left][without marks, with marks] */
    struct glyph_known {
        bool known, mark;
        uint16_t glyph;
        struct text_glyph box;
    } known[GLYPH_KNOWN_MAX];
};

/* A run in logical order. */
struct glyph_run {
    const char *text;
    size_t bytes;
    uint32_t script; /* ISO 15924, packed; 0: common to all */
    bool rtl;
    bool marks;    /* some characters of the run stand on other characters */
    uint16_t face; /* a number for the face in the keys of what is kept */
};

/* Where one glyph is drawn, in 26.6 px from the pen's start. */
struct glyph_place {
    int64_t x;
    uint16_t glyph;
};

/* A run that is drawn glyph by glyph. */
struct glyph_line {
    struct glyph_place *place; /* the caller's, one for each byte of the run */
    uint32_t count;
    int64_t left;  /* px, of the leftmost pixel of the line ... */
    int32_t width; /* ... and from there to its rightmost */
};

/* Opens what is not open yet. Returns false when there is no memory for it. */
bool glyphs_open(struct glyphs *glyphs, const struct face *face);
void glyphs_close(struct glyphs *glyphs);

/* Returns whether the font has the character. */
bool glyphs_has(struct glyphs *glyphs, uint32_t character);

/* Returns the width of a run in px, from its leftmost pixel to its rightmost. Keeps the shape of
 * each word. */
int32_t glyphs_width(struct glyphs *glyphs, uint16_t em_px, const struct glyph_run *run,
                     struct text_kept *kept);

/* Places the glyphs of a run whose letters no neighbour changes. Returns false when the run has to
 * be shaped. */
bool glyphs_place(struct glyphs *glyphs, uint16_t em_px, const struct glyph_run *run,
                  struct glyph_line *out);

#endif
