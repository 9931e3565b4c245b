/* SPDX-License-Identifier: MIT */
/* Rounded boxes, discs and rings, computed from distance functions. Straight edges are exact. Each
 * pixel depends only on its place, so a part that is painted alone equals the same part of the
 * whole. */
#ifndef PLATFORM_SHAPE_H
#define PLATFORM_SHAPE_H

#include "platform/display/paint.h"

/* shape_box and shape_disc blend over the canvas inside clip, which lies on the canvas. The colours
 * come from the theme's inks. */
void shape_box(struct canvas *canvas, struct box clip, const struct draw *draw,
               const struct theme *theme);
void shape_disc(struct canvas *canvas, struct box clip, const struct draw *draw,
                const struct theme *theme);
/* Draws one round dot. alpha 0..255. */
void shape_dot(struct canvas *canvas, struct box clip, float x, float y, float radius, uint32_t rgb,
               uint32_t alpha);
/* Draws round dots along a path, as DRAW_DOTTED asks. */
void shape_dots(struct canvas *canvas, struct box clip, const struct draw_point *point,
                uint32_t count, float stroke_px, uint32_t rgb, uint32_t alpha);

#endif
