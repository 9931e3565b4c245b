/* SPDX-License-Identifier: MIT */
#include "ui/blocks/asking.h"

enum {
    GUTTER_UM = 11000,
    WORDS_PER_MILLE = 484, /* of the width, with a gutter before the answers */
    SIDE_UM = 10000,       /* margins and gutter of answers as high as the panel */
    EDGE_UM = 5500,
    GUTTER_BESIDE_UM = 6200,
    COLUMN_PER_MILLE = 563,
    HEAD_LEAST_UM = 10600, /* the rings of a stone */
    FRESH_GAP_UM = 2500,
    THEME_GAP_UM = 5500,
    THEME_GAP_CLOSE_UM = 3000,
};

bool asking_is_beside(enum asking_layout layout)
{
    return layout == ASKING_BESIDE || layout == ASKING_BESIDE_LOW || layout == ASKING_BESIDE_LEAST;
}

void asking_edges(struct ui *ui, enum asking_layout layout)
{
    int32_t side = ui_um(ui, SIDE_UM), edge = ui_um(ui, EDGE_UM);
    if (!asking_is_beside(layout)) {
        return;
    }
    ui->low = layout == ASKING_BESIDE_LEAST;
    ui->margin_x = side < ui->margin_x ? side : ui->margin_x;
    edge = edge < ui->margin_y ? edge : ui->margin_y;
    ui->top = ui->top == ui->margin_y ? edge : ui->top; /* lower, it is below a line at the top */
    ui->margin_y = edge;
}

int32_t asking_head_px(const struct ui *ui, enum asking_layout layout)
{
    int32_t um = layout == ASKING_BESIDE_LEAST ? HEAD_LEAST_UM : PROGRESS_UM;
    return ui_um(ui, ui_sized_um(ui, um));
}

int32_t asking_column_px(const struct ui *ui)
{
    int32_t room = ui->width - 2 * ui->margin_x - ui_um(ui, GUTTER_BESIDE_UM);
    return room * COLUMN_PER_MILLE / 1000;
}

struct asking_boxes asking_split(const struct ui *ui, enum asking_layout layout, struct box content)
{
    struct asking_boxes boxes = {.text = content, .answers.box = content};
    if (ui->height > ui->width) {
        boxes.stacked = true;
    } else if (asking_is_beside(layout)) {
        int32_t x = content.x + content.w + ui_um(ui, GUTTER_BESIDE_UM);
        boxes.answers.one_a_row = true;
        boxes.answers.box = (struct box){x, content.y, ui->width - ui->margin_x - x,
                                         ui->height - ui->margin_y - content.y};
    } else {
        int32_t gutter = ui_um(ui, GUTTER_UM);
        boxes.text.w = (content.w - gutter) * WORDS_PER_MILLE / 1000;
        boxes.answers.box.x += boxes.text.w + gutter;
        boxes.answers.box.w -= boxes.text.w + gutter;
    }
    return boxes;
}

/* Large letters on pages leave no room for stones. */
static bool head_is_words(const struct ui *ui)
{
    return ui->paged && ui->size >= SIZE_L;
}

int32_t asking_head_now_px(const struct ui *ui, enum asking_layout layout)
{
    return head_is_words(ui) ? ui_line_px(ui, TYPE_CAPTION) : asking_head_px(ui, layout);
}

/* The theme's word behind a rule. */
static void theme(struct ui *ui, const struct asking_head *head, struct box box, int32_t gap)
{
    struct ui_text text = {.id = "question.theme",
                           .text = head->theme,
                           .spoken = head->theme_spoken,
                           .role = ROLE_TEXT,
                           .type = TYPE_CAPTION,
                           .x = box.x + gap,
                           .w = box.w - gap};
    int32_t line = ui_line_px(ui, TYPE_CAPTION), middle = box.y + box.h / 2;
    if (gap + head->theme_px > box.w) {
        /* No room beside the stones: the word is said, not shown. */
        ui_heard(ui, text.id, text.spoken != NULL ? text.spoken : text.text);
        return;
    }
    float rule_x = (float)box.x + 0.5F;
    ui_rule(ui, rule_x, (float)(middle - line * 3 / 8), rule_x, (float)(middle + line * 3 / 8),
            INK_DIVIDER, 1.0F);
    text.y = middle - line / 2;
    ui_text(ui, &text);
}

