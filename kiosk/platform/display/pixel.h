/* SPDX-License-Identifier: MIT */
/* Arithmetic on XRGB pixels, shared by the painters. */
#ifndef PLATFORM_PIXEL_H
#define PLATFORM_PIXEL_H

#include "platform/display/paint.h"

/* Returns v / 255 rounded to the nearest whole number, exact for 0 .. 255 * 255, so white over
 * white stays white. */
static inline uint32_t pixel_div255(uint32_t v)
{
    v += 128;
    return (v + (v >> 8)) >> 8;
}

/* Blends rgb over a pixel, alpha 0..255. Red and blue are computed in one word: each has a lane of
 * 16 bits and needs at most 255 * 255 + 128 + 254, so neither reaches the other. The result is the
 * same as when each colour is computed alone. */
static inline uint32_t pixel_blend(uint32_t under, uint32_t rgb, uint32_t alpha)
{
    const uint32_t lanes = 0xFF00FF;
    uint32_t rest = 255 - alpha;
    uint32_t red_blue = (under & lanes) * rest + (rgb & lanes) * alpha + 0x800080;
    uint32_t green = (under >> 8 & 0xFF) * rest + (rgb >> 8 & 0xFF) * alpha;
    red_blue = (red_blue + (red_blue >> 8 & lanes)) >> 8 & lanes;
    return red_blue | pixel_div255(green) << 8;
}

static inline uint32_t *pixel_row(struct canvas *canvas, int32_t y)
{
    return canvas->pixels + (size_t)y * (size_t)canvas->stride_px;
}

static inline float unit_clamp(float v)
{
    return v < 0 ? 0 : v > 1 ? 1 : v;
}

/* Returns the common part of two boxes. Its w and h may be zero or less. */
static inline struct box box_common(struct box a, struct box b)
{
    int32_t left = a.x > b.x ? a.x : b.x;
    int32_t top = a.y > b.y ? a.y : b.y;
    int32_t right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int32_t bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct box){left, top, right - left, bottom - top};
}

#endif
