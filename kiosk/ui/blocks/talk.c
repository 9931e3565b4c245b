/* SPDX-License-Identifier: MIT */
#include "ui/blocks/talk.h"

/* What a panel and a column differ in. */
struct look {
    enum type prompt;
    int32_t which_um, buttons_um; /* below them */
};

static const struct look PANEL = {TYPE_F_TITLE, 3500, 8000};
static const struct look COLUMN = {TYPE_F_LEDE, 2500, 3000};

static struct ui_text text_of(const struct talk *talk, uint32_t part, const struct look *look)
{
    const enum type types[TALK_TEXTS] = {TYPE_F_TEXT, TYPE_F_CAPTION, look->prompt, TYPE_F_CAPTION,
                                         TYPE_F_CAPTION};
    return (struct ui_text){.id = talk->text[part].id,
                            .text = talk->text[part].text,
                            .role = part == TALK_HEAD ? ROLE_HEADING : ROLE_TEXT,
                            .type = types[part],
                            .ink = part == TALK_PROMPT ? INK_INK : INK_NONE,
                            .balance = part == TALK_PROMPT || part == TALK_NOTE};
}

/* Draws all parts below each other, with a short rule under the heading. */
static void draw(struct flow *flow, const struct talk *talk, const struct look *look)
{
    const int32_t under_um[TALK_TEXTS] = {1500, 4000, 2500, look->which_um, 0};
    struct ui *ui = flow->ui;
    const int32_t x = flow->box.x, w = flow->box.w;
    int32_t y = flow->y;
    for (uint32_t i = 0; i < TALK_TEXTS; i++) {
        struct ui_text text = text_of(talk, i, look);
        text.x = x;
        text.y = y;
        text.w = w;
        y += ui_text(ui, &text) + ui_gap(ui, under_um[i]);
        if (i == TALK_HEAD) {
            ui_rule(ui, (float)x, (float)y, (float)(x + ui_um(ui, 8000)), (float)y, INK_OUTLINE,
                    ui_umf(ui, 400));
            y += ui_gap(ui, 2500);
        } else if (i == TALK_WHICH) {
            y += ui_button_rows(ui, talk->button, talk->button_count, x, y, w) +
                 ui_gap(ui, look->buttons_um);
        }
    }
    flow->y = y;
}

void talk_panel(struct flow *flow, const struct talk *talk)
{
    draw(flow, talk, &PANEL);
}

static void draw_column(const void *talk, struct flow *flow)
{
    ui_hairline(flow->ui, flow->box.x, flow->y, flow->box.w);
    flow->y += ui_gap(flow->ui, 2500);
    draw(flow, talk, &COLUMN);
}

int32_t talk_height(struct ui *ui, const struct talk *talk, int32_t w)
{
    return flow_content_height(ui, draw_column, talk, w);
}

/* Draws the parts on pages of their own. */
static void flow_parts(struct flow *flow, const struct talk *talk)
{
    static const int32_t OVER_UM[TALK_TEXTS] = {0, 2500, 4000, 2500, 3000};
    if (!flow->fresh) {
        flow->y = flow->box.y + flow->box.h;
    }
    for (uint32_t i = 0; i < TALK_TEXTS; i++) {
        const struct ui_text text = text_of(talk, i, &COLUMN);
        flow_gap(flow, OVER_UM[i]);
        flow_text(flow, &text);
        if (i == TALK_WHICH) {
            flow_gap(flow, 2500);
            flow_buttons(flow, talk->button, talk->button_count);
        }
    }
}

void talk_flow(struct flow *flow, const struct talk *talk)
{
    struct flow column = *flow;
    const int32_t height = talk_height(flow->ui, talk, flow->box.w);
    if (flow->ui->paged && height > flow->box.h) {
        flow_parts(flow, talk);
    } else if (flow_block(flow, height, &column.y)) {
        draw_column(talk, &column);
    }
}
