/* SPDX-License-Identifier: MIT */
/* Trends before there are any: what will stand on this screen, and how many meetings of the first
 * set were held. */
#include "screens/facilitator/trends.h"

#include "ui/area.h"
#include "ui/pictures.h"

enum {
    SET_MEETINGS = TOTALS_MEETINGS_PER_BLOCK,
    EMPTY_TOP_UM = 10000, /* a quiet page begins lower, */
    EMPTY_SHARE = 5,      /* and spreads by such parts of what is free */
};

/* Draws a stone for each meeting of the set under way. The stones of meetings that were held are
 * filled. */
static void draw_stones(const struct app *app, struct ui *ui, uint32_t held, struct box box)
{
    char n[SET_MEETINGS][NUMBER_BYTES];
    const char *numbers[SET_MEETINGS];
    ui_image(ui, "trends.stones", fill_number(app, ui, MSG_TRENDS_EMPTY_NOTE_S, "n", held), box);
    for (uint32_t i = 0; i < SET_MEETINGS; i++) {
        numbers[i] = number_digits(app, n[i], i + 1);
    }
    picture_row(ui, numbers, SET_MEETINGS, held, box);
}

/* extra: px that each of the three wide gaps takes of what is free below. */
struct empty {
    const struct app *app;
    const struct document *document;
    int32_t extra;
};

static void flow_empty(const void *context, struct flow *flow)
{
    const struct empty *empty = context;
    const struct app *app = empty->app;
    struct ui *ui = flow->ui;
    char n[NUMBER_BYTES];
    const uint32_t held = app->status.open_meetings;
    const struct text_arg args[] = {{"n", number_digits(app, n, held)},
                                    {"seven", number_word(app, app_question_count(app), false)}};
    const int32_t height = ui_um(ui, ui->air < 100 ? 14000 : 34000) + ui_line_px(ui, TYPE_F_TEXT);
    int32_t y;
    flow->y += ui->air == 100 ? ui_um(ui, EMPTY_TOP_UM) + empty->extra / 2 : 0;
    flow_said(flow, BLOCK_TITLE, "trends.title", fill(app, ui, MSG_TRENDS_EMPTY_TITLE, args, 2), 0);
    document_flow_loose(flow, empty->document);
    flow_said(flow, BLOCK_F_LEDE, "trends.body", fill(app, ui, MSG_TRENDS_EMPTY_BODY, args, 2),
              4000);
    flow_gap(flow, 9000);
    flow->y += empty->extra;
    if (flow_block(flow, height, &y)) {
        draw_stones(app, ui, held, (struct box){flow->box.x, y, flow->box.w, height});
    }
    flow_gap(flow, 9000);
    flow->y += empty->extra;
    flow_said(flow, BLOCK_F_NOTE, "trends.note", word(app, MSG_TRENDS_EMPTY_NOTE), 0);
}

void trends_empty_flow(const struct app *app, struct document_page *page)
{
    struct ui *ui = page->flow.ui;
    struct empty empty = {app, &page->document, 0};
    if (page->document.panel.w > 0 && !ui->paged) {
        const struct box box = page->flow.box;
        const int32_t spare = box.h - flow_content_height(ui, flow_empty, &empty, box.w);
        empty.extra = spare > 0 ? spare / EMPTY_SHARE : 0;
    }
    flow_empty(&empty, &page->flow);
}
