/* SPDX-License-Identifier: MIT */
#include "ui/area.h"

#include "ui/build.h"

#include <math.h>

enum {
    RADIUS_UM = 2500,
    DOT_UM = 420,
    ELLIPSE_POINTS = 48,
    ELLIPSE_ALPHA = 150,
};

void ui_area(struct ui *ui, const struct ui_button *area, enum type type, struct box box)
{
    struct node *node =
        ui_node(ui, area->id, area->role == ROLE_CHOICE ? ROLE_CHOICE : ROLE_BUTTON, box);
    ui_target(ui, node, area->label, area->spoken, area->action, area->arg);
    node->flags |= area->chosen ? NODE_CHOSEN : 0;
    ui_node_type(ui, node, type);
    node->fg = INK_INK;
    node->bg = INK_BG;
    node->lines = 1;
    ui_focus_ring(ui, node, ui_umf(ui, RADIUS_UM));
}

void ui_sheet(struct ui *ui, struct box box, float radius_px, bool chosen)
{
    frame_draw(ui->frame, &(struct draw){.kind = DRAW_BOX,
                                         .fill = INK_SURFACE,
                                         .fill_alpha = 255,
                                         .stroke = INK_OUTLINE,
                                         .stroke_alpha = 255,
                                         .stroke_px = ui_edge_px(ui, chosen, false),
                                         .x = (float)box.x,
                                         .y = (float)box.y,
                                         .w = (float)box.w,
                                         .h = (float)box.h,
                                         .radius = radius_px});
}

void ui_image(struct ui *ui, const char *id, const char *spoken, struct box box)
{
    struct node *node = ui_node(ui, id, ROLE_IMAGE, box);
    node->spoken = frame_text(ui->frame, spoken);
    ui_node_type(ui, node, TYPE_F_CAPTION);
    node->fg = INK_OUTLINE;
    node->bg = INK_BG;
}

void ui_remark(struct ui *ui, const char *id, const char *spoken, struct box box)
{
    ui_image(ui, id, spoken, box);
    ui->frame->node[ui->frame->node_count - 1].role = ROLE_STATUS;
}

void ui_words(struct ui *ui, const char *id, const char *text, enum type type, struct box box)
{
    struct node *node = ui_node(ui, id, ROLE_TEXT, box);
    node->text = node->spoken = frame_text(ui->frame, text);
    ui_node_type(ui, node, type);
    node->fg = INK_INK2;
    node->bg = INK_BG;
    node->lines = 1;
}

static void dotted_path(struct ui *ui, const struct draw_point *points, uint32_t count,
                        uint8_t closed, uint8_t alpha)
{
    float stroke = ui_umf(ui, DOT_UM);
    struct draw draw = {.kind = DRAW_PATH,
                        .flags = (uint8_t)(DRAW_DOTTED | closed),
                        .stroke = INK_OUTLINE,
                        .stroke_alpha = alpha,
                        .stroke_px = stroke < 1.5F ? 1.5F : stroke,
                        .first = frame_points(ui->frame, points, count),
                        .count = count};
    frame_draw(ui->frame, &draw);
}

void ui_dotted_rule(struct ui *ui, int32_t x0, int32_t y0, int32_t x1, int32_t y1)
{
    struct draw_point points[2] = {{(float)x0, (float)y0}, {(float)x1, (float)y1}};
    dotted_path(ui, points, 2, 0, 255);
}

void ui_dotted_ellipse(struct ui *ui, int32_t x, int32_t y, int32_t radius_x, int32_t radius_y)
{
    struct draw_point points[ELLIPSE_POINTS];
    for (uint32_t i = 0; i < ELLIPSE_POINTS; i++) {
        float angle = 6.2831853F * (float)i / ELLIPSE_POINTS;
        points[i] = (struct draw_point){(float)x + (float)radius_x * cosf(angle),
                                        (float)y + (float)radius_y * sinf(angle)};
    }
    dotted_path(ui, points, ELLIPSE_POINTS, DRAW_CLOSED, ELLIPSE_ALPHA);
}
