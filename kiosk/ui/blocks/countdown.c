/* SPDX-License-Identifier: MIT */
#include "ui/blocks/countdown.h"

enum { RING_UM = 4300, STROKE_UM = 400 };
_Static_assert(RING_UM + STROKE_UM / 2 == COUNTDOWN_OVER_UM, "the ring and half its stroke");

static void draw_line(struct ui *ui, const struct countdown *countdown)
{
    const float y = (float)ui->frame->scene.horizon_y;
    const float x = (float)ui->width * (float)countdown->left / (float)countdown->whole;
    ui_rule(ui, 0, y, x, y, INK_OUTLINE, ui_umf(ui, 1700));
    ui_disc(ui, x, y, ui_umf(ui, 2400), INK_OUTLINE, 255);
    ui_ring(ui, x, y, ui_umf(ui, RING_UM), INK_OUTLINE, ui_umf(ui, STROKE_UM), 255);
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
