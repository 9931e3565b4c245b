/* SPDX-License-Identifier: MIT */
/* Rounded boxes, discs and rings from their distance functions: exact on straight edges, and each
 * pixel depends on its place alone, so a part painted alone equals the same part of the whole. */
#ifndef PLATFORM_SHAPE_H
#define PLATFORM_SHAPE_H

#include "platform/display/paint.h"

/* Both blend over the canvas inside clip, which lies on it. Colours from the theme's inks. */
void shape_box(struct canvas *canvas, struct box clip, const struct draw *draw,
               const struct theme *theme);
void shape_disc(struct canvas *canvas, struct box clip, const struct draw *draw,
                const struct theme *theme);
/* One round dot. alpha 0..255. */
void shape_dot(struct canvas *canvas, struct box clip, float x, float y, float radius, uint32_t rgb,
               uint32_t alpha);
/* Round dots along a path, as DRAW_DOTTED asks. */
void shape_dots(struct canvas *canvas, struct box clip, const struct draw_point *point,
                uint32_t count, float stroke_px, uint32_t rgb, uint32_t alpha);

#endif
