/* SPDX-License-Identifier: MIT */
/* Kerning between two glyphs, and ligatures, read from a font's own tables with every offset
 * checked. OpenType 1.9: the pairs of the feature "kern" (GPOS) and the ligatures of "liga" (GSUB),
 * in the default language of a script. A shaping library finds the same at a hundred times the
 * cost. */
#ifndef PLATFORM_KERN_H
#define PLATFORM_KERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    KERN_PAIRS_MAX = 4, /* the fonts of the kiosk have two or three */
    KERN_JOINS_MAX = 4, /* the fonts of the kiosk have one */
};

struct kern_table {
    const uint8_t *bytes;
    size_t size;
};

struct kern {
    struct kern_table pair_table, join_table;
    uint32_t pairs_count, joins_count;
    struct kern_pairs {
        size_t at; /* offset of a subtable in its table */
        uint32_t format, record_bytes;
        uint32_t columns;    /* number of classes of second glyphs */
        bool moves;          /* its pairs also place glyphs elsewhere */
        uint32_t skip_bytes; /* bytes of a record that stand before the advance */
    } pairs[KERN_PAIRS_MAX];
    size_t joins[KERN_JOINS_MAX];
};

/* Where a glyph stands in these tables; looked up once for each glyph. */
struct kern_glyph {
    uint16_t glyph;
    bool is_moved; /* some pairs place the glyph elsewhere, which is not read here, so its run has
                      to be shaped */
    struct {
        uint32_t first;  /* the glyph's row, or its own pairs; 0: no pair begins with it */
        uint32_t second; /* the column of the glyph */
    } pairs[KERN_PAIRS_MAX];
    uint32_t joins[KERN_JOINS_MAX]; /* the ligatures that begin with the glyph; 0: none */
};

/* Finds the tables of a script. Returns false when the font has tables of a kind that is not read
 * here. */
bool kern_find(const uint8_t *bytes, size_t size, const char script[4], struct kern *out);

/* Finds where a glyph stands in the tables. */
void kern_glyph(const struct kern *kern, uint16_t glyph, struct kern_glyph *out);

/* Returns what is added to the advance of the first glyph, in units of the font. */
int32_t kern_between(const struct kern *kern, const struct kern_glyph *first,
                     const struct kern_glyph *second);

/* Returns whether the glyph may form a ligature with the glyphs that follow. */
static inline bool kern_joins(const struct kern_glyph *glyph)
{
    return (glyph->joins[0] | glyph->joins[1] | glyph->joins[2] | glyph->joins[3]) != 0;
}

/* Returns the ligature that the first of these glyphs form, and how many glyphs it takes. Returns 0
 * when they form none. */
uint16_t kern_join(const struct kern *kern, const struct kern_glyph *const *glyphs, uint32_t count,
                   uint32_t *taken);

#endif
