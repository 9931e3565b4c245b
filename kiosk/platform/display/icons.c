/* SPDX-License-Identifier: MIT */
#include "platform/display/icons.h"

#include "platform/display/stencil.h"

#include <assert.h>
#include <stddef.h>

enum pen_op {
    PEN_END,
    PEN_MOVE,  /* x y */
    PEN_LINE,  /* x y */
    PEN_CURVE, /* x1 y1 x2 y2 x y */
    PEN_CLOSE,
    PEN_ARC,    /* x y radius from to, clockwise as seen */
    PEN_BACK,   /* the same, anticlockwise */
    PEN_ONWARD, /* a PEN_ARC that is joined to the last point by a line */
    PEN_RING,   /* x y radius */
    PEN_KNOB,   /* x y radius: a ring that covers what is below it */
    PEN_DOT,    /* x y radius: filled */
    PEN_BOX,    /* x y w h radius */
    PEN_DASHES, /* x y radius: a ring of short strokes */
    PEN_FAINT,  /* what follows is drawn with 0.7 of the alpha */
};

struct pen {
    enum pen_op op;
    float v[6];
};

#define PI 3.14159265f
#define MOVE(...)                                                                                  \
    {                                                                                              \
        PEN_MOVE,                                                                                  \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define LINE(...)                                                                                  \
    {                                                                                              \
        PEN_LINE,                                                                                  \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define CURVE(...)                                                                                 \
    {                                                                                              \
        PEN_CURVE,                                                                                 \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define CLOSE {PEN_CLOSE, {0}}
#define ARC(...)                                                                                   \
    {                                                                                              \
        PEN_ARC,                                                                                   \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define ONWARD(...)                                                                                \
    {                                                                                              \
        PEN_ONWARD,                                                                                \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define BACK(...)                                                                                  \
    {                                                                                              \
        PEN_BACK,                                                                                  \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define RING(...)                                                                                  \
    {                                                                                              \
        PEN_RING,                                                                                  \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define KNOB(...)                                                                                  \
    {                                                                                              \
        PEN_KNOB,                                                                                  \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define DOT(...)                                                                                   \
    {                                                                                              \
        PEN_DOT,                                                                                   \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define BOX(...)                                                                                   \
    {                                                                                              \
        PEN_BOX,                                                                                   \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define DASHES(...)                                                                                \
    {                                                                                              \
        PEN_DASHES,                                                                                \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define FAINT {PEN_FAINT, {0}}
#define ICON(...)                                                                                  \
    (const struct pen[])                                                                           \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            PEN_END, {0}                                                                           \
        }                                                                                          \
    }
#define EYE                                                                                        \
    MOVE(2.5f, 12), CURVE(6, 6.2f, 18, 6.2f, 21.5f, 12), CURVE(18, 17.8f, 6, 17.8f, 2.5f, 12),     \
        CLOSE, RING(12, 12, 2.7f)

static const struct pen *const icons[ICON_COUNT] = {
    [ICON_BACK] = ICON(MOVE(14.5f, 5), LINE(7.5f, 12), LINE(14.5f, 19)),
    [ICON_NEXT] = ICON(MOVE(9.5f, 5), LINE(16.5f, 12), LINE(9.5f, 19)),
    [ICON_LISTEN] =
        ICON(MOVE(4, 9.5f), LINE(7.5f, 9.5f), LINE(12, 5.5f), LINE(12, 18.5f), LINE(7.5f, 14.5f),
             LINE(4, 14.5f), CLOSE, ARC(11.896f, 12, 4.6f, -0.7691f, 0.7691f),
             ARC(11.979f, 12, 8.5f, -0.7837f, 0.7837f)),
    [ICON_PAUSE] = ICON(MOVE(8.6f, 5.5f), LINE(8.6f, 18.5f), MOVE(15.4f, 5.5f), LINE(15.4f, 18.5f)),
    [ICON_EYE] = ICON(EYE),
    [ICON_EYE_OFF] = ICON(EYE, MOVE(4.5f, 20), LINE(19.5f, 4)),
    [ICON_ERASE] = ICON(MOVE(6, 6), LINE(18, 18), MOVE(18, 6), LINE(6, 18)),
    [ICON_TICK] = ICON(MOVE(5, 12.5f), LINE(10, 17.5f), LINE(19.5f, 6.8f)),
    [ICON_COMFORT] = ICON(MOVE(3.5f, 8), LINE(20.5f, 8), MOVE(3.5f, 16), LINE(20.5f, 16),
                          KNOB(15, 8, 2.6f), KNOB(9, 16, 2.6f)),
    [ICON_LOCK] = ICON(BOX(5, 10.5f, 14, 10, 2.2f), MOVE(8, 10.5f), LINE(8, 8),
                       ONWARD(12, 8, 4, PI, 2 * PI), LINE(16, 10.5f)),
    [ICON_LANGUAGE] = ICON(RING(12, 12, 8.6f), MOVE(3.4f, 12), LINE(20.6f, 12), MOVE(12, 3.4f),
                           CURVE(7.6f, 8, 7.6f, 16, 12, 20.6f), MOVE(12, 3.4f),
                           CURVE(16.4f, 8, 16.4f, 16, 12, 20.6f)),
    [ICON_REDO] = ICON(BACK(12.028f, 12.649f, 7.6f, -0.4711f, -0.0855f), MOVE(19.6f, 4.2f),
                       LINE(19.2f, 9.4f), LINE(14, 9.2f)),
    [ICON_PLUS] = ICON(MOVE(12, 5), LINE(12, 19), MOVE(5, 12), LINE(19, 12)),
    [ICON_MORE] = ICON(DOT(5, 12, 1.5f), DOT(12, 12, 1.5f), DOT(19, 12, 1.5f)),
    [ICON_MINUS] = ICON(MOVE(5, 12), LINE(19, 12)),
    [ICON_OPEN] = ICON(RING(12, 12, 8.4f), DOT(12, 12, 2.6f)),
    [ICON_CHART] =
        ICON(MOVE(5, 11), LINE(5, 17), MOVE(12, 4.5f), LINE(12, 15), MOVE(19, 8), LINE(19, 20)),
    [ICON_GEAR] = ICON(RING(12, 12, 3.2f), DASHES(12, 12, 8.4f)),
    [ICON_INFO] = ICON(RING(12, 12, 9), MOVE(12, 11), LINE(12, 16.5f), DOT(12, 7.7f, 0.7f)),
    [ICON_DRIVE] = ICON(BOX(6.5f, 9, 11, 12, 2), BOX(8.7f, 3.5f, 6.6f, 5.5f, 0)),
    /* The icons of the promises stand inside a disc; the square of the grid is two thirds of the
     * disc's width. */
    [ICON_NAME] = ICON(BOX(3, 6.6f, 18, 10.8f, 2.4f), MOVE(1.8f, 21), LINE(22.2f, 3)),
    [ICON_SENSES] =
        ICON(RING(12, 12, 7.8f), RING(12, 12, 2.7f), MOVE(2.4f, 21.6f), LINE(21.6f, 2.4f)),
    [ICON_MIXED] =
        ICON(DOT(4.8f, 7.6f, 0.7f), DOT(9.6f, 3.4f, 0.7f), DOT(15, 6.4f, 0.7f), DOT(19.8f, 4, 0.7f),
             DOT(7.8f, 10.6f, 0.7f), DOT(17.4f, 11.2f, 0.7f), MOVE(1.2f, 16.6f),
             CURVE(4.8f, 13, 8.4f, 13, 12, 16.6f), CURVE(15.6f, 20.2f, 19.2f, 20.2f, 22.8f, 16.6f),
             FAINT, MOVE(4.2f, 21.4f), CURVE(6.6f, 19, 9.6f, 19, 12, 21.4f),
             CURVE(14.4f, 23.8f, 17.4f, 23.8f, 19.8f, 21.4f)),
    [ICON_CLEAR] = ICON(RING(12, 12, 8.4f), MOVE(3.6f, 13.2f), LINE(20.4f, 13.2f)),
    [ICON_CLOCK] =
        ICON(ARC(12, 12, 8.4f, -PI / 2, PI), MOVE(12, 7.8f), LINE(12, 12.6f), LINE(15.6f, 14.4f)),
    [ICON_CAPITALS] = ICON(MOVE(12, 3.8f), LINE(20.4f, 12.6f), LINE(15.8f, 12.6f), LINE(15.8f, 20),
                           LINE(8.2f, 20), LINE(8.2f, 12.6f), LINE(3.6f, 12.6f), CLOSE),
    [ICON_QUESTION] = ICON(RING(12, 12, 9), MOVE(9, 9.6f), CURVE(9, 5.6f, 15, 5.6f, 15, 9.4f),
                           CURVE(15, 11.6f, 12, 11.6f, 12, 14), DOT(12, 16.8f, 0.7f)),
    [ICON_PAIR] = ICON(RING(8.4f, 12, 5.9f), RING(15.6f, 12, 5.9f), DOT(8.4f, 12, 1.1f),
                       DOT(15.6f, 12, 1.1f)),
    [ICON_SWITCH] = ICON(RING(12, 9.2f, 5.4f), DOT(12, 9.2f, 1.3f), MOVE(3, 17), LINE(3, 20.5f),
                         LINE(21, 20.5f), LINE(21, 17)),
    [ICON_CARD] = ICON(BOX(2.5f, 6, 19, 12.2f, 2.2f), MOVE(2.5f, 10.2f), LINE(21.5f, 10.2f)),
    [ICON_HEALTH] = ICON(RING(12, 12, 9), MOVE(7.7f, 12.4f), LINE(10.8f, 15.4f), LINE(16.5f, 8.8f)),
    [ICON_SCREEN] =
        ICON(BOX(3, 4.5f, 18, 11.5f, 2), MOVE(12, 16), LINE(12, 20), MOVE(8, 20), LINE(16, 20)),
    [ICON_DELETE] = ICON(MOVE(8.4f, 5.2f), LINE(20.9f, 5.2f), LINE(20.9f, 18.8f), LINE(8.4f, 18.8f),
                         LINE(2.1f, 12), CLOSE, MOVE(11.5f, 9.4f), LINE(16.7f, 14.6f),
                         MOVE(16.7f, 9.4f), LINE(11.5f, 14.6f)),
};

static void round_box(cairo_t *cairo, const float v[6])
{
    double left = v[0], top = v[1], right = v[0] + v[2], bottom = v[1] + v[3], r = v[4];
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - r, top + r, r, -PI / 2, 0);
    cairo_arc(cairo, right - r, bottom - r, r, 0, PI / 2);
    cairo_arc(cairo, left + r, bottom - r, r, PI / 2, PI);
    cairo_arc(cairo, left + r, top + r, r, PI, 3 * PI / 2);
    cairo_close_path(cairo);
}

struct brush {
    struct stencil stencil;
    uint32_t line, ground;
    uint32_t alpha;
};

/* Strokes what was drawn so far, so that the next part can cover it. */
static void lift(struct brush *brush)
{
    cairo_stroke(brush->stencil.cairo);
    stencil_blend(&brush->stencil, brush->line, brush->alpha);
}

static void ring(cairo_t *cairo, const float v[6])
{
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, v[0], v[1], v[2], 0, 2 * PI);
    cairo_close_path(cairo);
}

/* Parts with a fill or a dash of their own. */
static void solid_part(struct brush *brush, const struct pen *pen)
{
    const double dash[] = {3.2, 3.4};
    cairo_t *cairo = brush->stencil.cairo;
    lift(brush);
    ring(cairo, pen->v);
    if (pen->op == PEN_DASHES) {
        cairo_set_dash(cairo, dash, 2, 0);
        lift(brush);
        cairo_set_dash(cairo, NULL, 0, 0);
        return;
    }
    cairo_fill_preserve(cairo);
    if (pen->op == PEN_KNOB) {
        stencil_blend(&brush->stencil, brush->ground, brush->alpha);
    }
    lift(brush);
}

static void part(struct brush *brush, const struct pen *pen)
{
    cairo_t *cairo = brush->stencil.cairo;
    const float *v = pen->v;
    switch (pen->op) {
    case PEN_MOVE:
        cairo_move_to(cairo, v[0], v[1]);
        break;
    case PEN_LINE:
        cairo_line_to(cairo, v[0], v[1]);
        break;
    case PEN_CURVE:
        cairo_curve_to(cairo, v[0], v[1], v[2], v[3], v[4], v[5]);
        break;
    case PEN_CLOSE:
        cairo_close_path(cairo);
        break;
    case PEN_ARC:
    case PEN_BACK:
        cairo_new_sub_path(cairo);
        (pen->op == PEN_ARC ? cairo_arc : cairo_arc_negative)(cairo, v[0], v[1], v[2], v[3], v[4]);
        break;
    case PEN_ONWARD:
        cairo_arc(cairo, v[0], v[1], v[2], v[3], v[4]);
        break;
    case PEN_RING:
        ring(cairo, v);
        break;
    case PEN_BOX:
        round_box(cairo, v);
        break;
    case PEN_KNOB:
    case PEN_DOT:
    case PEN_DASHES:
        solid_part(brush, pen);
        break;
    case PEN_FAINT:
        lift(brush);
        brush->alpha = brush->alpha * 7 / 10;
        break;
    case PEN_END:
        break;
    }
}

void icon_paint(struct canvas *canvas, struct box clip, const struct draw *draw,
                const struct theme *theme)
{
    assert(draw->icon < ICON_COUNT);
    const struct pen *pen = icons[draw->icon];
    if (pen == NULL || draw->w <= 0) {
        return;
    }
    struct brush brush = {
        .line = theme_rgb(theme, draw->stroke),
        .ground = theme_rgb(theme, draw->fill != INK_NONE ? draw->fill : INK_SURFACE),
        .alpha = draw->stroke_alpha,
    };
    double unit = draw->w / 24.0;
    bool mirror = (draw->flags & DRAW_MIRROR) != 0;
    stencil_open(&brush.stencil, draw->bounds, canvas, clip);
    cairo_t *cairo = brush.stencil.cairo;
    cairo_translate(cairo, mirror ? draw->x + draw->w : draw->x, draw->y);
    cairo_scale(cairo, mirror ? -unit : unit, unit);
    cairo_set_line_width(cairo, draw->stroke_px / unit);
    for (; pen->op != PEN_END; pen++) {
        part(&brush, pen);
    }
    lift(&brush);
    stencil_close(&brush.stencil);
}
