/* SPDX-License-Identifier: MIT */
/* A question alone: its line large, its newest points one by one or all as a table, and beside them
 * what may and may not be said. Without a side panel the words follow, on further pages if need be.
 */
#include "screens/facilitator/detail.h"

#include "ui/area.h"

#include <string.h>

enum {
    PANEL_UM = 86000,
    PLOT_UM_MIN = 26000, /* of the large line, without its labels */
    PLOT_UM_MAX = 75000,
    STRIP_UM_MIN = 15000,
    STRIP_UM_MAX = 34000,
    STRIP_GAP_UM = 3000,
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

/* Beside a table of several pages the words stand on its first, and the rings are whole on others.
 */
static void flow_panel(const void *app, struct flow *flow)
{
    detail_panel_flow(app, flow);
    flow->y = flow->shown_y;
}

static void begin(const struct app *app, struct ui *ui, struct paper *paper)
{
    static const struct control LEFT[] = {
        {"detail.trends", MSG_DETAIL_NAV_1, ACTION_RETURN, .icon = ICON_BACK},
        {"detail.earlier", MSG_DETAIL_NAV_2, DETAIL_STEP, -1, .icon = ICON_BACK},
        {"detail.next", MSG_DETAIL_NAV_3, DETAIL_STEP, 1, .icon_after = ICON_NEXT}};
    static const struct control FORMS[] = {
        {"detail.chart", MSG_DETAIL_NAV_4, DETAIL_TABLE, 0, .kind = BUTTON_F, .icon = ICON_CHART},
        {"detail.table", MSG_DETAIL_NAV_5, DETAIL_TABLE, 1, .kind = BUTTON_F}};
    const uint32_t question = detail_of(app)->question;
    paper_left(app, paper, LEFT, 3);
    paper->left[1].disabled = detail_next(app, question, -1) == question;
    paper->left[2].disabled = detail_next(app, question, 1) == question;
    choices_of(app, FORMS, 2, detail_of(app)->table, paper->right);
    paper->right_count = 2;
    paper_lock(app, paper);
    if (!ui->paged || detail_of(app)->table) {
        paper->panel = (struct document_panel){PANEL_UM, flow_panel, app, 4000};
    }
    paper_begin(app, ui, paper);
}

static struct ui_text title_text(const struct app *app)
{
    struct ui_text title = detail_heading(
        "detail.title", question_statement(app, detail_of(app)->question), TYPE_F_TITLE);
    title.balance = true;
    return title;
}

/* How to read the chart, or the table. */
static struct ui_text sub_text(const struct app *app, enum message_id how)
{
    struct ui_text sub = detail_text("detail.sub", word(app, how), TYPE_F_TEXT);
    sub.balance = true;
    return sub;
}

/* The question and how to read what follows. */
static void flow_head(const struct app *app, struct flow *flow, enum message_id how)
{
    struct ui *ui = flow->ui;
    struct ui_text title = title_text(app), sub = sub_text(app, how);
    title.x = sub.x = flow->box.x;
    title.w = sub.w = flow->box.w;
    int32_t over = ui_text_height(ui, &title), gap = ui_gap(ui, 1000), y;
    if (ui->paged && over + gap + ui_text_height(ui, &sub) > flow->box.h) {
        flow_text(flow, &title);
        flow_text(flow, &sub);
    } else if (flow_block(flow, over + gap + ui_text_height(ui, &sub), &y)) {
        title.y = y;
        sub.y = y + over + gap;
        ui_text(ui, &title);
        ui_text(ui, &sub);
    }
    flow_gap(flow, 2500);
}

static void draw_line(const struct app *app, struct ui *ui, struct box box)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    struct lines lines = lines_view(app);
    struct chart chart = plot_large(&lines, detail_line(app), ui, &plot);
    chart.id = "detail.plot";
    chart.spoken = trends_words(app, ui, lines_spoken, detail_line(app));
    chart.latest = NULL; /* the words beside it say which */
    chart.range = NULL;
    char first[LINES_TEXT_BYTES];
    if (chart.point_count > 1) {
        chart.first = lines_share(&lines, chart.point[0].centre, first);
    }
    chart.value_px = ui_chart_value_px(ui, &chart);
    ui_chart(ui, &chart, box);
}

static struct ui_text months_note(const struct app *app)
{
    return detail_text("detail.months", word(app, MSG_DETAIL_MONTHS), TYPE_F_CAPTION);
}

/* Heights of what stands with the strip: its heading above, a note below. */
static int32_t strip_extra(const struct app *app, struct ui *ui, int32_t w)
{
    struct ui_text note = months_note(app);
    note.w = w;
    return ui_line_px(ui, TYPE_F_TEXT) + ui_um(ui, 1500) + bars_height(ui, 0) + ui_um(ui, 500) +
           ui_text_height(ui, &note);
}

static void draw_strip(const struct app *app, struct ui *ui, int32_t plot_px, struct box box)
{
    struct bars bars;
    detail_strip(app, ui, detail_of(app)->question, box.w, &bars);
    struct ui_text head = detail_heading(
        "detail.twelve", fill_plural(app, ui, MSG_DETAIL_TWELVE, bars.count, NULL, 0), TYPE_F_TEXT);
    head.x = box.x;
    head.y = box.y;
    head.w = box.w;
    box.y += ui_text(ui, &head) + ui_um(ui, 1500);
    box.h = bars_height(ui, plot_px);
    bars_draw(ui, &bars, plot_px, box);
    struct ui_text note = months_note(app);
    note.x = box.x;
    note.y = box.y + box.h + ui_um(ui, 500);
    note.w = box.w;
    ui_text(ui, &note);
}

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* Room for the line and for the strip. On one page they share what the rest leaves, in pages each
 * has its own. */
