/* SPDX-License-Identifier: MIT */
/* Line drawings on a grid of 24 units: lines, arcs and discs only. */
#ifndef PLATFORM_ICONS_H
#define PLATFORM_ICONS_H

#include "platform/display/paint.h"

/* Draws the icon of a DRAW_ICON command inside clip, which lies on the canvas. */
void icon_paint(struct canvas *canvas, struct box clip, const struct draw *draw,
                const struct theme *theme);

#endif
