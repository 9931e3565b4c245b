/* SPDX-License-Identifier: MIT */
#include "ui/blocks/countdown.h"

enum {
    RING_UM = 4300,
    RING_LEAST_UM = 1800,
    STONE_PERCENT = 56,
    STROKE_UM = 400,
    CONTROL_GAP_UM = 500
};
_Static_assert(RING_UM + STROKE_UM / 2 == COUNTDOWN_OVER_UM, "the ring and half its stroke");

/* Draws the line and its stone. The stone passes over the control at the foot and stays clear of
 * it: on a low page its ring is smaller, and the horizon rises into the room above that is kept
 * free for a larger ring. */
static void draw_line(struct ui *ui, const struct countdown *countdown)
{
    struct scene *scene = &ui->frame->scene;
    const struct node *control = frame_find(ui->frame, countdown->beside_id);
    const int32_t foot = control->rect.y - ui_um(ui, CONTROL_GAP_UM);
    const int32_t most = foot - ui_um(ui, RING_LEAST_UM);
    scene->horizon_y = scene->horizon_y < most ? scene->horizon_y : most;
    const float y = (float)scene->horizon_y;
    const float x = (float)ui->width * (float)countdown->left / (float)countdown->whole;
    const float room = (float)foot - y, usual = ui_umf(ui, RING_UM);
    const float ring = room < usual ? room : usual;
    ui_rule(ui, 0, y, x, y, INK_OUTLINE, ui_umf(ui, 1700));
    ui_disc(ui, x, y, ring * STONE_PERCENT / 100, INK_OUTLINE, 255);
    ui_ring(ui, x, y, ring, INK_OUTLINE, ui_umf(ui, STROKE_UM), 255);
}

void ui_countdown(struct ui *ui, const struct countdown *countdown)
{
    draw_line(ui, countdown);
    if (countdown->words == NULL) {
        return;
    }
    const struct node *beside = frame_find(ui->frame, countdown->beside_id);
    const int32_t line = ui_line_px(ui, TYPE_BODY);
    const int32_t height = ui_button_height(ui, BUTTON_HERO_PRIMARY);
    const int32_t room = ui->width - 2 * ui->margin_x - beside->rect.w - ui_um(ui, 3000);
    const bool holds = ui_text_width(ui, TYPE_BODY, countdown->words) <= room;
    ui_text(ui, &(struct ui_text){.id = countdown->id,
                                  .text = holds ? countdown->words : countdown->digits,
                                  .spoken = countdown->words,
                                  .role = ROLE_PROGRESS, /* said once, in good time */
                                  .type = TYPE_BODY,
                                  .align = ALIGN_END,
                                  .x = ui->width - ui->margin_x - room,
                                  .y = ui->height - ui->margin_y - height / 2 - line / 2,
                                  .w = room});
}
