/* SPDX-License-Identifier: MIT */
#include "ui/blocks/figure.h"

enum {
    GAP_UM = 1500,       /* over the number, and under it */
    WORDS_GAP_UM = 4000, /* between the number and its words */
};

static struct ui_text text_of(const char *id, const char *text, int32_t x, int32_t w)
{
    return (struct ui_text){
        .id = id, .text = text, .role = ROLE_TEXT, .type = TYPE_F_TEXT, .x = x, .w = w};
}

/* Draws number and words. One node has both, as they are seen and said together. */
static void draw_number(struct ui *ui, const struct figure *figure, const struct ui_text *words,
                        struct box number)
{
    ui_text(ui, words);
    if (figure->digits != NULL) {
        struct node *node = &ui->frame->node[ui->frame->node_count - 1];
        node->text = node->spoken;
        node->rect.x = number.x;
        node->rect.w += number.w;
        ui_label(ui, TYPE_F_DISPLAY, INK_INK, figure->digits, number, ALIGN_START);
    }
}

void flow_figure(struct flow *flow, const struct figure *figure)
{
    struct ui *ui = flow->ui;
    const int32_t x = flow->box.x, w = flow->box.w, gap = ui_gap(ui, GAP_UM);
    struct ui_text of = text_of(figure->of_id, figure->of, x, w);
    struct ui_text range = text_of(figure->range_id, figure->range, x, w);
    struct box number = {.x = x};
    if (figure->digits != NULL) {
        number.w = ui_text_width(ui, TYPE_F_DISPLAY, figure->digits) + ui_um(ui, WORDS_GAP_UM);
        number.h = ui_line_px(ui, TYPE_F_DISPLAY);
    }
    struct ui_text words = text_of(figure->words_id, figure->words, x + number.w, w - number.w);
    words.spoken = figure->spoken;
    words.ink = INK_INK;
    const int32_t words_h = ui_text_height(ui, &words);
    number.h = number.h > words_h ? number.h : words_h;
    const int32_t over = ui_text_height(ui, &of) + gap;
    if (flow_block(flow, over + number.h + gap + ui_text_height(ui, &range), &of.y)) {
        number.y = of.y + over;
        words.y = number.y + (number.h - words_h) / 2;
        range.y = number.y + number.h + gap;
        ui_text(ui, &of);
        draw_number(ui, figure, &words, number);
        ui_text(ui, &range);
    }
}
