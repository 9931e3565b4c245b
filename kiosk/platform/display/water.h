/* SPDX-License-Identifier: MIT */
/* Living water: the part of the scene below the horizon. */
#ifndef PLATFORM_WATER_H
#define PLATFORM_WATER_H

#include "platform/display/paint.h"

/* water_prepare computes what all rows of a scene share; water_row paints one row of water below
 * the horizon. */
void water_prepare(const struct scene *scene, const struct theme *theme);
void water_row(const struct scene *scene, uint32_t *row, int32_t first, int32_t end, int32_t y);
/* Draws the dotted rings of a meeting for reflection only. */
void water_dots(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                struct box box);

/* Returns the factor by which hairlines and everything else with a size in px grow with the
 * surface. They are drawn for 1080 rows. */
float scene_grain(const struct scene *scene);

#endif
