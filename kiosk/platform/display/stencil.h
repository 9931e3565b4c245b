/* SPDX-License-Identifier: MIT */
/* Paths by cairo, as coverage in memory of our own, blended by us. cairo's anti-aliasing near a
 * clip depends on the clip; drawn whole and cut afterwards, every part of a path is the same as in
 * the whole, and cairo's premultiplied colours never meet our pixels. */
#ifndef PLATFORM_STENCIL_H
#define PLATFORM_STENCIL_H

#include "platform/display/paint.h"

#include <cairo.h>

struct stencil {
    cairo_t *cairo; /* draw here, in canvas coordinates; colours do not matter */
    cairo_surface_t *surface;
    struct box bounds;
    struct canvas *canvas;
    struct box clip;
};

/* For a drawing within bounds that will be seen inside clip. One at a time. */
void stencil_open(struct stencil *stencil, struct box bounds, struct canvas *canvas,
                  struct box clip);
/* Blends what was drawn since the last time in one colour, alpha 0..255, and starts anew. */
void stencil_blend(struct stencil *stencil, uint32_t rgb, uint32_t alpha);
void stencil_close(struct stencil *stencil);

#endif
