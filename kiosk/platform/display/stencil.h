/* SPDX-License-Identifier: MIT */
/* Paths that cairo draws as coverage into memory of our own, and that we blend ourselves. cairo's
 * anti-aliasing near a clip depends on the clip. So cairo draws the whole path and we cut it
 * afterwards: then every part of a path is the same as in the whole, and cairo's premultiplied
 * colours never reach our pixels. */
#ifndef PLATFORM_STENCIL_H
#define PLATFORM_STENCIL_H

#include "platform/display/paint.h"

#include <cairo.h>

struct stencil {
    cairo_t *cairo; /* to draw on, in canvas coordinates; colours do not matter */
    cairo_surface_t *surface;
    struct box bounds;
    struct canvas *canvas;
    struct box clip;
};

/* Begins a drawing within bounds, of which the part inside clip will be seen. Only one drawing can
 * be open. */
void stencil_open(struct stencil *stencil, struct box bounds, struct canvas *canvas,
                  struct box clip);
/* Blends what was drawn since the last call in one colour, alpha 0..255, and clears the stencil. */
void stencil_blend(struct stencil *stencil, uint32_t rgb, uint32_t alpha);
void stencil_close(struct stencil *stencil);

#endif
