/* SPDX-License-Identifier: MIT */
/* The page behind everything. Nothing is kept as a picture: gradients, rings and living water are
 * functions of the place, cheap enough to be computed again for each box that is repainted, and a
 * full-size picture would be most of the program's memory. */
#ifndef PLATFORM_SCENE_H
#define PLATFORM_SCENE_H

#include "platform/display/paint.h"
#include "platform/display/tint.h"

/* Paints the part of the scene inside box, which lies on the canvas. */
void scene_paint(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                 struct box box);

#endif
