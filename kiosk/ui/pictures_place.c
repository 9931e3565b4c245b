/* SPDX-License-Identifier: MIT */
/* The picture of a good place, set by hand on a ground of 236 by 200, seen from the side. */
#include "ui/pictures.h"

#include "ui/area.h"

enum { WIDE = 2 * PICTURE_PLACE_WIDE, HIGH = 200 };

/* The ground: where it begins, and how large a unit of it is. */
struct ground {
    struct ui *ui;
    float x, y, unit;
};

static void line(const struct ground *on, float x0, float y0, float x1, float y1, int32_t um)
{
    ui_rule(on->ui, on->x + x0 * on->unit, on->y + y0 * on->unit, on->x + x1 * on->unit,
            on->y + y1 * on->unit, INK_OUTLINE, ui_umf(on->ui, um));
}

static void ring(const struct ground *on, float x, float y, float radius, int32_t um)
{
    ui_ring(on->ui, on->x + x * on->unit, on->y + y * on->unit, radius * on->unit, INK_OUTLINE,
            ui_umf(on->ui, um), 255);
}

static void disc(const struct ground *on, float x, float y, float radius)
{
    ui_disc(on->ui, on->x + x * on->unit, on->y + y * on->unit, radius * on->unit, INK_OUTLINE,
            255);
}

static void box(const struct ground *on, float x, float y, float w, float h, float radius)
{
    frame_draw(on->ui->frame, &(struct draw){.kind = DRAW_BOX,
                                             .fill = INK_OUTLINE,
                                             .fill_alpha = 255,
                                             .x = on->x + x * on->unit,
                                             .y = on->y + y * on->unit,
                                             .w = w * on->unit,
                                             .h = h * on->unit,
                                             .radius = radius * on->unit});
}

static void dotted(const struct ground *on, float x0, float y0, float x1, float y1)
{
    ui_dotted_rule(on->ui, (int32_t)(on->x + x0 * on->unit), (int32_t)(on->y + y0 * on->unit),
                   (int32_t)(on->x + x1 * on->unit), (int32_t)(on->y + y1 * on->unit));
}

/* Draws somebody in a wheelchair, with knees and wheel under the table. */
static void draw_person(const struct ground *on)
{
    disc(on, 62, 78, 11);
    box(on, 53, 95, 17, 50, 8.5F);
    box(on, 53, 129, 56, 15, 7.5F);
    box(on, 97, 129, 12, 46, 6);
    ring(on, 62, 151, 24.5F, 500);
    disc(on, 62, 151, 3);
}

/* Headphones hang at the table's far edge. */
static void draw_headphones(const struct ground *on)
{
    line(on, 176, 122, 176, 131, 400);
    ring(on, 176, 141, 10, 400);
    disc(on, 166.5F, 144, 4.5F);
    disc(on, 185.5F, 144, 4.5F);
}

static void draw_height(const struct ground *on, const char *height)
{
    enum { ROOM = 36 };
    struct ui *ui = on->ui;
    dotted(on, 148, 56, 192, 56);
    line(on, 200, 56, 200, 176, 250);
    line(on, 196, 56, 204, 56, 250);
    line(on, 196, 176, 204, 176, 250);
    int32_t h = ui_line_px(ui, TYPE_F_TEXT), w = ui_text_width(ui, TYPE_F_TEXT, height);
    int32_t x = (int32_t)(on->x + 206 * on->unit), y = (int32_t)(on->y + 116 * on->unit) - h / 2;
    if (w <= (int32_t)(ROOM * on->unit)) {
        ui_label(ui, TYPE_F_TEXT, INK_NONE, height, (struct box){x, y, w, h}, ALIGN_START);
    }
}

void picture_place(struct ui *ui, struct box at, const char *height)
{
    float across = (float)at.w / WIDE, down = (float)at.h / HIGH;
    struct ground on = {.ui = ui, .unit = across < down ? across : down};
    on.x = (float)at.x + ((float)at.w - WIDE * on.unit) / 2;
    on.y = (float)at.y + ((float)at.h - HIGH * on.unit) / 2;
    line(&on, 12, 24, 12, 176, 700);   /* the wall */
    line(&on, 12, 176, 224, 176, 400); /* the floor */
    draw_person(&on);
    line(&on, 88, 122, 190, 122, 700); /* the table */
    box(&on, 136, 56, 8, 54, 3);       /* the screen */
    line(&on, 144, 84, 152, 84, 500);
    line(&on, 152, 84, 152, 121, 500);
    dotted(&on, 80, 78, 130, 80);
    draw_headphones(&on);
    draw_height(&on, height);
}
