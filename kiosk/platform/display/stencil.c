/* SPDX-License-Identifier: MIT */
#include "platform/display/stencil.h"

#include "platform/display/pixel.h"

#include <string.h>

enum {
    STENCIL_BYTES = 4 * 1024 * 1024, /* the largest chart at 3840x2160 takes a quarter of it */
};

/* Rows start at multiples of four bytes, as cairo requires for A8. */
static uint8_t coverage[STENCIL_BYTES];

static int32_t stride_of(const struct box *bounds)
{
    return (bounds->w + 3) & ~3;
}

void stencil_open(struct stencil *stencil, struct box bounds, struct canvas *canvas,
                  struct box clip)
{
    if ((int64_t)stride_of(&bounds) * bounds.h > STENCIL_BYTES) {
        bounds = clip; /* then edges may differ by a shade where a box cuts the drawing */
    }
    if ((int64_t)stride_of(&bounds) * bounds.h > STENCIL_BYTES) {
        bounds.h = STENCIL_BYTES / stride_of(&bounds);
    }
    int32_t stride = stride_of(&bounds);
    memset(coverage, 0, (size_t)stride * (size_t)bounds.h);
    stencil->bounds = bounds;
    stencil->canvas = canvas;
    stencil->clip = clip;
    stencil->surface =
        cairo_image_surface_create_for_data(coverage, CAIRO_FORMAT_A8, bounds.w, bounds.h, stride);
    stencil->cairo = cairo_create(stencil->surface);
    cairo_translate(stencil->cairo, -bounds.x, -bounds.y);
    cairo_set_line_cap(stencil->cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(stencil->cairo, CAIRO_LINE_JOIN_ROUND);
}

void stencil_blend(struct stencil *stencil, uint32_t rgb, uint32_t alpha)
{
    const struct box *bounds = &stencil->bounds;
    struct box part = box_common(stencil->clip, *bounds);
    int32_t stride = stride_of(bounds);
    cairo_surface_flush(stencil->surface);
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        uint32_t *row = pixel_row(stencil->canvas, y);
        const uint8_t *from = coverage + (size_t)(y - bounds->y) * (size_t)stride - bounds->x;
        for (int32_t x = part.x; x < part.x + part.w; x++) {
            if (from[x] != 0) {
                row[x] = pixel_blend(row[x], rgb, pixel_div255(from[x] * alpha));
            }
        }
    }
    memset(coverage, 0, (size_t)stride * (size_t)bounds->h);
    cairo_surface_mark_dirty(stencil->surface);
}

void stencil_close(struct stencil *stencil)
{
    cairo_destroy(stencil->cairo);
    cairo_surface_destroy(stencil->surface);
}
