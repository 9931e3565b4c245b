/* SPDX-License-Identifier: MIT */
#include "ui/blocks/preview.h"

#include "ui/area.h"

enum {
    PAD_UM = 7000,
    STONES_UM = 12800, /* high, with what is free below them */
};

/* Draws as many answers as the card holds. They are pictures and no controls: they take no press
 * and no focus. */
static void draw_answers(struct ui *ui, const struct preview *preview, struct box box)
{
    int32_t gap = ui_um(ui, 3000), least = ui_answer_height_min(ui), most = ui_um(ui, 20000);
    int32_t count = (box.h + gap) / (least + gap);
    count = count < PREVIEW_ANSWERS ? count : PREVIEW_ANSWERS;
    int32_t height = count > 0 ? (box.h + gap) / count - gap : 0;
    height = height < most ? height : most;
    for (int32_t i = 0; i < count; i++) {
        int32_t y = box.y + i * (height + gap);
        ui_sheet(ui, (struct box){box.x, y, box.w, height}, (float)height / 2, false);
        ui_ring(ui, (float)box.x + (float)height / 2, (float)y + (float)height / 2,
                ui_umf(ui, ui_sized_um(ui, 3500)), INK_OUTLINE, ui_umf(ui, 400), 255);
        int32_t label_x = box.x + height / 2 + ui_um(ui, ui_sized_um(ui, 8200));
        ui_label(ui, TYPE_BODY, INK_INK, preview->answer[i],
                 (struct box){label_x, y, box.w, height}, ALIGN_START);
    }
}

/* Draws seven stones, of which the fifth is under way, as they stand over a question. */
static int32_t draw_stones(struct ui *ui, int32_t x, int32_t y, int32_t w)
{
    enum { STONES = 7, AT = 5 };
    struct ui_mark mark = ui_mark(ui);
    int32_t width = ui_progress(ui, &(struct ui_progress){.id = "comfort.preview.stones",
                                                          .current = AT,
                                                          .count = STONES,
                                                          .words = "",
                                                          .x = x,
                                                          .y = y});
    if (width > w) {
        ui_rewind(ui, mark);
        return 0;
    }
    return ui_um(ui, ui_sized_um(ui, STONES_UM));
}

void ui_preview(struct ui *ui, const struct preview *preview, struct box box)
{
    int32_t line = ui_line_px(ui, TYPE_CAPTION), pad = ui_um(ui, PAD_UM);
    ui_text(ui, &(struct ui_text){.id = "comfort.preview",
                                  .text = preview->title,
                                  .role = ROLE_HEADING,
                                  .type = TYPE_CAPTION,
                                  .x = box.x,
                                  .y = box.y,
                                  .w = box.w});
    int32_t top = box.y + line + ui_um(ui, 2500);
    struct draw card = {.kind = DRAW_BOX,
                        .fill = INK_SURFACE,
                        .fill_alpha = 255,
                        .stroke = INK_HAIR,
                        .stroke_alpha = 255,
                        .stroke_px = 1.5F,
                        .x = (float)box.x,
                        .y = (float)top,
                        .w = (float)box.w,
                        .h = (float)(box.y + box.h - top),
                        .radius = ui_umf(ui, 4000)};
    frame_draw(ui->frame, &card);
    int32_t x = box.x + pad, w = box.w - 2 * pad, bottom = box.y + box.h - pad;
    struct ui_text period = {.id = "comfort.preview.period",
                             .text = preview->period,
                             .role = ROLE_TEXT,
                             .type = TYPE_BODY,
                             .x = x,
                             .w = w};
    struct ui_text statement = {.id = "comfort.preview.statement",
                                .text = preview->statement,
                                .role = ROLE_TEXT,
                                .type = TYPE_STATEMENT_SMALL,
                                .ink = INK_INK,
                                .balance = true,
                                .x = x,
                                .w = w};
    int32_t gap = ui_um(ui, 1500), after = ui_um(ui, 6000);
    int32_t words = ui_text_height(ui, &period) + gap + ui_text_height(ui, &statement);
    int32_t y = top + pad * 3 / 4;
    if (y + words > bottom) {
        return;
    }
    /* Stones where they leave room for the words and one answer. */
    int32_t stones = ui_um(ui, ui_sized_um(ui, STONES_UM));
    if (y + stones + words + after + ui_answer_height_min(ui) <= bottom) {
        y += draw_stones(ui, x, y, w);
    }
    period.y = y;
    y += ui_text(ui, &period) + gap;
    statement.y = y;
    y += ui_text(ui, &statement) + after;
    draw_answers(ui, preview, (struct box){x, y, w, bottom - y});
}
