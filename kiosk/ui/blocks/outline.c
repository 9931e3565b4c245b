/* SPDX-License-Identifier: MIT */
#include "ui/blocks/outline.h"

#include "core/card_fit.h"
#include "ui/build.h"

enum {
    CARD_RADIUS_UM = 3180,
    EDGE_UM = 500,
    TICK_UM = 5000, /* half centimetres along the lower edge */
    TICK_HEIGHT_UM = 2000,
    GRIP_UM = 2500, /* the corner that follows a finger */
    COLUMN_GAP_UM = 12000,
    COLUMN_GAP_LEAST_UM = 4000,
    /* Hundredths. Beside the words, the outline gets twice its own width where the words keep their
       least share, and never less than its width. */
    WORDS_LEAST = 33,
    WORDS_MOST = 45,
    WORDS_LEAST_UM = 45000,
    /* On the smallest panels the outline may reach beyond the words, nearly to the controls. */
    TO_WATER_UM = 4000,
    TO_CONTROLS_UM = 7400,
    STACKED = 40, /* above the outline, of the height */
};

static int32_t card_px(uint32_t px_per_m, int32_t um)
{
    return (int32_t)((int64_t)um * px_per_m / 1000000);
}

static void draw_edge(struct ui *ui, struct box box, float radius)
{
    struct draw draw = {.kind = DRAW_BOX,
                        .fill = INK_SURFACE,
                        .fill_alpha = 255,
                        .stroke = INK_OUTLINE,
                        .stroke_alpha = 255,
                        .stroke_px = ui_umf(ui, EDGE_UM),
                        .x = (float)box.x,
                        .y = (float)box.y,
                        .w = (float)box.w,
                        .h = (float)box.h,
                        .radius = radius};
    frame_draw(ui->frame, &draw);
}

void ui_outline(struct ui *ui, const struct outline *outline, struct box room)
{
    const uint32_t scale = card_fit_in((struct card_room){room.w, room.h}, outline->px_per_m);
    struct box card = {room.x, room.y, card_px(scale, MACHINE_CARD_WIDTH_UM),
                       card_px(scale, MACHINE_CARD_HEIGHT_UM)};
    float radius = (float)card_px(scale, CARD_RADIUS_UM);
    ui_node(ui, outline->room_id, ROLE_TEXT, room)->flags |= NODE_PICTURE;
    ui_node(ui, outline->id, ROLE_TEXT, card)->flags |= NODE_PICTURE;
    draw_edge(ui, card, radius);
    int32_t tick = card_px(scale, TICK_UM), first = card_px(scale, MACHINE_CARD_WIDTH_UM) % tick;
    int32_t foot = card.y + card.h;
    for (int32_t x = first / 2 + tick, n = 1; x < card.w - tick; x += tick, n++) {
        int32_t height = card_px(scale, n % 2 == 0 ? TICK_HEIGHT_UM : TICK_HEIGHT_UM / 2);
        ui_rule(ui, (float)(card.x + x), (float)foot, (float)(card.x + x), (float)(foot - height),
                INK_OUTLINE, 1.5F);
    }
    float grip = ui_umf(ui, GRIP_UM);
    ui_disc(ui, (float)(card.x + card.w) - grip, (float)foot - grip, grip, INK_OUTLINE, 255);
    struct ui_text words = {.id = outline->words_id,
                            .text = outline->words,
                            .role = ROLE_TEXT,
                            .type = TYPE_CAPTION,
                            .align = ALIGN_CENTRE,
                            .balance = true,
                            .x = card.x + card.w / 12,
                            .w = card.w * 10 / 12};
    int32_t height = ui_text_height(ui, &words);
    words.y = card.y + (card.h - height) / 2;
    if (height <= card.h * 7 / 10 && ui_text_holds(ui, words.type, words.text, words.w)) {
        ui_text(ui, &words);
    }
}

/* Cuts the content into a part for the words and one for the outline, by the page's own scale
 * alone. */
void outline_divide(const struct ui *ui, struct box content, struct box *words, struct box *room)
{
    *words = *room = content;
    if (ui->width > ui->height) {
        int32_t card = ui_um(ui, MACHINE_CARD_WIDTH_UM);
        int32_t least = content.w * WORDS_LEAST / 100, most = content.w * WORDS_MOST / 100;
        int32_t gap = ui_gap(ui, COLUMN_GAP_UM);
        if (content.w - gap - card < ui_um(ui, WORDS_LEAST_UM)) {
            gap = ui_um(ui, COLUMN_GAP_LEAST_UM);
        }
        int32_t w = content.w - gap - 2 * card;
        w = w < least ? least : w > most ? most : w;
        words->w = w;
        room->x += w + gap;
        room->w -= w + gap;
    } else {
        words->h = content.h * STACKED / 100 - ui_gap(ui, COLUMN_GAP_UM);
        room->y += content.h * STACKED / 100;
        room->h -= content.h * STACKED / 100;
    }
    room->h += ui->bare ? ui_gap(ui, TO_WATER_UM) + ui_gap(ui, TO_CONTROLS_UM) / 2 : 0;
}

bool outline_holds(const struct ui *ui, struct box room)
{
    return room.w >= ui_um(ui, MACHINE_CARD_WIDTH_UM) &&
           room.h >= ui_um(ui, MACHINE_CARD_HEIGHT_UM);
}
