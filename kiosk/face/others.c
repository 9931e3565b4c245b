/* SPDX-License-Identifier: MIT */
#include "face/others.h"

#include "ui/theme.h"

enum { STRENGTH = 90, DIM = 60 };

/* Paints the water of the resting screen, with its horizon in the middle, because there are no
 * words above it. */
static void paint_water(void *context, struct canvas *canvas)
{
    static struct frame frame;
    const int32_t width = canvas->width, height = canvas->height;
    const int32_t horizon = height / 2;
    const struct box whole = {0, 0, width, height};
    frame_reset(&frame);
    frame.width = width;
    frame.height = height;
    frame.theme = THEME_CALM_DARK;
    frame.scene = (struct scene){.kind = SCENE_HERO,
                                 .strength = STRENGTH,
                                 .stone = true,
                                 .width = width,
                                 .height = height,
                                 .horizon_y = horizon,
                                 .centre_x = width / 2,
                                 .centre_y = horizon + (height - horizon) * 232 / 1000,
                                 .scale_x = width * 323 / 1000,
                                 .dim = DIM};
    paint_frame(context, &frame, canvas, &whole, 1);
}

void others_cover(struct window *window, struct paint *paint)
{
    window_cover(window, paint_water, paint);
}
