/* SPDX-License-Identifier: MIT */
/* Colours by use, in five looks. A draw command names an ink and never a value, so that a look is
 * one table. Values are sRGB, 0xRRGGBB. A unit test checks the contrast of every informative
 * pair. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdbool.h>
#include <stdint.h>

enum ink {
    INK_NONE, /* nothing is drawn */
    INK_BG,
    INK_SURFACE,
    INK_INK,
    INK_INK2,
    INK_OUTLINE,
    INK_DIVIDER,
    INK_PRIMARY,
    INK_ON_PRIMARY,
    INK_FOCUS,
    INK_SKY0,
    INK_SKY1,
    INK_WATER0,
    INK_WATER1,
    INK_RING,
    INK_CREST,
    INK_DECOR,
    INK_HAIR,
    INK_INFO,
    INK_OK,
    INK_WARN,
    INK_ERR,
    INK_A3, /* chart: band and its edge */
    INK_A4, /* chart: line, points, values */
    INK_STONE,
    INK_COUNT,
};

enum theme_id {
    THEME_CALM_LIGHT,
    THEME_CALM_DARK,
    THEME_SOFT,
    THEME_HC_LIGHT,
    THEME_HC_DARK,
    THEME_COUNT,
};

struct theme {
    const char *name; /* "calm-light": command line, dumps, catalogue ids */
    bool dark;
    bool high_contrast;  /* no tint, no rings, triple focus ring, 0.6 mm edges */
    uint16_t edge_um;    /* width of a control's edge, never under 2 px */
    uint8_t crest_alpha; /* of 255: strength of the water's light and dark slopes */
    uint8_t trough_alpha;
    uint32_t rgb[INK_COUNT];
};

/* Returns the table of a look. */
const struct theme *theme_get(enum theme_id id);

/* The ink of a look that is not the frame's own, for pictures of looks. The number fits the one
 * byte that a command has for an ink. */
#define THEME_INK(theme, ink) (INK_COUNT * (1 + (theme)) + (ink))
enum { THEME_INK_COUNT = INK_COUNT * (1 + THEME_COUNT) };
_Static_assert(THEME_INK_COUNT <= 256, "an ink is one byte");
/* Returns the colour of an ink in a frame of this look. */
uint32_t theme_rgb(const struct theme *theme, uint8_t ink);
/* Returns the enum theme_id of the look of this name; -1 when there is none. */
int theme_find(const char *name);
/* WCAG 2.x contrast ratio of two colours, in hundredths, floored: 21.00 is 2100. */
uint32_t theme_contrast_hundredths(uint32_t rgb_a, uint32_t rgb_b);

#endif
