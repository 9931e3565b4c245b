/* SPDX-License-Identifier: MIT */
/* The background of every page. No picture of the background is kept: gradients, rings and living
 * water are functions of the place and cheap to compute again for each box that is repainted. A
 * picture of full size would be most of the program's memory. */
#ifndef PLATFORM_SCENE_H
#define PLATFORM_SCENE_H

#include "platform/display/paint.h"
#include "platform/display/tint.h"

/* Paints the part of the scene inside box, which lies on the canvas. */
void scene_paint(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                 struct box box);

#endif
