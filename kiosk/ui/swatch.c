/* SPDX-License-Identifier: MIT */
/* Swatches: looks to choose from, each in its own colours. */
#include "ui/build.h"

#include <string.h>

enum { GAP_UM = 4500 };

/* Draws the half of the disc that is water: a chord, closed along the rim. */
static void draw_water(struct ui *ui, enum theme_id look, float x, float y, float radius)
{
    enum { RIM = 24 };
    static const float COSINE[RIM / 2 + 1] = {1.0F,     0.9659F,  0.8660F,  0.7071F, 0.5F,
                                              0.2588F,  0,        -0.2588F, -0.5F,   -0.7071F,
                                              -0.8660F, -0.9659F, -1.0F};
    struct draw_point rim[RIM / 2 + 1];
    for (int i = 0; i <= RIM / 2; i++) {
        float cosine = COSINE[i], sine = COSINE[i <= 6 ? 6 - i : i - 6];
        rim[i] = (struct draw_point){x + radius * 0.93F * cosine,
                                     y + radius * 0.36F + radius * 0.56F * sine};
    }
    struct draw water = {.kind = DRAW_PATH,
                         .flags = DRAW_CLOSED,
                         .fill = (uint8_t)THEME_INK(look, INK_WATER1),
                         .fill_alpha = 255,
                         .first = frame_points(ui->frame, rim, RIM / 2 + 1),
                         .count = RIM / 2 + 1};
    frame_draw(ui->frame, &water);
}

/* Draws a look as a disc of its paper and water, with a letter on the paper. */
static void draw_swatch(struct ui *ui, const struct ui_button *swatch, struct box box)
{
    const enum theme_id look = (enum theme_id)swatch->arg;
    struct node *node = ui_node(ui, swatch->id, ROLE_CHOICE, box);
    ui_target(ui, node, swatch->label, swatch->spoken, swatch->action, swatch->arg);
    node->flags |= swatch->chosen ? NODE_CHOSEN : 0;
    ui_node_type(ui, node, TYPE_BODY);
    node->lines = 1;
    node->fg = INK_INK;
    node->bg = INK_SURFACE;
    node->outline = INK_OUTLINE;
    float r = (float)box.h / 2, x = (float)box.x + r, y = (float)box.y + r;
    float inner = swatch->chosen ? r - ui_umf(ui, 1900) : r - 1;
    struct draw disc = {.kind = DRAW_DISC,
                        .fill = (uint8_t)THEME_INK(look, INK_SKY1),
                        .fill_alpha = 255,
                        .x = x,
                        .y = y,
                        .w = inner};
    frame_draw(ui->frame, &disc);
    draw_water(ui, look, x, y, inner);
    ui_ring(ui, x, y, inner, INK_OUTLINE, ui_edge_px(ui, false, false), 255);
    if (swatch->chosen) {
        float thick = ui_edge_px(ui, true, false);
        ui_ring(ui, x, y, r - thick / 2, INK_OUTLINE, thick, 255);
    }
    int32_t width = ui_text_width(ui, TYPE_BODY, swatch->sample);
    ui_line_at(ui, node->font, (enum ink)THEME_INK(look, INK_INK), swatch->sample,
               strlen(swatch->sample), box.x + (box.w - width) / 2, box.y + box.h / 2);
    ui_focus_ring(ui, node, r);
}

int32_t ui_swatch_rows(struct ui *ui, const struct ui_button *swatches, uint32_t count, int32_t x,
                       int32_t y, int32_t w)
{
    int32_t side = ui_button_height(ui, BUTTON_CHIP), gap = ui_um(ui, GAP_UM);
    int32_t at = x, top = y;
    const char *chosen = "";
    for (uint32_t i = 0; i < count; i++) {
        if (at > x && at + side > x + w) {
            at = x;
            top += side + gap;
        }
        draw_swatch(ui, &swatches[i], (struct box){at, top, side, side});
        at += side + gap;
        chosen = swatches[i].chosen ? swatches[i].label : chosen;
    }
    if (at + ui_text_width(ui, TYPE_CAPTION, chosen) <= x + w) {
        ui_label(ui, TYPE_CAPTION, INK_INK2, chosen, (struct box){at, top, x + w - at, side},
                 ALIGN_START);
    }
    return top + side - y;
}
