/* SPDX-License-Identifier: MIT */
#include "ui/blocks/beside.h"

bool beside_divide(const struct ui *ui, const struct beside *beside, struct box content,
                   struct box *words, struct box *other)
{
    bool wide =
        beside->shape > 0 ? content.w * 10 > content.h * beside->shape : ui->width > ui->height;
    *words = *other = content;
    if (ui->paged || !wide || ui_width_um(ui) < beside->least_um || ui->air < beside->air) {
        return false;
    }
    words->w = content.w * beside->words / 100;
    other->w = content.w * beside->other / 100;
    other->x = content.x + content.w - other->w;
    return true;
}

bool beside_below(struct flow *flow, int32_t least_um, int32_t most_um, struct box *other)
{
    struct ui *ui = flow->ui;
    int32_t least = ui_um(ui, least_um), most = ui_um(ui, most_um);
    int32_t left = flow->box.y + flow->box.h - flow->y, h = left > least ? left : least;
    if (left < least && ui->paged) {
        h = flow->box.h;
    }
    *other = (struct box){flow->box.x, 0, flow->box.w, h < most ? h : most};
    return flow_block(flow, other->h, &other->y);
}
