/* SPDX-License-Identifier: MIT */
#include "core/fit.h"

enum {
    SIDE_MM_MIN = 30,
    SIDE_MM_MAX = 2000,
    /* The two directions of square pixels may differ by so many hundredths, and so may a density
     * from the server's own, because sides are given in whole millimetres. */
    SQUARE_PERCENT = 10,
    SAME_PERCENT = 1,
    /* Density that a display server claims by habit if it has no monitor to ask: 96 pixels an inch.
     */
    PX_PER_M_96 = 3780,
    PX_PER_M_100 = 3937,
    /* For screens that say nothing: up to full HD a screen is as high as one of 15.6 inch, and from
     * there to 4K its height grows to that of one of 24 inch. A screen with fewer rows than any of
     * these is a panel of seven inches. */
    USUAL_ROWS = 1080,
    USUAL_MM = 194,
    LARGE_ROWS = 2160,
    LARGE_MM = 299,
    PANEL_ROWS = 600,
    PANEL_MM = 91,
};

/* Touch panels, known by their number of pixels. */
static const struct {
    int32_t width, height;
    uint32_t px_per_m;
} PANELS[] = {
    {800, 480, 5200},  /* 7 inch */
    {1024, 600, 6600}, /* 7 inch; some have 10.1 */
    {1280, 720, 5900}, /* 10.1 inch, or 7 */
    {1280, 800, 5900}, /* 10.1 inch */
};

/* Returns whether these are a ratio of sides, or a ratio in centimetres, which some monitors give
 * in place of their size. */
static bool is_ratio(uint32_t longer, uint32_t shorter)
{
    static const uint32_t RATIOS[][2] = {{16, 9}, {16, 10}, {4, 3}, {5, 4}, {21, 9}};
    for (uint32_t i = 0; i < sizeof(RATIOS) / sizeof(RATIOS[0]); i++) {
        for (uint32_t by = 1; by <= 100; by *= 10) {
            /* 400 x 300 and 500 x 400 mm are sizes of real screens. */
            bool real = by == 100 && RATIOS[i][0] < 16;
            if (!real && longer == RATIOS[i][0] * by && shorter == RATIOS[i][1] * by) {
                return true;
            }
        }
    }
    return false;
}

static bool is_near(uint32_t a, uint32_t b, uint32_t percent)
{
    uint64_t apart = a > b ? a - b : b - a;
    return apart * 100 <= (uint64_t)b * percent;
}

static uint32_t density(int32_t px, uint32_t mm)
{
    return (uint32_t)(((uint64_t)px * 1000 + mm / 2) / mm);
}

/* Returns what the display says; 0 if it says nothing, or something that cannot be. */
static uint32_t said(const struct fit_display *display, int32_t longer_px, int32_t shorter_px)
{
    bool upright = display->width_mm < display->height_mm;
    uint32_t longer = upright ? display->height_mm : display->width_mm;
    uint32_t shorter = upright ? display->width_mm : display->height_mm;
    if (shorter < SIDE_MM_MIN || longer > SIDE_MM_MAX || is_ratio(longer, shorter)) {
        return 0;
    }
    uint32_t across = density(longer_px, longer), down = density(shorter_px, shorter);
    bool is_servers =
        is_near(across, PX_PER_M_96, SAME_PERCENT) || is_near(across, PX_PER_M_100, SAME_PERCENT);
    bool can_be = across >= MACHINE_PX_PER_M_MIN && across <= MACHINE_PX_PER_M_MAX &&
                  is_near(down, across, SQUARE_PERCENT);
    return can_be && (display->has_edid || !is_servers) ? across : 0;
}

/* Returns the height of a usual screen with so many rows. */
static int32_t usual_mm(int32_t rows)
{
    if (rows <= USUAL_ROWS) {
        return USUAL_MM;
    }
    rows = rows < LARGE_ROWS ? rows : LARGE_ROWS;
    return USUAL_MM + (rows - USUAL_ROWS) * (LARGE_MM - USUAL_MM) / (LARGE_ROWS - USUAL_ROWS);
}

static uint32_t in_range(int64_t px_per_m)
{
    return px_per_m < MACHINE_PX_PER_M_MIN   ? MACHINE_PX_PER_M_MIN
           : px_per_m > MACHINE_PX_PER_M_MAX ? MACHINE_PX_PER_M_MAX
                                             : (uint32_t)px_per_m;
}

struct fit fit_first(const struct fit_display *display)
{
    bool upright = display->width < display->height;
    int32_t longer = upright ? display->height : display->width;
    int32_t shorter = upright ? display->width : display->height;
    uint32_t px_per_m = said(display, longer, shorter);
    if (px_per_m != 0) {
        return (struct fit){px_per_m, FIT_EDID};
    }
    for (uint32_t i = 0; i < sizeof(PANELS) / sizeof(PANELS[0]); i++) {
        if (PANELS[i].width == longer && PANELS[i].height == shorter) {
            return (struct fit){PANELS[i].px_per_m, FIT_PANEL};
        }
    }
    if (shorter < PANEL_ROWS) {
        return (struct fit){in_range((int64_t)shorter * 1000 / PANEL_MM), FIT_PANEL};
    }
    return (struct fit){in_range((int64_t)shorter * 1000 / usual_mm(shorter)), FIT_ASSUMED};
}
