/* SPDX-License-Identifier: MIT */
#include "ui/blocks/hundred.h"

#include "ui/pictures.h"

enum {
    SWATCH_UM = 2800, /* as high as a capital of the key */
    SWATCH_GAP_UM = 1800,
    BETWEEN = 3, /* such gaps between the two parts of the key */
    OVER_UM = 1500,
};

static int32_t part_width(const struct ui *ui, enum type type, const char *words)
{
    return ui_um(ui, SWATCH_UM) + ui_um(ui, SWATCH_GAP_UM) + ui_text_width(ui, type, words);
}

static bool in_rows(const struct ui *ui, const struct hundred *hundred, int32_t w)
{
    return part_width(ui, hundred->type, hundred->coin) + BETWEEN * ui_um(ui, SWATCH_GAP_UM) +
               part_width(ui, hundred->type, hundred->more) >
           w;
}

int32_t hundred_key_height(const struct ui *ui, const struct hundred *hundred, int32_t w)
{
    return (in_rows(ui, hundred, w) ? 2 : 1) * ui_line_px(ui, hundred->type) + ui_um(ui, OVER_UM);
}

static void draw_part(struct ui *ui, enum type type, enum hundred_stone stone, const char *words,
                      int32_t x, int32_t y)
{
    const int32_t line = ui_line_px(ui, type), w = part_width(ui, type, words);
    const int32_t after = ui_um(ui, SWATCH_UM) + ui_um(ui, SWATCH_GAP_UM);
    const float half = ui_umf(ui, SWATCH_UM) / 2;
    picture_hundred_stone(ui, stone, (float)x + half, (float)(y + line / 2), half);
    ui_label(ui, type, INK_NONE, words, (struct box){x + after, y, w - after, line}, ALIGN_START);
}

void hundred_draw(struct ui *ui, const struct hundred *hundred, struct box box)
{
    const int32_t key_h = hundred_key_height(ui, hundred, box.w), stones_h = box.h - key_h;
    picture_hundred(ui, (struct box){box.x, box.y, box.w, stones_h}, hundred->in_100);
    int32_t x = box.x, y = box.y + stones_h + ui_um(ui, OVER_UM);
    draw_part(ui, hundred->type, HUNDRED_COIN, hundred->coin, x, y);
    if (in_rows(ui, hundred, box.w)) {
        y += ui_line_px(ui, hundred->type);
    } else {
        x += part_width(ui, hundred->type, hundred->coin) + BETWEEN * ui_um(ui, SWATCH_GAP_UM);
    }
    draw_part(ui, hundred->type, HUNDRED_MORE, hundred->more, x, y);
}
