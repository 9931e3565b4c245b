/* SPDX-License-Identifier: MIT */
/* A question alone: its line large, its newest points one by one or all as a table, and beside them
 * what may and may not be said. Without a side panel the words follow, on further pages if need be.
 */
#include "screens/facilitator/detail.h"
#include "screens/parts/document.h"
#include "ui/area.h"

#include <assert.h>

enum {
    PANEL_UM = 86000,
    PLOT_UM_MIN = 26000, /* of the large line, without its labels */
    PLOT_UM_MAX = 75000,
    STRIP_UM_MIN = 15000,
    STRIP_UM_MAX = 34000,
    STRIP_GAP_UM = 3000,
    WORDS_GAP_UM = 6000,
    BULLET_UM = 750,        /* radius */
    BULLET_AFTER_UM = 4600, /* where a sentence begins */
    NUMBER_GAP_UM = 4000,   /* between the large number and its words */
};

static struct ui_text text_of(const char *id, const char *text, enum type type)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT, .type = type};
}

static struct ui_text heading(const char *id, const char *text, enum type type)
{
    struct ui_text head = text_of(id, text, type);
    head.role = ROLE_HEADING;
    head.ink = INK_INK;
    return head;
}

static uint32_t line_of(const struct app *app)
{
    return lines_question(&(struct lines){.pack = app->config.pack}, app->detail_question);
}

static const struct point *newest_of(const struct app *app)
{
    const struct line_data *line = &app->line[line_of(app)];
    return line->count > 0 ? &line->point[line->count - 1] : NULL;
}

