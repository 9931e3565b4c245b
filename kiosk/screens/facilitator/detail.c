/* SPDX-License-Identifier: MIT */
/* A question alone: its line in large with its newest points one by one, or all points as a table.
 * What may and may not be said stands beside these, or below them where the page has no side panel.
 */
#include "screens/facilitator/detail.h"

#include "ui/blocks/line_page.h"

#include <string.h>

enum {
    PANEL_UM = 86000,
    WORDS_GAP_UM = 6000,
};

enum detail_action {
    DETAIL_STEP = ACTION_OWN, /* 1 the next question, -1 the one before */
    DETAIL_TABLE,             /* 1 table, 0 chart */
};

void detail_show(struct app *app, uint32_t question)
{
    *detail_state(app) = (struct detail){.question = question};
    app_call(app, SCREEN_DETAIL);
}

/* Beside a table of several pages, the first page has the words, and the other pages have whole
 * rings. */
static void flow_panel(const void *app, struct flow *flow)
{
    detail_panel_flow(app, flow);
    flow->y = flow->shown_y;
}

static void begin(const struct app *app, struct ui *ui, struct document_page *page)
{
    static const struct control LEFT[] = {
        {"detail.trends", MSG_DETAIL_NAV_1, ACTION_RETURN, .icon = ICON_BACK},
        {"detail.earlier", MSG_DETAIL_NAV_2, DETAIL_STEP, -1, .icon = ICON_BACK},
        {"detail.next", MSG_DETAIL_NAV_3, DETAIL_STEP, 1, .icon_after = ICON_NEXT}};
    static const struct control FORMS[] = {
        {"detail.chart", MSG_DETAIL_NAV_4, DETAIL_TABLE, 0, .kind = BUTTON_F, .icon = ICON_CHART},
        {"detail.table", MSG_DETAIL_NAV_5, DETAIL_TABLE, 1, .kind = BUTTON_F}};
    const uint32_t question = detail_of(app)->question;
    document_page_left(app, page, LEFT, 3);
    page->left[1].disabled = detail_next(app, question, -1) == question;
    page->left[2].disabled = detail_next(app, question, 1) == question;
    choices_of(app, FORMS, 2, detail_of(app)->table, page->right);
    page->right_count = 2;
    if (!ui->paged || detail_of(app)->table) {
        page->panel = (struct document_panel){PANEL_UM, flow_panel, app, 4000};
    }
    document_page_begin(app, ui, page);
}

/* The question, and how to read the chart or the table. */
static struct titled titled_of(const struct app *app, enum message_id how)
{
    return (struct titled){
        .title = {.id = "detail.title", .text = question_statement(app, detail_of(app)->question)},
        .sub = {.id = "detail.sub", .text = word(app, how)}};
}

static void flow_chart(const struct app *app, struct document_page *page)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    struct ui *ui = page->flow.ui;
    const struct lines lines = lines_view(app);
    const int32_t w = page->flow.box.w;
    char first[LINES_TEXT_BYTES];
    struct line_page line = {.titled = titled_of(app, MSG_DETAIL_SUB),
                             .chart = plot_large(&lines, detail_line(app), ui, &plot),
                             .has_bars = detail_newest(app) != NULL};
    line.chart.id = "detail.plot";
    line.chart.spoken = trends_words(app, ui, lines_spoken, detail_line(app));
    line.chart.latest = line.chart.range = NULL; /* the words beside the chart say which */
    if (line.chart.point_count > 1) {
        line.chart.first = lines_share(&lines, line.chart.point[0].centre, first);
    }
    line.chart.value_px = ui_chart_value_px(ui, &line.chart);
    detail_strip(app, ui, w, &line.bars);
    if (page->document.panel.w == 0 && !ui->paged) {
        line.below_px =
            flow_content_height(ui, detail_panel_flow, app, w) + ui_gap(ui, WORDS_GAP_UM);
    }
    line_page_flow(&page->flow, &line, &page->document);
}

/* On a page that is split, the words begin a page rather than stand on parts of two. */
static void keep_words_together(struct flow *flow)
{
    if (flow->ui->paged && flow->y > flow->box.y + flow->box.h / 3) {
        flow->y = flow->box.y + flow->box.h;
    }
}

/* Every page of a table has the question over it; on low panels the rows begin on the next page. */
static void build_table(const struct app *app, struct ui *ui, const struct document *document)
{
    const struct titled titled = titled_of(app, MSG_DETAIL_TABLE);
    const bool is_low = document->loose_count > 0;
    struct box box = document->content;
    struct flow head;
    flow_begin(&head, ui, box);
    head.page = is_low ? 0 : ui->page;
    titled_flow(&head, &titled);
    document_flow_loose(&head, document);
    if (!is_low) {
        box.h -= head.y - box.y;
        box.y = head.y;
    }
    detail_table_draw(app, ui, is_low ? head.page + 1 : 0, box);
}

static void build(const struct app *app, struct ui *ui)
{
    struct document_page page = {.left_count = 0};
    begin(app, ui, &page);
    if (detail_of(app)->table && detail_newest(app) != NULL) {
        build_table(app, ui, &page.document);
    } else {
        flow_chart(app, &page);
    }
    if (!document_end(ui, &page.document) && !detail_of(app)->table) {
        flow_gap(&page.flow, WORDS_GAP_UM);
        keep_words_together(&page.flow);
        detail_panel_flow(app, &page.flow);
    }
    flow_end(&page.flow);
}

/* A person who comes from Trends has the lines already. */
static void open(struct app *app)
{
    if (lines_are_read(app)) {
        app_go(app, SCREEN_DETAIL);
    } else {
        lines_open(app, SCREEN_DETAIL);
    }
}

/* Shows another question, or the same in another form. Focus stays on the chip that was pressed. */
static void show_other(struct app *app)
{
    char focus[NODE_ID_BYTES];
    memcpy(focus, app->focus_id, sizeof(focus));
    app_view(app);
    app_focus_on(app, focus);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    struct detail *detail = detail_state(app);
    if ((int)action == DETAIL_STEP) {
        detail->question = detail_next(app, detail->question, arg);
        show_other(app);
    } else if ((int)action == DETAIL_TABLE) {
        detail->table = arg != 0;
        show_other(app);
    }
}

const struct screen_ops SCREEN_OPS_DETAIL = {
    .part = {.state_bytes = sizeof(struct detail), .life = LIFE_RUN},
    .patience = PATIENCE_FACILITATOR,
    .open = open,
    .build = build,
    .act = act,
    .focus_id = "detail.trends",
    .next_id = "detail.next",
    .back_id = "detail.trends",
    .own = {"detail.plot"},
};