static void share_out(const struct app *app, struct ui *ui, const struct flow *flow, bool has_words,
                      int32_t *plot, int32_t *strip)
{
    int32_t extra = strip_extra(app, ui, flow->box.w);
    int32_t room =
        flow->box.y + flow->box.h - flow->y - ui_chart_labels_px(ui, CHART_LABELS_MONTHS);
    int32_t plot_max = ui_um(ui, PLOT_UM_MAX), strip_max = ui_um(ui, STRIP_UM_MAX);
    int32_t share =
        document_has_foot(ui) ? 45 : 40; /* hundredths: over water there is less to hold */
    plot_max = plot_max > flow->box.h * share / 100 ? plot_max : flow->box.h * share / 100;
    strip_max = strip_max > flow->box.h / 5 ? strip_max : flow->box.h / 5;
    int32_t alone = flow->box.h - ui_chart_labels_px(ui, CHART_LABELS_MONTHS);
    *plot = room >= ui_um(ui, PLOT_UM_MIN) ? room : alone; /* then it has the next page */
    *strip = flow->box.h - extra;
    if (!ui->paged) {
        room -= has_words ? flow_content_height(ui, detail_panel_flow, app, flow->box.w) +
                                ui_gap(ui, WORDS_GAP_UM)
                          : 0;
        if (detail_newest(app) != NULL) {
            room -= extra + ui_gap(ui, STRIP_GAP_UM);
            *strip = clamp(room * 2 / 5, ui_um(ui, STRIP_UM_MIN), strip_max);
            room -= *strip;
        }
        *plot = room;
    }
    *plot = clamp(*plot, ui_um(ui, PLOT_UM_MIN), plot_max);
    *strip = clamp(*strip, ui_um(ui, STRIP_UM_MIN), strip_max);
}

/* The question, its line, its newest points. On a low panel the line is on the first page: how to
 * read it and the chips follow. */
static void flow_chart(const struct app *app, struct flow *flow, const struct document *document,
                       bool has_words)
{
    struct ui *ui = flow->ui;
    const bool is_low = document->loose_count > 0;
    const struct ui_text title = title_text(app), sub = sub_text(app, MSG_DETAIL_SUB);
    int32_t plot, strip, y, labels = ui_chart_labels_px(ui, CHART_LABELS_MONTHS);
    if (is_low) {
        flow_text(flow, &title);
        flow_gap(flow, 1500);
    } else {
        flow_head(app, flow, MSG_DETAIL_SUB);
    }
    share_out(app, ui, flow, has_words, &plot, &strip);
    if (flow_block(flow, plot + labels, &y)) {
        draw_line(app, ui, (struct box){flow->box.x, y, flow->box.w, plot + labels});
    }
    if (is_low) {
        flow_gap(flow, 1500);
        flow_text(flow, &sub);
        document_flow_loose(flow, document);
    }
    if (detail_newest(app) != NULL) {
        int32_t height = strip + strip_extra(app, ui, flow->box.w);
        flow_gap(flow, STRIP_GAP_UM);
        if (flow_block(flow, height, &y)) {
            draw_strip(app, ui, strip, (struct box){flow->box.x, y, flow->box.w, height});
        }
    }
}

/* In pages the words have one to themselves rather than parts of two. */
static void keep_words_together(struct flow *flow)
{
    if (flow->ui->paged && flow->y > flow->box.y + flow->box.h / 3) {
        flow->y = flow->box.y + flow->box.h;
    }
}

/* Every page of a table has the question over it; on low panels the rows begin on the next page. */
static void build_table(const struct app *app, struct ui *ui, const struct document *document)
{
    struct box box = document->content;
    struct flow head;
    flow_begin(&head, ui, box);
    if (document->loose_count > 0) {
        flow_head(app, &head, MSG_DETAIL_TABLE);
        document_flow_loose(&head, document);
        detail_table_draw(app, ui, detail_of(app)->question, head.page + 1, box);
        return;
    }
    head.page = ui->page;
    flow_head(app, &head, MSG_DETAIL_TABLE);
    box.h -= head.y - box.y;
    box.y = head.y;
    detail_table_draw(app, ui, detail_of(app)->question, 0, box);
}

static void build(const struct app *app, struct ui *ui)
{
    struct paper paper = {.left_count = 0};
    begin(app, ui, &paper);
    if (detail_of(app)->table && detail_newest(app) != NULL) {
        build_table(app, ui, &paper.document);
    } else {
        flow_chart(app, &paper.flow, &paper.document, paper.document.panel.w == 0);
    }
    if (!document_end(ui, &paper.document) && !detail_of(app)->table) {
        flow_gap(&paper.flow, WORDS_GAP_UM);
        keep_words_together(&paper.flow);
        detail_panel_flow(app, &paper.flow);
    }
    flow_end(&paper.flow);
}

/* From Trends its lines are at hand. */
static void open(struct app *app)
{
    if (lines_are_read(app)) {
        app_go(app, SCREEN_DETAIL);
    } else {
        lines_open(app, SCREEN_DETAIL);
    }
}

/* Another question, or the same in another form. Focus stays on the chip that led there. */
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
    switch ((int)action) {
    case DETAIL_STEP:
        detail->question = detail_next(app, detail->question, arg);
        show_other(app);
        break;
    case DETAIL_TABLE:
        detail->table = arg != 0;
        show_other(app);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_DETAIL = {
    .part = {.state_bytes = sizeof(struct detail), .life = LIFE_RUN},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .open = open,
    .build = build,
    .act = act,
    .focus_id = "detail.trends",
    .next_id = "detail.next",
    .back_id = "detail.trends",
    .own = {"detail.plot"},
};