static void begin(const struct app *app, struct ui *ui, bool has_panel, struct document *document)
{
    uint32_t question = app->detail_question;
    struct ui_button left[] = {{.id = "detail.trends",
                                .label = word(app, MSG_DETAIL_NAV_1),
                                .kind = BUTTON_F,
                                .icon = ICON_BACK,
                                .action = ACTION_GO_TRENDS},
                               {.id = "detail.earlier",
                                .label = word(app, MSG_DETAIL_NAV_2),
                                .kind = BUTTON_F,
                                .icon = ICON_BACK,
                                .disabled = detail_next(app, question, -1) == question,
                                .action = ACTION_DETAIL_STEP,
                                .arg = -1},
                               {.id = "detail.next",
                                .label = word(app, MSG_DETAIL_NAV_3),
                                .kind = BUTTON_F,
                                .icon_after = ICON_NEXT,
                                .disabled = detail_next(app, question, 1) == question,
                                .action = ACTION_DETAIL_STEP,
                                .arg = 1}};
    struct ui_button right[] = {{.id = "detail.chart",
                                 .label = word(app, MSG_DETAIL_NAV_4),
                                 .kind = BUTTON_F,
                                 .icon = ICON_CHART,
                                 .role = ROLE_CHOICE,
                                 .chosen = !app->detail_table,
                                 .action = ACTION_DETAIL_TABLE,
                                 .arg = 0},
                                {.id = "detail.table",
                                 .label = word(app, MSG_DETAIL_NAV_5),
                                 .kind = BUTTON_F,
                                 .role = ROLE_CHOICE,
                                 .chosen = app->detail_table,
                                 .action = ACTION_DETAIL_TABLE,
                                 .arg = 1}};
    document_begin(app, ui, left, 3, right, 2, has_panel ? PANEL_UM : 0, document);
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
    char digits[NUMBER_BYTES];
    const char *spoken;
    struct number number = {
        .share = text_of("detail.share", detail_share(app, ui, band, &spoken), TYPE_F_TEXT),
        .band = text_of("detail.band", detail_band(app, ui, band), TYPE_F_TEXT)};
    number.share.spoken = spoken;
    number.share.ink = INK_INK;
    if (band->readable) {
        number.digits = frame_text(ui->frame, number_digits(app, digits, band->centre));
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

/* "Nov 2026" */
static const char *brief_month(const struct app *app, struct ui *ui, struct month month)
{
    char year[NUMBER_BYTES];
    struct text_arg args[] = {{"month", month_short(app, month)},
                              {"year", number_digits(app, year, month.year)}};
    return fill(app, ui, MSG_MONTH_YEAR, args, 2);
}

/* One block: the number never stands on another page than its months. */
static void flow_latest(const struct app *app, struct flow *flow)
{
    const struct point *newest = newest_of(app);
    if (newest == NULL) {
        return;
    }
    struct ui *ui = flow->ui;
    struct month from = newest->month_from, to = newest->month;
    struct text_arg args[] = {
        {"from", from.year == to.year ? month_short(app, from) : brief_month(app, ui, from)},
        {"to", brief_month(app, ui, to)}};
    struct ui_text latest =
        text_of("detail.latest", fill(app, ui, MSG_DETAIL_LATEST, args, 2), TYPE_F_TEXT);
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
        struct ui_text text = text_of(id, sentences->text[i], TYPE_F_CAPTION);
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

/* What we can and cannot say. */
static void flow_words(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct detail_sentences can, cannot;
    detail_can(app, ui, app->detail_question, &can);
    detail_cannot(app, app->detail_question, &cannot);
    flow_latest(app, flow);
    struct ui_text head = heading("detail.can", word(app, MSG_DETAIL_CAN), TYPE_F_TEXT);
    flow_text(flow, &head);
    flow_sentences(flow, "detail.can", &can);
    flow_gap(flow, 5500);
    head = heading("detail.cannot", word(app, MSG_DETAIL_CANNOT), TYPE_F_TEXT);
    flow_text(flow, &head);
    flow_sentences(flow, "detail.cannot", &cannot);
}

/* The question and how to read what follows. */
static void flow_head(const struct app *app, struct flow *flow, enum message_id how)
{
    struct ui *ui = flow->ui;
    struct ui_text title =
        heading("detail.title", question_statement(app, app->detail_question), TYPE_F_TITLE);
    struct ui_text sub = text_of("detail.sub", word(app, how), TYPE_F_TEXT);
    title.balance = sub.balance = true;
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
    struct lines lines = trends_lines(app);
    struct chart chart = plot_large(&lines, line_of(app), ui, &plot);
    chart.id = "detail.plot";
    chart.spoken = trends_spoken(app, ui, line_of(app));
    chart.latest = NULL; /* the words beside it say which */
    chart.range = NULL;
    char first[NUMBER_BYTES];
    if (chart.point_count > 1) {
        chart.first = number_digits(app, first, chart.point[0].centre);
    }
    chart.value_px = ui_chart_value_px(ui, &chart);
    ui_chart(ui, &chart, box);
}

static struct ui_text months_note(const struct app *app)
{
    return text_of("detail.months", word(app, MSG_DETAIL_MONTHS), TYPE_F_CAPTION);
}

/* Heights of what stands with the strip: its heading above, a note below. */
static int32_t strip_extra(const struct app *app, struct ui *ui, int32_t w)
{
    struct ui_text note = months_note(app);
    note.w = w;
    return ui_line_px(ui, TYPE_F_TEXT) + ui_um(ui, 1500) + detail_strip_height(ui, 0) +
           ui_um(ui, 500) + ui_text_height(ui, &note);
}

static void draw_strip(const struct app *app, struct ui *ui, int32_t plot_px, struct box box)
{
    uint32_t count = detail_strip_count(app, ui, app->detail_question, box.w);
    struct ui_text head = heading(
        "detail.twelve", fill_plural(app, ui, MSG_DETAIL_TWELVE, count, NULL, 0), TYPE_F_TEXT);
    head.x = box.x;
    head.y = box.y;
    head.w = box.w;
    box.y += ui_text(ui, &head) + ui_um(ui, 1500);
    box.h = detail_strip_height(ui, plot_px);
    detail_strip_draw(app, ui, app->detail_question, plot_px, box);
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

/* Height of the words below the charts, from building them and taking them back. */
static int32_t words_height(const struct app *app, struct ui *ui, struct box box)
{
    struct ui_mark mark = ui_mark(ui);
    struct flow flow;
    box.h = INT32_MAX / 2;
    flow_begin(&flow, ui, box);
    flow_words(app, &flow);
    ui_rewind(ui, mark);
    return flow.y - box.y + ui_gap(ui, WORDS_GAP_UM);
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
        room -= has_words ? words_height(app, ui, flow->box) : 0;
        if (newest_of(app) != NULL) {
            room -= extra + ui_gap(ui, STRIP_GAP_UM);
            *strip = clamp(room * 2 / 5, ui_um(ui, STRIP_UM_MIN), strip_max);
            room -= *strip;
        }
        *plot = room;
    }
    *plot = clamp(*plot, ui_um(ui, PLOT_UM_MIN), plot_max);
    *strip = clamp(*strip, ui_um(ui, STRIP_UM_MIN), strip_max);
}

static void flow_chart(const struct app *app, struct flow *flow, bool has_words)
{
    struct ui *ui = flow->ui;
    int32_t plot, strip, y, labels = ui_chart_labels_px(ui, CHART_LABELS_MONTHS);
    share_out(app, ui, flow, has_words, &plot, &strip);
    if (flow_block(flow, plot + labels, &y)) {
        draw_line(app, ui, (struct box){flow->box.x, y, flow->box.w, plot + labels});
    }
    if (newest_of(app) != NULL) {
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
        detail_table_draw(app, ui, app->detail_question, head.page + 1, box);
        return;
    }
    head.page = ui->page;
    flow_head(app, &head, MSG_DETAIL_TABLE);
    box.h -= head.y - box.y;
    box.y = head.y;
    detail_table_draw(app, ui, app->detail_question, 0, box);
}

static int32_t draw_words(const struct app *app, struct ui *ui, struct box box)
{
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_words(app, &flow);
    return flow.shown_y;
}

static void build(const struct app *app, struct ui *ui)
{
    bool has_panel = document_has_panel(ui) && (!ui->paged || app->detail_table);
    struct document document;
    begin(app, ui, has_panel, &document);
    if (document_has_foot(ui)) {
        document_foot(app, ui, &document, draw_words);
        has_panel = true;
    }
    struct flow flow;
    flow_begin(&flow, ui, document.content);
    if (app->detail_table && newest_of(app) != NULL) {
        build_table(app, ui, &document);
    } else {
        flow_head(app, &flow, MSG_DETAIL_SUB);
        document_flow_loose(&flow, &document);
        flow_chart(app, &flow, !has_panel);
    }
    if (has_panel) {
        int32_t y = draw_words(app, ui, document.panel);
        document_panel_end(ui, &document, y + ui_gap(ui, 4000));
    } else if (!app->detail_table) {
        flow_gap(&flow, WORDS_GAP_UM);
        keep_words_together(&flow);
        flow_words(app, &flow);
    }
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_DETAIL_STEP:
        app->detail_question = detail_next(app, app->detail_question, arg);
        app->page = 0;
        app->crossing++;
        break;
    case ACTION_DETAIL_TABLE:
        app->detail_table = arg != 0;
        app->page = 0;
        app->crossing++;
        break;
    case ACTION_GO_TRENDS:
        app_go(app, SCREEN_TRENDS); /* its lines are at hand */
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_DETAIL = {
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
    .focus_id = "detail.trends",
    .next_id = "detail.next",
    .back_id = "detail.trends",
};
