/* SPDX-License-Identifier: MIT */
#include "ui/theme.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

/* Calm looks hold 10:1 for text and edges also where they stand on water; soft keeps everything
 * between 4.5 and 8; high contrast is pure black and white, since yellow on black misses 20:1. */
static const struct theme themes[THEME_COUNT] = {
    [THEME_CALM_LIGHT] =
        {
            .name = "calm-light",
            .edge_um = 400,
            .crest_alpha = 242,
            .trough_alpha = 117,
            .rgb =
                {
                    [INK_BG] = 0xF6F3EC,      [INK_SURFACE] = 0xFFFDF8,    [INK_INK] = 0x14272C,
                    [INK_INK2] = 0x1B3036,    [INK_OUTLINE] = 0x173035,    [INK_DIVIDER] = 0x8A8676,
                    [INK_PRIMARY] = 0x0B3238, [INK_ON_PRIMARY] = 0xFFFFFF, [INK_FOCUS] = 0x33185F,
                    [INK_SKY0] = 0xF9F7F1,    [INK_SKY1] = 0xF1F1E9,       [INK_WATER0] = 0xEAF0EB,
                    [INK_WATER1] = 0xD8E6E2,  [INK_RING] = 0x8FB4B0,       [INK_CREST] = 0xFFFFFF,
                    [INK_DECOR] = 0xCFE0DC,   [INK_HAIR] = 0xCDD3CA,       [INK_INFO] = 0x0F3350,
                    [INK_OK] = 0x103A22,      [INK_WARN] = 0x4A2E00,       [INK_ERR] = 0x651414,
                    [INK_A3] = 0x458BB0,      [INK_A4] = 0x0B3F66,         [INK_STONE] = 0x14272C,
                },
        },
    [THEME_CALM_DARK] =
        {
            .name = "calm-dark",
            .dark = true,
            .edge_um = 400,
            .crest_alpha = 87,
            .trough_alpha = 77,
            .rgb =
                {
                    [INK_BG] = 0x0D1619,      [INK_SURFACE] = 0x142125,    [INK_INK] = 0xF3EFE6,
                    [INK_INK2] = 0xE6E4DD,    [INK_OUTLINE] = 0xD6E3E1,    [INK_DIVIDER] = 0x6F8386,
                    [INK_PRIMARY] = 0xB4E0D9, [INK_ON_PRIMARY] = 0x0B1A1C, [INK_FOCUS] = 0xFFE08A,
                    [INK_SKY0] = 0x0B1316,    [INK_SKY1] = 0x121E22,       [INK_WATER0] = 0x18292E,
                    [INK_WATER1] = 0x0C1518,  [INK_RING] = 0x5F8A8C,       [INK_CREST] = 0x8FBDBB,
                    [INK_DECOR] = 0x2A3E42,   [INK_HAIR] = 0x2B3B3F,       [INK_INFO] = 0xC4DFF5,
                    [INK_OK] = 0xC4E9CF,      [INK_WARN] = 0xFFDBA3,       [INK_ERR] = 0xFFD2CC,
                    [INK_A3] = 0x4F8FC0,      [INK_A4] = 0xBBDDF8,         [INK_STONE] = 0xE9E4D8,
                },
        },
    [THEME_SOFT] =
        {
            .name = "soft",
            .dark = true,
            .edge_um = 400,
            .crest_alpha = 87,
            .trough_alpha = 77,
            .rgb =
                {
                    [INK_BG] = 0x2B3336,      [INK_SURFACE] = 0x30393C,    [INK_INK] = 0xBFC4BE,
                    [INK_INK2] = 0xB4BAB5,    [INK_OUTLINE] = 0xAAB5B4,    [INK_DIVIDER] = 0x8B9696,
                    [INK_PRIMARY] = 0xA5BFBB, [INK_ON_PRIMARY] = 0x2A3235, [INK_FOCUS] = 0xD8C79A,
                    [INK_SKY0] = 0x293134,    [INK_SKY1] = 0x2C3538,       [INK_WATER0] = 0x303B3E,
                    [INK_WATER1] = 0x2A3336,  [INK_RING] = 0x5E7274,       [INK_CREST] = 0x5A6C6E,
                    [INK_DECOR] = 0x374244,   [INK_HAIR] = 0x455154,       [INK_INFO] = 0xA9BCCB,
                    [INK_OK] = 0xA9C2B0,      [INK_WARN] = 0xCDB68C,       [INK_ERR] = 0xD6ABA5,
                    [INK_A3] = 0x7FA3BE,      [INK_A4] = 0xB5CDE0,         [INK_STONE] = 0xBFC4BE,
                },
        },
    [THEME_HC_LIGHT] =
        {
            .name = "high-contrast-light",
            .high_contrast = true,
            .edge_um = 600,
            .rgb =
                {
                    [INK_BG] = 0xFFFFFF,
                    [INK_SURFACE] = 0xFFFFFF,
                    [INK_ON_PRIMARY] = 0xFFFFFF,
                    [INK_SKY0] = 0xFFFFFF,
                    [INK_SKY1] = 0xFFFFFF,
                    [INK_WATER0] = 0xFFFFFF,
                    [INK_WATER1] = 0xFFFFFF, /* every other ink is black, 0 */
                },
        },
    [THEME_HC_DARK] =
        {
            .name = "high-contrast-dark",
            .dark = true,
            .high_contrast = true,
            .edge_um = 600,
            .rgb =
                {
                    [INK_INK] = 0xFFFFFF,
                    [INK_INK2] = 0xFFFFFF,
                    [INK_OUTLINE] = 0xFFFFFF,
                    [INK_DIVIDER] = 0xFFFFFF,
                    [INK_PRIMARY] = 0xFFFFFF,
                    [INK_FOCUS] = 0xFFFFFF,
                    [INK_RING] = 0xFFFFFF,
                    [INK_CREST] = 0xFFFFFF,
                    [INK_DECOR] = 0xFFFFFF,
                    [INK_HAIR] = 0xFFFFFF,
                    [INK_INFO] = 0xFFFFFF,
                    [INK_OK] = 0xFFFFFF,
                    [INK_WARN] = 0xFFFFFF,
                    [INK_ERR] = 0xFFFFFF,
                    [INK_A3] = 0xFFFFFF,
                    [INK_A4] = 0xFFFFFF,
                    [INK_STONE] = 0xFFFFFF, /* every other ink is black, 0 */
                },
        },
};

const struct theme *theme_get(enum theme_id id)
{
    assert((uint32_t)id < THEME_COUNT);
    return &themes[id];
}

uint32_t theme_rgb(const struct theme *theme, uint8_t ink)
{
    assert(ink < THEME_INK_COUNT);
    if (ink < INK_COUNT) {
        return theme->rgb[ink];
    }
    return theme_get((enum theme_id)(ink / INK_COUNT - 1))->rgb[ink % INK_COUNT];
}

int theme_find(const char *name)
{
    for (int i = 0; i < THEME_COUNT; i++) {
        if (strcmp(themes[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

/* WCAG 2.x, "relative luminance". */
static double channel_linear(uint32_t value)
{
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
    return 0.2126 * channel_linear((rgb >> 16) & 0xFF) +
           0.7152 * channel_linear((rgb >> 8) & 0xFF) + 0.0722 * channel_linear(rgb & 0xFF);
}

uint32_t theme_contrast_hundredths(uint32_t rgb_a, uint32_t rgb_b)
{
    double a = luminance(rgb_a);
    double b = luminance(rgb_b);
    double ratio = a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
    /* Black on white is 21 exactly; the sum of the weights in binary falls just short of it. */
    return (uint32_t)(ratio * 100.0 + 1e-9);
}
