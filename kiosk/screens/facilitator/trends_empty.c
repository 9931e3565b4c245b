/* SPDX-License-Identifier: MIT */
/* Trends before there are any: what will stand here, and how many meetings of the first set were
 * held. */
#include "screens/facilitator/trends.h"

#include "ui/area.h"

enum {
    SET_MEETINGS = TOTALS_MEETINGS_PER_BLOCK,
    STONE_UM = 3600,      /* radius, of a meeting that was held */
    EMPTY_TOP_UM = 10000, /* a quiet page begins lower, */
    EMPTY_SHARE = 5,      /* and spreads by such parts of what is free */
};

static struct ui_text text_of(const char *id, const char *text, enum type type)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT, .type = type};
}

/* No finished set: four stones on the water line, the held meetings filled, their numbers below. */
static void draw_stones(struct ui *ui, const struct app *app, uint32_t held, struct box box)
{
    char n[NUMBER_BYTES];
    struct text_arg arg = {"n", number_digits(app, n, held)};
    int32_t line = ui_line_px(ui, TYPE_F_TEXT);
    ui_image(ui, "trends.stones", fill(app, ui, MSG_TRENDS_EMPTY_NOTE_S, &arg, 1), box);
    box.h -= line;
    for (int32_t i = 0; i < SET_MEETINGS; i++) {
        int32_t w = box.w / SET_MEETINGS;
        ui_label(ui, TYPE_F_TEXT, INK_NONE, number_digits(app, n, i + 1),
                 (struct box){box.x + i * w, box.y + box.h, w, line}, ALIGN_CENTRE);
    }
    float y = (float)box.y + (float)box.h / 2;
    ui_rule(ui, (float)box.x, y, (float)(box.x + box.w), y, INK_OUTLINE, ui_umf(ui, 250));
    float pitch = (float)box.w / SET_MEETINGS, r = ui_umf(ui, STONE_UM);
    /* Rings stay inside the box and apart from the next stone's. */
    float reach = pitch < (float)box.h ? pitch / 2 : (float)box.h / 2;
    for (uint32_t i = 0; i < SET_MEETINGS; i++) {
        float x = (float)box.x + pitch * ((float)i + 0.5F);
        if (i >= held) {
            ui_disc(ui, x, y, r * 0.95F, INK_BG, 255);
            ui_ring(ui, x, y, r * 0.95F, INK_OUTLINE, ui_umf(ui, 400), 255);
            continue;
        }
        ui_ring(ui, x, y, reach * 0.95F, INK_OUTLINE, ui_umf(ui, 200), 90);
        ui_ring(ui, x, y, reach * 0.65F, INK_OUTLINE, ui_umf(ui, 250), 150);
        ui_ring(ui, x, y, reach * 0.38F > r * 1.3F ? reach * 0.38F : r * 1.3F, INK_OUTLINE,
                ui_umf(ui, 300), 255);
        ui_disc(ui, x, y, r, INK_OUTLINE, 255);
    }
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
        draw_stones(ui, app, held, (struct box){flow->box.x, y, flow->box.w, height});
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
