/* SPDX-License-Identifier: MIT */
/* What stands beside a question's line: its newest share in large, and what we can and cannot say.
 */
#include "screens/facilitator/detail.h"
#include "ui/blocks/figure.h"
#include "ui/blocks/marked.h"
#include "ui/ids.h"

/* Draws the newest share as one block, so that the number and its months stand on one page. */
static void flow_latest(const struct app *app, struct flow *flow, const struct point *newest)
{
    if (newest == NULL) {
        return;
    }
    struct ui *ui = flow->ui;
    const struct lines lines = lines_view(app);
    char digits[LINES_TEXT_BYTES];
    struct figure figure = {
        .of_id = "detail.latest",
        .of = fill_one(app, ui, MSG_DETAIL_LATEST, "month", month_words(app, ui, newest->month)),
        .words_id = "detail.share",
        .range_id = "detail.band",
        .range = detail_band(app, ui, newest)};
    figure.words = detail_share(app, ui, newest, &figure.spoken);
    if (newest->band.readable) {
        figure.digits = lines_share(&lines, newest->band.centre, digits);
    }
    flow_figure(flow, &figure);
    flow_gap(flow, 8000);
}

static void flow_group(struct flow *flow, const char *id, const char *heading,
                       const struct detail_sentences *sentences)
{
    flow_said(flow, BLOCK_F_HEADING, id, heading, 0);
    for (uint32_t i = 0; i < sentences->count; i++) {
        char digits[NUMBER_BYTES];
        const struct text_arg args[] = {{"name", id}, {"n", text_number(digits, i + 1)}};
        const struct marked row = {.mark = MARK_BULLET,
                                   .text = {.id = id_of(flow->ui->frame, "{name}.{n}", args, 2),
                                            .text = sentences->text[i],
                                            .role = ROLE_TEXT,
                                            .type = TYPE_F_CAPTION}};
        flow_gap(flow, 1700);
        flow_marked(flow, &row);
    }
}

/* What we can and cannot say. */
void detail_panel_flow(const void *context, struct flow *flow)
{
    const struct app *app = context;
    const uint32_t question = detail_of(app)->question;
    struct detail_sentences can, cannot;
    detail_can(app, flow->ui, question, &can);
    detail_cannot(app, question, &cannot);
    flow_latest(app, flow, detail_newest(app));
    flow_group(flow, "detail.can", word(app, MSG_DETAIL_CAN), &can);
    flow_gap(flow, 5500);
    flow_group(flow, "detail.cannot", word(app, MSG_DETAIL_CANNOT), &cannot);
}
