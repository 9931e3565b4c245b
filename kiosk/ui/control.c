/* SPDX-License-Identifier: MIT */
/* What every control has: its target, its edge, its ring of focus. */
#include "ui/build.h"

#include <string.h>

float ui_edge_px(const struct ui *ui, bool chosen, bool pressed)
{
    float edge = ui_umf(ui, ui->theme->edge_um);
    edge = edge < 2.0F ? 2.0F : edge;
    if (chosen) {
        float thick = ui_umf(ui, 1000);
        return thick > 1.8F * edge ? thick : 1.8F * edge;
    }
    return pressed ? 1.6F * edge : edge;
}

void ui_target(struct ui *ui, struct node *node, const char *label, const char *spoken,
               uint16_t action, int16_t arg)
{
    node->text = frame_text(ui->frame, label);
    node->spoken = spoken != NULL ? frame_text(ui->frame, spoken) : node->text;
    node->hit = node->rect;
    node->action = action;
    node->arg = arg;
    node->flags |= NODE_FOCUSABLE;
    if (ui->show_focus && strcmp(ui->focus_id, node->id) == 0) {
        node->flags |= NODE_FOCUSED;
    }
    if (strcmp(ui->pressed_id, node->id) == 0) {
        node->flags |= NODE_PRESSED;
    }
}

void ui_focus_ring(struct ui *ui, const struct node *node, float radius)
{
    if ((node->flags & NODE_FOCUSED) == 0) {
        return;
    }
    float ring = ui_umf(ui, 900);
    ring = ring < 3.0F ? 3.0F : ring;
    float gap = ui_umf(ui, 600);
    float reach = gap + ring;
    struct draw draw = {.kind = DRAW_BOX,
                        .stroke = INK_FOCUS,
                        .stroke_alpha = 255,
                        .stroke_px = ring,
                        .x = (float)node->rect.x - reach,
                        .y = (float)node->rect.y - reach,
                        .w = (float)node->rect.w + 2 * reach,
                        .h = (float)node->rect.h + 2 * reach,
                        .radius = radius + reach};
    frame_draw(ui->frame, &draw);
    if (ui->theme->high_contrast) {
        /* In pure black and white, a second thin ring makes the mark readable on any ground. */
        float thin = ui_umf(ui, 360);
        thin = thin < 2.0F ? 2.0F : thin;
        float out = reach + gap / 2 + thin;
        draw.stroke_px = thin;
        draw.x = (float)node->rect.x - out;
        draw.y = (float)node->rect.y - out;
        draw.w = (float)node->rect.w + 2 * out;
        draw.h = (float)node->rect.h + 2 * out;
        draw.radius = radius + out;
        frame_draw(ui->frame, &draw);
    }
}

void ui_control_shape(struct ui *ui, struct node *node, const struct ui_control *control)
{
    bool pressed = (node->flags & NODE_PRESSED) != 0;
    const bool primary = control->primary;
    node->bg = primary ? INK_PRIMARY : INK_SURFACE;
    node->fg = primary ? INK_ON_PRIMARY : INK_INK;
    node->outline = control->disabled ? INK_DIVIDER : primary ? INK_PRIMARY : INK_OUTLINE;
    struct draw draw = {.kind = DRAW_BOX,
                        .fill = node->bg,
                        .fill_alpha = 255,
                        .stroke = primary && pressed ? INK_FOCUS : node->outline,
                        .stroke_alpha = 255,
                        .stroke_px = ui_edge_px(ui, control->chosen, pressed),
                        .x = (float)node->rect.x,
                        .y = (float)node->rect.y,
                        .w = (float)node->rect.w,
                        .h = (float)node->rect.h,
                        .radius = control->radius_px};
    frame_draw(ui->frame, &draw);
    ui_focus_ring(ui, node, control->radius_px);
}
