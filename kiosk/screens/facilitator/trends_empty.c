/* SPDX-License-Identifier: MIT */
/* Trends before there are any: what will stand here, and how many meetings of the first set were
 * held. */
#include "screens/facilitator/trends.h"

#include "ui/area.h"
#include "ui/pictures.h"

enum {
    SET_MEETINGS = TOTALS_MEETINGS_PER_BLOCK,
    EMPTY_TOP_UM = 10000, /* a quiet page begins lower, */
    EMPTY_SHARE = 5,      /* and spreads by such parts of what is free */
};

static struct ui_text text_of(const char *id, const char *text, enum type type)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT, .type = type};
}

/* No finished set: a stone for each of its meetings, the held ones filled. */
static void draw_stones(const struct app *app, struct ui *ui, uint32_t held, struct box box)
{
    char n[SET_MEETINGS][NUMBER_BYTES];
    const char *numbers[SET_MEETINGS];
    struct text_arg arg = {"n", number_digits(app, n[0], held)};
    ui_image(ui, "trends.stones", fill(app, ui, MSG_TRENDS_EMPTY_NOTE_S, &arg, 1), box);
    for (uint32_t i = 0; i < SET_MEETINGS; i++) {
        numbers[i] = number_digits(app, n[i], i + 1);
    }
    picture_row(ui, numbers, SET_MEETINGS, held, box);
}

/* extra: what each of the three wide gaps has of a page that is free below. */
static void empty_parts(const struct app *app, struct flow *flow, const struct document *document,
                        int32_t extra)
{
    struct ui *ui = flow->ui;
    uint32_t held = app->status.open_meetings;
    char n[NUMBER_BYTES];
    struct text_arg title_arg = {"n", number_digits(app, n, held)};
    struct ui_text title =
        text_of("trends.title", fill(app, ui, MSG_TRENDS_EMPTY_TITLE, &title_arg, 1), TYPE_TITLE);
    title.role = ROLE_HEADING;
    flow->y += ui->air == 100 ? ui_um(ui, EMPTY_TOP_UM) + extra / 2 : 0;
    title.balance = true;
    flow_text(flow, &title);
    document_flow_loose(flow, document);
    struct text_arg seven = {"seven", number_word(app, app_question_count(app), false)};
    struct ui_text body =
        text_of("trends.body", fill(app, ui, MSG_TRENDS_EMPTY_BODY, &seven, 1), TYPE_F_LEDE);
    body.balance = true;
    flow_gap(flow, 4000);
    flow_text(flow, &body);
    flow_gap(flow, 9000);
    flow->y += extra;
    int32_t y;
    int32_t height = ui_um(ui, ui->air < 100 ? 14000 : 34000) + ui_line_px(ui, TYPE_F_TEXT);
    if (flow_block(flow, height, &y)) {
        draw_stones(app, ui, held, (struct box){flow->box.x, y, flow->box.w, height});
    }
    flow_gap(flow, 9000);
    flow->y += extra;
    struct ui_text note = text_of("trends.note", word(app, MSG_TRENDS_EMPTY_NOTE), TYPE_F_TEXT);
    note.balance = true;
    flow_text(flow, &note);
}

void trends_empty_flow(const struct app *app, struct flow *flow, const struct document *document)
{
    struct ui *ui = flow->ui;
    int32_t extra = 0;
    if (document->panel.w > 0 && !ui->paged) {
        struct ui_mark mark = ui_mark(ui);
        struct flow probe = *flow;
        bool overflow = ui->overflow;
        empty_parts(app, &probe, document, 0);
        ui_rewind(ui, mark);
        ui->overflow = overflow;
        int32_t spare = flow->box.y + flow->box.h - probe.y;
        extra = spare > 0 ? spare / EMPTY_SHARE : 0;
    }
    empty_parts(app, flow, document, extra);
}