static void note(struct ui *ui, const struct asking_head *head, struct box box)
{
    struct ui_text text = {.id = "question.answer_step",
                           .text = head->note,
                           .role = ROLE_TEXT,
                           .type = TYPE_CAPTION,
                           .align = ALIGN_END,
                           .x = box.x,
                           .w = box.w};
    text.y = box.y + (box.h - ui_line_px(ui, TYPE_CAPTION)) / 2;
    if (ui_text_width(ui, TYPE_CAPTION, text.text) > box.w) {
        ui_heard(ui, text.id, text.text);
        return;
    }
    ui_text(ui, &text);
}

int32_t asking_head(struct ui *ui, const struct asking_head *head, enum asking_layout layout,
                    struct box box)
{
    const int32_t height = asking_head_now_px(ui, layout);
    struct ui_progress stones = {.id = "question.progress",
                                 .current = head->current,
                                 .count = head->count,
                                 .words = head->words,
                                 .spoken = head->spoken,
                                 .words_alone = head_is_words(ui),
                                 .x = box.x,
                                 .y = box.y};
    if (!stones.words_alone) {
        stones.y += (height - ui_um(ui, ui_sized_um(ui, PROGRESS_UM))) / 2;
    }
    int32_t gap = ui_um(ui, ui_sized_um(ui, THEME_GAP_UM));
    if (ui_progress_width(ui, &stones) + 2 * gap + head->theme_px > box.w) {
        stones.close = true;
        gap = ui_um(ui, ui_sized_um(ui, THEME_GAP_CLOSE_UM));
    }
    int32_t used = ui_progress(ui, &stones) + gap;
    struct box rest = {box.x + used, box.y, box.w - used, height};
    if (head->note != NULL) {
        note(ui, head, rest);
    } else {
        theme(ui, head, rest, gap);
    }
    return height;
}

static int32_t place(struct ui *ui, struct ui_text text, struct box box, int32_t y, bool draw)
{
    text.x = box.x;
    text.y = y;
    text.w = box.w;
    return draw ? ui_text(ui, &text) : ui_text_height(ui, &text);
}

static int32_t place_hint(struct ui *ui, const struct ui_button *hint, int32_t x, int32_t y,
                          bool draw)
{
    const int32_t height = ui_button_height(ui, hint->kind);
    if (draw) {
        ui_button(ui, hint, (struct box){x, y, ui_button_width(ui, hint), height});
    }
    return height;
}

int32_t asking_words(struct ui *ui, const struct asking_words *words, struct box box, bool draw)
{
    int32_t y = box.y;
    if (words->opened) {
        y += place(ui, words->last, box, y, draw) + ui_gap(ui, 5000);
        return y + place_hint(ui, &words->hint, box.x, y, draw) - box.y;
    }
    y += place(ui, words->first, box, y, draw) + ui_gap(ui, 3000);
    y += place(ui, words->statement, box, y, draw);
    if (words->folded) {
        y += ui_gap(ui, 5000);
        return y + place_hint(ui, &words->hint, box.x, y, draw) - box.y;
    }
    y += ui_gap(ui, 7000);
    return y + place(ui, words->last, box, y, draw) - box.y;
}

int32_t asking_fresh_px(struct ui *ui, const struct asking_words *words, int32_t w)
{
    struct ui_text text = words->fresh;
    text.w = w;
    return text.text != NULL ? ui_gap(ui, FRESH_GAP_UM) + ui_text_height(ui, &text) : 0;
}

void asking_fresh(struct ui *ui, const struct asking_words *words, struct box below)
{
    if (words->fresh.text == NULL) {
        return;
    }
    if (asking_fresh_px(ui, words, below.w) <= below.h) {
        place(ui, words->fresh, below, below.y + ui_gap(ui, FRESH_GAP_UM), true);
    } else {
        ui_heard(ui, words->fresh.id, words->fresh.text);
    }
}

uint32_t asking_words_flow(struct flow *flow, const struct asking_words *words)
{
    /* On pages a statement begins below its period, even if it ends on the next. */
    struct ui_text first = words->first;
    first.type = flow->ui->paged ? TYPE_CAPTION : first.type;
    flow_text(flow, &first);
    flow_gap(flow, 3000);
    flow_text_on(flow, &words->statement);
    const uint32_t read = flow->page;
    flow_gap(flow, 7000);
    flow_text(flow, &words->last);
    if (!flow->ui->paged || flow->page == flow->ui->page) {
        const int32_t left = flow->box.y + flow->box.h - flow->y;
        asking_fresh(flow->ui, words, (struct box){flow->box.x, flow->y, flow->box.w, left});
    }
    return read;
}
