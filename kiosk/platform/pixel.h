/* SPDX-License-Identifier: MIT */
/* Small arithmetic on XRGB pixels, shared by the painters. */
#ifndef PLATFORM_PIXEL_H
#define PLATFORM_PIXEL_H

#include "platform/paint.h"

/* v / 255 rounded to nearest, exact for 0 .. 255 * 255: white over white stays white. */
static inline uint32_t pixel_div255(uint32_t v)
{
    v += 128;
    return (v + (v >> 8)) >> 8;
}

/* rgb over what is there, alpha 0..255. */
static inline uint32_t pixel_blend(uint32_t under, uint32_t rgb, uint32_t alpha)
{
    uint32_t rest = 255 - alpha;
    uint32_t r = pixel_div255((under >> 16 & 0xFF) * rest + (rgb >> 16 & 0xFF) * alpha);
    uint32_t g = pixel_div255((under >> 8 & 0xFF) * rest + (rgb >> 8 & 0xFF) * alpha);
    uint32_t b = pixel_div255((under & 0xFF) * rest + (rgb & 0xFF) * alpha);
    return r << 16 | g << 8 | b;
}

static inline uint32_t *pixel_row(struct canvas *canvas, int32_t y)
{
    return canvas->pixels + (size_t)y * (size_t)canvas->stride_px;
}

static inline float unit_clamp(float v)
{
    return v < 0 ? 0 : v > 1 ? 1 : v;
}

/* The common part of two boxes; w and h may be zero or less. */
static inline struct box box_common(struct box a, struct box b)
{
    int32_t left = a.x > b.x ? a.x : b.x;
    int32_t top = a.y > b.y ? a.y : b.y;
    int32_t right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int32_t bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct box){left, top, right - left, bottom - top};
}

#endif
