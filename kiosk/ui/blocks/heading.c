/* SPDX-License-Identifier: MIT */
#include "ui/blocks/heading.h"

#include "ui/blocks/rows.h"

enum {
    SENTENCE_UM = 190000,
    BESIDE_GAP_UM = 12000,
    BESIDE_MOST = 250, /* hundredths of the title's height: three lines */
};

static void flow_beside(struct flow *flow, struct ui_text title, struct ui_text body)
{
    struct ui *ui = flow->ui;
    int32_t title_h = ui_text_height(ui, &title), body_h = ui_text_height(ui, &body), y;
    if (!flow_block(flow, title_h > body_h ? title_h : body_h, &y)) {
        return;
    }
    title.x = flow->box.x;
    title.y = y;
    body.x = flow->box.x + flow->box.w - body.w;
    body.y = y;
    body.align = ALIGN_END;
    ui_text(ui, &title);
    ui_text(ui, &body);
}

static void flow_small(struct flow *flow, const struct heading *heading)
{
    flow_text(flow, &(struct ui_text){.id = heading->id,
                                      .text = heading->title,
                                      .role = ROLE_HEADING,
                                      .type = TYPE_F_HEAD});
    flow_gap(flow, 1000);
    flow_text(flow, &(struct ui_text){.id = heading->body_id,
                                      .text = heading->body,
                                      .role = ROLE_TEXT,
                                      .type = TYPE_F_CAPTION});
}

void heading_flow(struct flow *flow, const struct heading *heading)
{
    struct ui *ui = flow->ui;
    if (heading->small) {
        flow_small(flow, heading);
        return;
    }
    struct ui_text title = {.id = heading->id,
                            .text = heading->title,
                            .role = ROLE_HEADING,
                            .type = ui->bare ? TYPE_F_TITLE : TYPE_TITLE,
                            .balance = true};
    struct ui_text body = {.id = heading->body_id,
                           .text = heading->body,
                           .role = ROLE_TEXT,
                           .type = ui->bare ? TYPE_F_LEDE : TYPE_BODY,
                           .balance = true,
                           .w = ui_um(ui, SENTENCE_UM)};
    int32_t title_w = ui_text_width(ui, title.type, heading->title);
    int32_t room = flow->box.w - title_w - ui_um(ui, BESIDE_GAP_UM);
    title.w = title_w;
    body.w = room < body.w ? room : body.w;
    int32_t most = ui_text_height(ui, &title) * BESIDE_MOST / 100;
    if (heading->body != NULL && heading->beside && room >= flow->box.w / 2 &&
        ui_text_height(ui, &body) <= most) {
        flow_beside(flow, title, body);
    } else {
        title.w = flow->box.w;
        body.w = ui_um(ui, SENTENCE_UM);
        flow_text(flow, &title);
        if (heading->body != NULL) {
            flow_gap(flow, heading->list ? 5500 : 3000);
        }
        if (heading->list) {
            flow_sentences(flow, heading->body_id, heading->body);
        } else if (heading->body != NULL) {
            flow_text(flow, &body);
        }
    }
}
