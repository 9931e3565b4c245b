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
