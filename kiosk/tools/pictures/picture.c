/* SPDX-License-Identifier: MIT */
#include "tools/pictures/picture.h"

#include "platform/display/paint.h"
#include "tools/stage/stage.h"

#include <assert.h>

static struct paint *painter(void)
{
    static struct paint *the_painter;
    if (the_painter == NULL) {
        the_painter = paint_open(stage_text());
    }
    return the_painter;
}

void picture_paint(const struct frame *frame, struct canvas *canvas)
{
    picture_paint_part(frame, (struct box){.w = frame->width, .h = frame->height}, canvas);
}

void picture_paint_part(const struct frame *frame, struct box part, struct canvas *canvas)
{
    assert(canvas->width == frame->width && canvas->height == frame->height);
    paint_frame(painter(), frame, canvas, &part, 1);
}

uint32_t picture_repaint(const struct frame *before, const struct frame *now, struct canvas *canvas,
                         struct box boxes[WINDOW_BOX_MAX])
{
    uint32_t count = frame_damage(before, now, boxes, WINDOW_BOX_MAX);
    paint_frame(painter(), now, canvas, boxes, count);
    return count;
}

static struct canvas *paint(const struct app *app)
{
    static uint32_t pixels[PICTURE_WIDTH_MAX * PICTURE_HEIGHT_MAX];
    static struct canvas canvas;
    const struct frame *frame = &app->frame;
    assert(frame->width <= PICTURE_WIDTH_MAX && frame->height <= PICTURE_HEIGHT_MAX);
    canvas = (struct canvas){.pixels = pixels,
                             .width = frame->width,
                             .height = frame->height,
                             .stride_px = frame->width};
    picture_paint(frame, &canvas);
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

uint64_t picture_show(struct window *window, const struct app *app)
{
    static struct frame shown; /* empty at first: everything differs */
    struct box boxes[WINDOW_BOX_MAX];
    struct canvas canvas = window_canvas(window);
    if (canvas.pixels == NULL) {
        return 0;
    }
    uint32_t count = frame_damage(&shown, &app->frame, boxes, WINDOW_BOX_MAX);
    if (count > 0) {
        paint_frame(painter(), &app->frame, &canvas, boxes, count);
        window_present(window, boxes, count);
        frame_copy_drawing(&shown, &app->frame);
    }
    return canvas_hash(&canvas);
}
