/* SPDX-License-Identifier: MIT */
#include "tools/picture.h"

#include "platform/paint.h"
#include "tools/stage.h"

#include <assert.h>

static struct canvas *paint(const struct app *app)
{
    static uint32_t pixels[PICTURE_WIDTH_MAX * PICTURE_HEIGHT_MAX];
    static struct canvas canvas;
    static struct paint *painter;
    const struct frame *frame = &app->frame;
    assert(frame->width <= PICTURE_WIDTH_MAX && frame->height <= PICTURE_HEIGHT_MAX);
    if (painter == NULL) {
        painter = paint_open(stage_text());
    }
    canvas = (struct canvas){.pixels = pixels,
                             .width = frame->width,
                             .height = frame->height,
                             .stride_px = frame->width};
    const struct box all = {.w = frame->width, .h = frame->height};
    paint_frame(painter, frame, &canvas, &all, 1);
    return &canvas;
}

enum status picture_write(const struct app *app, const char *path)
{
    return canvas_write_png(paint(app), path);
}

uint64_t picture_hash(const struct app *app)
{
    return canvas_hash(paint(app));
}
