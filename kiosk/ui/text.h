/* SPDX-License-Identifier: MIT */
/* Measuring text through a table of functions, and breaking it into lines by measuring. The
 * platform shapes text; ui decides where lines break. Tests measure with a made-up font. */
#ifndef UI_TEXT_H
#define UI_TEXT_H

#include "core/language.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum font_family {
    FONT_TEXT,    /* Noto Sans */
    FONT_DISPLAY, /* Noto Sans Display: statements, titles */
    FONT_BOLD,    /* Noto Sans Bold: heads of tables and reports */
    FONT_FAMILY_COUNT,
};

struct font {
    uint16_t family; /* enum font_family */
    uint16_t em_px;
};

struct font_metrics {
    int32_t ascent_px;  /* baseline to the top of a line box, > 0 */
    int32_t descent_px; /* baseline to the bottom of a line box, > 0 */
    int32_t cap_px;     /* capital height from the font's OS/2 table, rounded */
};

enum {
    TEXT_LINE_MAX = 24,
    TEXT_KNOWN_MAX = 4096,  /* a power of two */
    TEXT_KNOWN_WAYS = 4,    /* places that one key may have: as long as a line of cache */
    TEXT_WRAP_MAX = 1024,   /* a power of two; trying the layouts of a question takes 200 */
    TEXT_WRAP_LINE_MAX = 8, /* a text of more lines is not kept */
    TEXT_SHAPE_MAX = 512,   /* a power of two: words of a visit */
    TEXT_SHAPE_WAYS = 4,    /* places that one word may have */
    TEXT_SHAPE_GLYPHS = 14, /* a word of more is not kept */
};

/* A glyph of a shaped word, in units of its font. */
struct text_glyph {
    int16_t advance, kern; /* the glyph's own advance, and what its neighbours add */
    int16_t shift;         /* the glyph is drawn so far to the right */
    int16_t left, right;   /* edges of what is drawn */
};

struct text_line {
    uint32_t start; /* byte offset; blanks at a break belong to no line */
    uint32_t bytes;
    int32_t width_px;
};

/* What was measured before and where texts broke, under hashes of what was asked. A screen that is
 * built until it fits asks the same again and again. Whoever measures holds this struct; the app
 * wipes it when a visit ends, before the next screen is built. */
struct text_kept {
    struct text_known {
        uint64_t key;  /* 0: free */
        int32_t value; /* a width in px, or how many characters no font has */
    } known[TEXT_KNOWN_MAX];
    struct text_wrap_kept {
        uint64_t key; /* 0: free */
        uint32_t count;
        bool holds;
        struct text_line line[TEXT_WRAP_LINE_MAX];
    } wrap[TEXT_WRAP_MAX];
    /* The platform's own: how words that need shaping were shaped, for every size. */
    struct text_shape {
        uint64_t key; /* 0: free */
        uint32_t count;
        struct text_glyph glyph[TEXT_SHAPE_GLYPHS];
    } shape[TEXT_SHAPE_MAX];
};

struct text_ops {
    void *context;
    /* Advance width of one line, shaped and in logical order; bidi does not change it. */
    int32_t (*width_px)(void *context, struct font font, const char *text, size_t bytes);
    void (*metrics)(void *context, struct font font, struct font_metrics *out);
    /* Capital height of a family in thousandths of its em. */
    uint32_t (*cap_per_mille)(void *context, enum font_family family);
    /* Characters of the text that no font at hand has. */
    uint32_t (*missing)(void *context, struct font font, const char *text, size_t bytes);
    struct text_kept *kept; /* NULL: nothing is kept */
};

/* Returns the width of a line, as text_ops.width_px does; 0 for no text. */
int32_t text_width(const struct text_ops *ops, struct font font, const char *text, size_t bytes);
/* Returns how many characters no font has, as text_ops.missing does. */
uint32_t text_missing(const struct text_ops *ops, struct font font, const char *text, size_t bytes);
/* Wipes what is kept. */
void text_kept_wipe(const struct text_ops *ops);

/* Kinds of what is kept about a text, where its font alone tells no more. */
enum { TEXT_KEY_WIDTH, TEXT_KEY_MISSING, TEXT_KEY_PICTURE, TEXT_KEY_PICTURE_RTL };

/* Returns the key under which something about a text is kept; never 0. kind tells apart what is
 * kept. That two texts have the same key is less likely than a broken memory chip. */
uint64_t text_key(struct font font, uint32_t kind, const char *text, size_t bytes);

/* The column that a text is set in. */
struct text_column {
    struct font font;
    const struct language *language; /* of the text; NULL: breaks at blanks */
    int32_t width_px;
    bool balance;
};

/* Breaks text at LF and where its language may break, so that no line is wider than the column,
 * unless one word is. No word has the last line for itself where the word before it can come along.
 * balance: breaks stand between sentences or after a comma where that takes no more lines and
 * leaves none very short, and the lines are about as wide as each other. Returns the number of
 * lines, at least 1; TEXT_LINE_MAX + 1 when they do not fit lines[]. */
uint32_t text_wrap(const struct text_ops *ops, const struct text_column *column, const char *text,
                   struct text_line lines[TEXT_LINE_MAX]);

/* Returns how many lines text_wrap would make, which costs less than finding where they break.
 * *holds: there are at most TEXT_LINE_MAX lines, and no word is wider than the column. */
uint32_t text_lines(const struct text_ops *ops, const struct text_column *column, const char *text,
                    bool *holds);

/* As text_wrap, but a word wider than the column is cut between characters: the last resort of a
 * narrow column. Not balanced. */
uint32_t text_wrap_hard(const struct text_ops *ops, const struct text_column *column,
                        const char *text, struct text_line lines[TEXT_LINE_MAX]);

#endif
