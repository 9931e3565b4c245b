/* SPDX-License-Identifier: MIT */
#include "ui/blocks/line_card.h"

#include "core/catalog.h"
#include "ui/area.h"

enum {
    PAD_UM = 4000,
    HEAD_GAP_UM = 1000,
    RADIUS_UM = 4000,
    ICON_UM = 5000,
    TIGHT_AIR = 60, /* smaller words, before they take a second page */
};

/* How a line's card is set. Where there is room, its words stand as on the support screen. */
struct plan {
    struct ui_text title, words;
    int32_t title_h, pad, height;
};

static void measure(struct plan *plan, const struct ui *ui, const struct line_card *card, int32_t w,
                    int32_t room)
{
    static const struct {
        enum type title, words;
    } TYPES[] = {{TYPE_CARD, TYPE_BODY}, {TYPE_F_LEDE, TYPE_F_LEDE}, {TYPE_F_CAPTION, TYPE_F_TEXT}};
    enum { TYPES_COUNT = sizeof(TYPES) / sizeof(TYPES[0]) };
    const bool empty = card->empty;
    for (uint32_t i = ui->air > TIGHT_AIR ? 0 : 1; i < TYPES_COUNT; i++) {
        plan->pad = ui_gap(ui, PAD_UM);
        int32_t text_w = w - 2 * ui_um(ui, PAD_UM) - ui_um(ui, ICON_UM + PAD_UM);
        int32_t measure_px = ui_measure_px(ui, TYPES[i].words);
        text_w = empty || text_w < measure_px ? text_w : measure_px;
        plan->title = (struct ui_text){.id = card->id,
                                       .text = card->title,
                                       .type = TYPES[i].title,
                                       .ink = INK_INK,
                                       .w = text_w};
        plan->words = (struct ui_text){.id = card->id,
                                       .text = card->words,
                                       .type = empty ? TYPES[1].words : TYPES[i].words,
                                       .balance = true,
                                       .w = text_w};
        plan->title_h = ui_text_height(ui, &plan->title) + ui_um(ui, HEAD_GAP_UM);
        plan->height = plan->title_h + ui_text_height(ui, &plan->words) + 2 * plan->pad;
        if (plan->height <= room) {
            return;
        }
    }
}

static void draw(struct ui *ui, const struct line_card *card, struct plan *plan, struct box box)
{
    ui_sheet(ui, box, ui_umf(ui, RADIUS_UM), false);
    struct ui_mark before = ui_mark(ui);
    int32_t icon = ui_um(ui, ICON_UM), x = box.x + ui_um(ui, PAD_UM);
    plan->title.x = plan->words.x = x;
    plan->title.y = box.y + plan->pad;
    plan->words.y = plan->title.y + plan->title_h;
    ui_text(ui, &plan->title);
    ui_text(ui, &plan->words);
    ui_icon(ui, ICON_NEXT, (float)(box.x + box.w - ui_um(ui, PAD_UM) - icon),
            (float)(box.y + (box.h - icon) / 2), (float)icon, INK_OUTLINE);
    ui->frame->node_count = before.nodes; /* the target says the words */
    char label[LINE_CARD_BYTES];
    struct text_arg args[] = {{"title", card->title}, {"words", card->words}};
    text_format(label, sizeof(label), "{title}: {words}", args, 2);
    ui_area(ui,
            &(struct ui_button){
                .id = card->id, .label = label, .action = card->action, .arg = card->arg},
            plan->words.type, box);
}

void line_card_flow(struct flow *flow, const struct line_card *card)
{
    struct plan plan;
    int32_t y;
    measure(&plan, flow->ui, card, flow->box.w, flow->box.h);
    if (flow_block(flow, plan.height, &y)) {
        draw(flow->ui, card, &plan, (struct box){flow->box.x, y, flow->box.w, plan.height});
    }
}
