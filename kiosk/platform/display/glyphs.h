/* SPDX-License-Identifier: MIT */
/* How wide a run of one font is, at any size. A run is shaped once, in the units of its font, and
 * what each glyph takes is rounded as the library does that draws it: so what is measured is what
 * will be drawn, and no size of a font has to be opened to measure. Letters that stand for
 * themselves, as those of Latin do, are not even shaped. */
#ifndef PLATFORM_GLYPHS_H
#define PLATFORM_GLYPHS_H

#include "platform/display/fonts.h"
#include "platform/display/kern.h"
#include "ui/text.h"

#include <hb.h>

enum {
    LETTER_PLAIN = 0x2B0,  /* Latin, with its first extensions and signs of sound ... */
    LETTER_LATIN = 0x1E00, /* ... those with further marks */
    LETTER_LATIN_END = 0x1F00,
    LETTER_MARKS = 0x2010,     /* ... dashes, quotation marks, dots */
    LETTER_MARKS_END = 0x2040, /* before the fraction slash, which changes figures */
    LETTER_DIGITS = 0x660,     /* of Arabic, with its signs of per cent and of decimals */
    LETTER_DIGITS_END = 0x66D,
    LETTER_JOINED_MAX = 8,
    GLYPH_KNOWN_MAX = 256, /* of what is shaped: a script's forms and marks */
    LETTER_COUNT = LETTER_PLAIN + LETTER_LATIN_END - LETTER_LATIN + LETTER_MARKS_END -
                   LETTER_MARKS + LETTER_DIGITS_END - LETTER_DIGITS,
};

/* A character that is always drawn as the same glyph. */
struct letter {
    bool known;
    struct text_glyph box;
    struct kern_glyph kern; /* its glyph is 0: the font has none */
};

/* A face, ready to be measured. */
struct glyphs {
    hb_font_t *font; /* NULL: not opened */
    uint32_t units;
    struct glyph_scale {
        uint16_t em_px;     /* for which it was found last; 0: for none */
        int64_t units_px;   /* 16.16: 26.6 px of one unit, as the drawing library has it */
        int64_t shaping_px; /* the same, as HarfBuzz has it */
    } scale;
    bool has_kern; /* read here; else all is shaped */
    struct kern kern;
    bool has_digit_kern; /* the same, of Arabic's digits among themselves */
    struct kern digit_kern;
    struct letter letter[LETTER_COUNT];
    struct letter joined[LETTER_JOINED_MAX]; /* letters that grew together */
    /* For what is shaped. */
    hb_buffer_t *buffer;
    struct glyph_plan {
        hb_shape_plan_t *hb; /* NULL: none */
        uint32_t script;
    } plan[2][2]; /* from left to right, from right to left; without and with marks */
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
    bool marks;    /* some of its characters stand on others */
    uint16_t face; /* tells faces apart in what is kept */
};

/* Where one glyph is drawn, in 26.6 px from the pen's start. */
struct glyph_place {
    int64_t x;
    uint16_t glyph;
};

/* A run that is drawn glyph by glyph. */
struct glyph_line {
    struct glyph_place *place; /* of the caller, one for each byte of the run */
    uint32_t count;
    int64_t left;  /* px, of its leftmost pixel ... */
    int32_t width; /* ... and from there to its rightmost */
};

/* What is not open yet is opened. False: there is no memory for it. */
bool glyphs_open(struct glyphs *glyphs, const struct face *face);
void glyphs_close(struct glyphs *glyphs);

/* The font has the character. */
bool glyphs_has(struct glyphs *glyphs, uint32_t character);

/* In px, from the leftmost pixel to the rightmost. Shapes of words are kept there. */
int32_t glyphs_width(struct glyphs *glyphs, uint16_t em_px, const struct glyph_run *run,
                     struct text_kept *kept);

/* Places the glyphs of a run of letters that stand for themselves. False: it has to be shaped. */
bool glyphs_place(struct glyphs *glyphs, uint16_t em_px, const struct glyph_run *run,
                  struct glyph_line *out);

#endif
