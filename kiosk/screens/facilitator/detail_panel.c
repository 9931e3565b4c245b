/* SPDX-License-Identifier: MIT */
/* Beside a question's line: its newest share in large, and what we can and cannot say. */
#include "screens/facilitator/detail.h"

enum {
    BULLET_UM = 750,        /* radius */
    BULLET_AFTER_UM = 4600, /* where a sentence begins */
    NUMBER_GAP_UM = 4000,   /* between the large number and its words */
};

struct ui_text detail_text(const char *id, const char *text, enum type type)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT, .type = type};
}

struct ui_text detail_heading(const char *id, const char *text, enum type type)
{
    struct ui_text head = detail_text(id, text, type);
    head.role = ROLE_HEADING;
    head.ink = INK_INK;
    return head;
}

/* The newest share large, its words beside it, its band below; without a number words alone. */
struct number {
    const char *digits; /* NULL: none */
    struct ui_text share, band;
    int32_t after; /* where the words begin */
    int32_t row_h, height;
};

static struct number number_of(const struct app *app, struct ui *ui, const struct band *band,
                               int32_t w)
{
    struct lines lines = lines_view(app);
    char digits[LINES_TEXT_BYTES];
    const char *spoken;
    struct number number = {
        .share = detail_text("detail.share", detail_share(app, ui, band, &spoken), TYPE_F_TEXT),
        .band = detail_text("detail.band", detail_band(app, ui, band), TYPE_F_TEXT)};
    number.share.spoken = spoken;
    number.share.ink = INK_INK;
    if (band->readable) {
        number.digits = frame_text(ui->frame, lines_share(&lines, band->centre, digits));
        number.after = ui_text_width(ui, TYPE_F_DISPLAY, number.digits) + ui_um(ui, NUMBER_GAP_UM);
        number.row_h = ui_line_px(ui, TYPE_F_DISPLAY);
    }
    number.share.w = w - number.after;
    number.band.w = w;
    int32_t words_h = ui_text_height(ui, &number.share);
    number.row_h = number.row_h > words_h ? number.row_h : words_h;
    number.share.y = (number.row_h - words_h) / 2;
    number.height = number.row_h + ui_gap(ui, 1500) + ui_text_height(ui, &number.band);
    return number;
}

static void draw_number(struct ui *ui, struct number *number, int32_t x, int32_t y)
{
    number->share.x = x + number->after;
    number->share.y += y;
    ui_text(ui, &number->share);
    if (number->digits != NULL) {
        /* What can be seen is both together. */
        struct node *node = &ui->frame->node[ui->frame->node_count - 1];
        node->text = node->spoken;
        node->rect.x = x;
        node->rect.w += number->after;
        ui_label(ui, TYPE_F_DISPLAY, INK_INK, number->digits,
                 (struct box){x, y, number->after, number->row_h}, ALIGN_START);
    }
    number->band.x = x;
    number->band.y = y + number->row_h + ui_gap(ui, 1500);
    ui_text(ui, &number->band);
}

/* One block: the number never stands on another page than its months. */
static void flow_latest(const struct app *app, struct flow *flow, const struct point *newest)
{
    if (newest == NULL) {
        return;
    }
    struct ui *ui = flow->ui;
    struct text_arg arg = {"month", month_words(app, ui, newest->month)};
    struct ui_text latest =
        detail_text("detail.latest", fill(app, ui, MSG_DETAIL_LATEST, &arg, 1), TYPE_F_TEXT);
    latest.x = flow->box.x;
    latest.w = flow->box.w;
    struct number number = number_of(app, ui, &newest->band, flow->box.w);
    int32_t over = ui_text_height(ui, &latest) + ui_gap(ui, 1500);
    if (flow_block(flow, over + number.height, &latest.y)) {
        ui_text(ui, &latest);
        draw_number(ui, &number, latest.x, latest.y + over);
    }
    flow_gap(flow, 8000);
}

static void flow_sentences(struct flow *flow, const char *name,
                           const struct detail_sentences *sentences)
{
    struct ui *ui = flow->ui;
    int32_t after = ui_um(ui, BULLET_AFTER_UM);
    for (uint32_t i = 0; i < sentences->count; i++) {
        char id[NODE_ID_BYTES], digits[NUMBER_BYTES];
        struct text_arg args[] = {{"name", name}, {"n", text_number(digits, i + 1)}};
        text_format(id, sizeof(id), "{name}.{n}", args, 2);
        struct ui_text text = detail_text(id, sentences->text[i], TYPE_F_CAPTION);
        int32_t most = ui_measure_px(ui, TYPE_F_CAPTION);
        text.x = flow->box.x + after;
        text.w = flow->box.w - after < most ? flow->box.w - after : most;
        flow_gap(flow, 1700);
        if (flow_block(flow, ui_text_height(ui, &text), &text.y)) {
            float r = ui_umf(ui, BULLET_UM);
            ui_disc(ui, (float)flow->box.x + r,
                    (float)text.y + (float)ui_line_px(ui, TYPE_F_CAPTION) / 2, r, INK_INK2, 255);
            ui_text(ui, &text);
        }
    }
}

static void flow_group(struct flow *flow, const char *id, const char *heading,
                       const struct detail_sentences *sentences)
{
    const struct ui_text head = detail_heading(id, heading, TYPE_F_TEXT);
    flow_text(flow, &head);
    flow_sentences(flow, id, sentences);
}

/* What we can and cannot say. */
void detail_panel_flow(const struct app *app, struct flow *flow, uint32_t question,
                       const struct point *newest)
{
    struct ui *ui = flow->ui;
    struct detail_sentences can, cannot;
    detail_can(app, ui, question, &can);
    detail_cannot(app, question, &cannot);
    flow_latest(app, flow, newest);
    flow_group(flow, "detail.can", word(app, MSG_DETAIL_CAN), &can);
    flow_gap(flow, 5500);
    flow_group(flow, "detail.cannot", word(app, MSG_DETAIL_CANNOT), &cannot);
}
