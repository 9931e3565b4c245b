/* SPDX-License-Identifier: MIT */
/* Each damaged box is painted from the scene upwards, with all commands in order and each command
 * clipped to its own bounds. So frame_damage can be exact. */
#include "platform/display/paint.h"

#include "core/fnv.h"
#include "platform/display/icons.h"
#include "platform/display/pixel.h"
#include "platform/display/scene.h"
#include "platform/display/shape.h"
#include "platform/display/stencil.h"
#include "platform/display/text_internal.h"

#include <cairo.h>

enum {
    DENSE_POINTS = 128, /* only charts have so many points */
    DENSE_PX = 4,       /* from one point to the next */
};

struct paint {
    struct text_engine *text;
};

static struct paint the_painter;

struct paint *paint_open(struct text_engine *text)
{
    the_painter = (struct paint){.text = text};
    return &the_painter;
}

void paint_close(struct paint *paint)
{
    paint_forget(paint);
}

void paint_forget(struct paint *paint)
{
    text_forget_drawn(paint->text);
}

static void path_trace(cairo_t *cairo, const struct draw_point *point, uint32_t count, bool closed)
{
    cairo_new_path(cairo);
    for (uint32_t i = 0; i < count; i++) {
        cairo_line_to(cairo, point[i].x, point[i].y);
    }
    if (closed) {
        cairo_close_path(cairo);
    }
}

/* For a path of fifty years, whose points are closer together than the line is wide. Coarser edges
 * and cut corners of such a path cannot be seen, and cost a quarter. */
static void path_be_coarse(cairo_t *cairo)
{
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_BEVEL);
}

static void path_paint(struct canvas *canvas, struct box clip, const struct frame *frame,
                       const struct draw *draw, const struct theme *theme)
{
    bool closed = (draw->flags & DRAW_CLOSED) != 0;
    struct stencil stencil;
    stencil_open(&stencil, draw->bounds, canvas, clip);
    if (draw->count > DENSE_POINTS && draw->count * DENSE_PX > (uint32_t)draw->bounds.w) {
        path_be_coarse(stencil.cairo);
    }
    path_trace(stencil.cairo, &frame->point[draw->first], draw->count, closed);
    if (closed && draw->fill != INK_NONE) {
        cairo_fill_preserve(stencil.cairo);
        stencil_blend(&stencil, theme_rgb(theme, draw->fill), draw->fill_alpha);
    }
    if (draw->stroke != INK_NONE && draw->stroke_px > 0) {
        cairo_set_line_width(stencil.cairo, draw->stroke_px);
        cairo_stroke(stencil.cairo);
        stencil_blend(&stencil, theme_rgb(theme, draw->stroke), draw->stroke_alpha);
    }
    stencil_close(&stencil);
}

static void text_paint(struct paint *paint, const struct frame *frame, const struct draw *draw,
                       const struct theme *theme, struct canvas *canvas, struct box clip)
{
    struct text_picture picture;
    bool rtl = (draw->flags & DRAW_RTL) != 0;
    if (!text_picture(paint->text, draw->font, rtl, frame->text + draw->first, draw->count,
                      &picture)) {
        return;
    }
    uint32_t rgb = theme_rgb(theme, draw->fill);
    int32_t left = (int32_t)(draw->x + 0.5f);
    int32_t top = (int32_t)(draw->y + 0.5f) + picture.top;
    struct box part = box_common(clip, (struct box){left, top, picture.width, picture.height});
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        uint32_t *row = pixel_row(canvas, y);
        const uint8_t *coverage =
            picture.coverage + (size_t)(y - top) * (size_t)picture.width - left;
        for (int32_t x = part.x; x < part.x + part.w; x++) {
            if (coverage[x] != 0) {
                row[x] = pixel_blend(row[x], rgb, pixel_div255(coverage[x] * draw->fill_alpha));
            }
        }
    }
}

static void draw_paint(struct paint *paint, const struct frame *frame, const struct draw *draw,
                       const struct theme *theme, struct canvas *canvas, struct box clip)
{
    switch ((enum draw_kind)draw->kind) {
    case DRAW_BOX:
        shape_box(canvas, clip, draw, theme);
        break;
    case DRAW_DISC:
        shape_disc(canvas, clip, draw, theme);
        break;
    case DRAW_PATH:
        if ((draw->flags & DRAW_DOTTED) != 0) {
            shape_dots(canvas, clip, &frame->point[draw->first], draw->count, draw->stroke_px,
                       theme_rgb(theme, draw->stroke), draw->stroke_alpha);
            break;
        }
        path_paint(canvas, clip, frame, draw, theme);
        break;
    case DRAW_ICON:
        icon_paint(canvas, clip, draw, theme);
        break;
    case DRAW_TEXT:
        text_paint(paint, frame, draw, theme, canvas, clip);
        break;
    }
}

/* Lowers the light of the whole picture, as if the display were turned down. */
static void dim_paint(struct canvas *canvas, struct box box, uint32_t hundredths)
{
    for (int32_t y = box.y; y < box.y + box.h; y++) {
        uint32_t *row = pixel_row(canvas, y);
        for (int32_t x = box.x; x < box.x + box.w; x++) {
            row[x] = pixel_blend(0, row[x], hundredths * 255 / 100);
        }
    }
}

void paint_frame(struct paint *paint, const struct frame *frame, struct canvas *canvas,
                 const struct box *boxes, uint32_t box_count)
{
    const struct theme *theme = theme_get((enum theme_id)frame->theme);
    const struct box whole = {0, 0, canvas->width, canvas->height};
    for (uint32_t i = 0; i < box_count; i++) {
        struct box box = box_common(boxes[i], whole);
        if (box.w <= 0 || box.h <= 0) {
            continue;
        }
        scene_paint(&frame->scene, theme, canvas, box);
        for (uint32_t d = 0; d < frame->draw_count; d++) {
            const struct draw *draw = &frame->draw[d];
            struct box clip = box_common(box, draw->bounds);
            if (clip.w > 0 && clip.h > 0) {
                draw_paint(paint, frame, draw, theme, canvas, clip);
            }
        }
        if (frame->scene.dim < 100) {
            dim_paint(canvas, box, frame->scene.dim);
        }
    }
}

uint64_t canvas_hash(const struct canvas *canvas)
{
    uint64_t hash = FNV_START;
    for (int32_t y = 0; y < canvas->height; y++) {
        const uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->stride_px;
        for (int32_t x = 0; x < canvas->width; x++) {
            /* the fourth byte has no meaning */
            hash = fnv_value(hash, row[x] & 0xFFFFFF);
        }
    }
    return hash;
}
