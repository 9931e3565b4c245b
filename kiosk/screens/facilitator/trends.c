/* SPDX-License-Identifier: MIT */
/* Slow trends: a headline, all questions together in one large plot, a row of small plots for each
 * theme, and something to talk about. What does not fit goes on to further pages, rows last. */
#include "screens/facilitator/trends.h"

#include "screens/facilitator/detail.h"
#include "screens/parts/controls.h"
#include "screens/parts/document.h"
#include "ui/area.h"

enum {
    PANEL_UM = 76000,
    PLOT_UM = 38800,       /* of all together, without its labels */
    PLOT_UM_AIRY = 30000,  /* least height with full gaps, */
    PLOT_UM_TIGHT = 26000, /* and with tighter ones */
    PLOT_UM_MIN = 20000,   /* lower, and a point of a hundred is a fifth of a millimetre */
    PLOT_UM_MAX = 90000,   /* higher, and noise looks like news */
    ROW_GROW_UM_MAX = 9000,
    ROW_GROW_UM_STACKED = 24000, /* plots under their words are wide */
    STACKED_SHARE = 28,          /* hundredths of the height for the large plot over such rows */
};

static struct trends_talk *mine(struct app *app)
{
    return part_state(app, SCREEN_TRENDS);
}

static struct ui_text text_of(const char *id, const char *text, enum type type)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT, .type = type};
}

static void begin(const struct app *app, struct ui *ui, struct document *document)
{
    struct ui_button left[] = {{.id = "trends.meeting",
                                .label = word(app, MSG_MEETING_NAV_1),
                                .kind = BUTTON_F,
                                .icon = ICON_BACK,
                                .action = ACTION_GO,
                                .arg = SCREEN_MEETING},
                               {.id = "trends.report",
                                .label = word(app, MSG_MEETING_NAV_3),
                                .kind = BUTTON_F,
                                .icon = ICON_DRIVE,
                                .action = ACTION_GO,
                                .arg = SCREEN_REPORT}};
    struct ui_button right[DOCUMENT_PERIODS + 1];
    document_periods(app, lines_period(app), right);
    right[DOCUMENT_PERIODS] = control_lock(app);
    document_begin(app, ui, left, 2, right, DOCUMENT_PERIODS + 1,
                   document_has_panel(ui) ? PANEL_UM : 0, document);
    if (document_has_foot(ui)) {
        document_foot(app, ui, document, trends_talk_panel);
    }
}

/* Heading and measure: beside each other when one line holds both. */
struct all_head {
    struct ui_text title, measure;
    bool beside;
    int32_t height;
};

static struct all_head all_head(const struct app *app, struct ui *ui, int32_t w)
{
    struct all_head head = {
        .title = text_of("trends.all", trends_subject(app, ui, 0), TYPE_F_TEXT),
        .measure = text_of("trends.measure", word(app, MSG_TRENDS_MEASURE), TYPE_F_CAPTION)};
    head.title.role = ROLE_HEADING;
    head.title.ink = INK_INK;
    head.measure.balance = true;
    head.title.w = head.measure.w = w;
    int32_t after = ui_text_width(ui, TYPE_F_TEXT, head.title.text) + ui_um(ui, 2600);
    head.beside = after + ui_text_width(ui, TYPE_F_CAPTION, head.measure.text) <= w;
    head.height = ui_line_px(ui, TYPE_F_TEXT);
    if (head.beside) {
        head.measure.x = after;
        head.measure.w = w - after;
        /* Both on one baseline: the larger type's middle is higher. */
        head.measure.y = (head.height - ui_line_px(ui, TYPE_F_CAPTION)) / 2 + ui_um(ui, 200);
    } else {
        head.measure.y = head.height;
        head.height += ui_text_height(ui, &head.measure);
    }
    return head;
}

static void draw_all(const struct app *app, struct ui *ui, struct box box, int32_t plot_h)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    struct lines lines = lines_view(app);
    struct all_head head = all_head(app, ui, box.w);
    head.title.x = box.x;
    head.title.y = box.y;
    head.measure.x += box.x;
    head.measure.y += box.y;
    ui_text(ui, &head.title);
    ui_text(ui, &head.measure);
    struct chart chart = plot_large(&lines, LINES_ALL, ui, &plot);
    chart.id = "trends.plot.0";
    chart.spoken = trends_spoken(app, ui, LINES_ALL);
    int32_t over = head.height + ui_um(ui, 500);
    ui_chart(ui, &chart,
             (struct box){box.x, box.y + over, box.w,
                          plot_h + ui_chart_labels_px(ui, CHART_LABELS_MONTHS)});
}

static int32_t all_height(const struct app *app, struct ui *ui, int32_t w, int32_t plot_h)
{
    return all_head(app, ui, w).height + ui_um(ui, 500) + plot_h +
           ui_chart_labels_px(ui, CHART_LABELS_MONTHS);
}

static const char *series_note(const struct app *app, struct ui *ui)
{
    struct lines lines = lines_view(app);
    char text[LINES_TEXT_BYTES];
    const char *note = lines_series(&lines, text);
    return note != NULL ? frame_text(ui->frame, note) : NULL;
}

/* Heights of everything, and how much of the page each plot may have. */
struct plan {
    struct ui_text head, note;
    bool has_note, has_panel, has_key;
    bool is_low; /* chips stand in the page: the plot has the next one */
    int32_t talk_h, key_h, plot_h;
    struct trends_rows rows;
};

static int32_t rows_height(const struct trends_rows *rows)
{
    int32_t height = 0;
    for (uint32_t i = 0; i < rows->count; i++) {
        height += rows->height[i];
    }
    return height;
}

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* A tighter page is tried before the large plot gets low. */
static int32_t least_plot(const struct ui *ui)
{
    int32_t um = ui->air >= 100 ? PLOT_UM_AIRY : ui->air >= 50 ? PLOT_UM_TIGHT : PLOT_UM_MIN;
    return ui_um(ui, um);
}

static int32_t head_height(const struct app *app, struct ui *ui, const struct plan *plan, int32_t w)
{
    int32_t height = ui_text_height(ui, &plan->head) + ui_gap(ui, 1500);
    if (plan->has_note) {
        height += ui_text_height(ui, &plan->note) + ui_gap(ui, 1500);
    }
    return height + all_height(app, ui, w, 0);
}

/* Rows whose words are higher than their plots hold higher plots for nothing, so the plots of all
 * grow until the rows fill the height, or are as high as they may be. */
static void grow_rows(const struct app *app, struct ui *ui, struct plan *plan, struct box box,
                      int32_t height, int32_t most)
{
    int32_t count = (int32_t)plan->rows.count, more = 1;
    while (count > 0 && more > 0 && plan->rows.grow_px < most) {
        int32_t grow = plan->rows.grow_px;
        more = (height - rows_height(&plan->rows)) / count;
        more = grow + more > most ? most - grow : more;
        if (more > 0) {
            trends_rows_measure(app, ui, box, grow + more, &plan->rows);
        }
    }
}

/* On one page the large plot gets its share, then the small ones their usual height, then the large
 * one its own, and the rest in the same order. In pages each page is shared out alone. */
static void share_out(const struct app *app, struct ui *ui, struct plan *plan, struct box box)
{
    const bool stacked = plan->rows.stacked;
    int32_t head = head_height(app, ui, plan, box.w), rows = rows_height(&plan->rows);
    int32_t least = ui_um(ui, PLOT_UM_MIN), most = ui_um(ui, PLOT_UM_MAX);
    int32_t rows_most = ui_um(ui, stacked ? ROW_GROW_UM_STACKED : ROW_GROW_UM_MAX);
    if (ui->paged) {
        int32_t room = box.h - head - plan->talk_h, alone = box.h - all_height(app, ui, box.w, 0);
        room = room >= least ? room : box.h - head;
        plan->plot_h = clamp(plan->is_low || room < least ? alone : room, least, most);
        grow_rows(app, ui, plan, box, box.h - plan->key_h, rows_most);
        return;
    }
    int32_t room = box.h - head - plan->key_h - plan->talk_h - ui_gap(ui, 2500);
    if (room - rows < least_plot(ui)) {
        ui->overflow = true;
    }
    int32_t share = stacked ? room * STACKED_SHARE / 100 : ui_um(ui, PLOT_UM_AIRY);
    plan->plot_h = clamp(room - rows, least, share > least ? share : least);
    const int32_t grow[] = {trends_rows_grow_usual(ui), rows_most};
    const int32_t plot[] = {stacked ? share : ui_um(ui, PLOT_UM), most};
    for (size_t i = 0; i < sizeof(grow) / sizeof(grow[0]); i++) {
        grow_rows(app, ui, plan, box, room - plan->plot_h, grow[i]);
        int32_t rest = room - rows_height(&plan->rows);
        plan->plot_h = clamp(rest, plan->plot_h, plot[i] > plan->plot_h ? plot[i] : plan->plot_h);
    }
}

static void make_plan(const struct app *app, struct ui *ui, struct plan *plan,
                      const struct document *document)
{
    struct box box = document->content;
    *plan = (struct plan){.has_panel = document->panel.w > 0, .is_low = document->loose_count > 0};
    plan->head = text_of("trends.head", trends_headline(app, ui), TYPE_F_TITLE);
    if (ui->air < 100 && !ui->paged && ui_text_width(ui, TYPE_F_TITLE, plan->head.text) > box.w) {
        /* A long headline on a full page: the lines below need the room more. */
        plan->head.type = TYPE_F_LEDE;
        plan->head.ink = INK_INK;
    }
    plan->head.role = ROLE_HEADING;
    plan->head.balance = true;
    plan->head.w = box.w;
    const char *note = series_note(app, ui);
    plan->has_note = note != NULL;
    plan->note = text_of("trends.series", note != NULL ? note : "", TYPE_F_CAPTION);
    plan->note.w = box.w;
    trends_rows_measure(app, ui, box, 0, &plan->rows);
    plan->has_key = plan->rows.key_row < 0;
    plan->key_h = plan->has_key ? trends_key_height(app, ui, box.w) + ui_um(ui, 2000) : 0;
    plan->talk_h = plan->has_panel ? 0 : trends_talk_height(app, ui, box.w) + ui_gap(ui, 2500);
    share_out(app, ui, plan, box);
}

static void draw_rows(const struct app *app, struct ui *ui, struct flow *flow,
                      const struct plan *plan)
{
    int32_t y;
    for (uint32_t i = 0; i < plan->rows.count; i++) {
        int32_t height = plan->rows.height[i];
        if (flow_block(flow, height, &y)) {
            trends_row_draw(app, ui, &plan->rows, i,
                            (struct box){flow->box.x, y, flow->box.w, height});
        }
    }
    if (plan->has_key && flow_block(flow, plan->key_h, &y)) {
        trends_key_draw(app, ui,
                        (struct box){flow->box.x, y + ui_um(ui, 2000), flow->box.w,
                                     plan->key_h - ui_um(ui, 2000)});
    }
}

static void lines_flow(const struct app *app, struct ui *ui, struct flow *flow,
                       const struct document *document)
{
    struct plan plan;
    make_plan(app, ui, &plan, document);
    int32_t y, w = flow->box.w;
    /* As wide as it was measured: a headline is read at a glance, not line by line. */
    plan.head.x = flow->box.x;
    if (flow_block(flow, ui_text_height(ui, &plan.head), &plan.head.y)) {
        ui_text(ui, &plan.head);
    }
    document_flow_loose(flow, document);
    if (plan.is_low) {
        flow->y = flow->box.y + flow->box.h;
    }
    if (plan.has_note) {
        flow_gap(flow, 1500);
        flow_text(flow, &plan.note);
    }
    flow_gap(flow, 1500);
    int32_t height = all_height(app, ui, w, plan.plot_h);
    if (flow_block(flow, height, &y)) {
        draw_all(app, ui, (struct box){flow->box.x, y, w, height}, plan.plot_h);
    }
    if (!plan.has_panel) {
        flow_gap(flow, 2500);
        trends_talk_flow(app, flow);
    }
    flow_gap(flow, 2500);
    if (ui->paged && rows_height(&plan.rows) <= flow->box.h) {
        flow->y = flow->box.y + flow->box.h; /* all rows together on the next page */
    }
    draw_rows(app, ui, flow, &plan);
}

static void build(const struct app *app, struct ui *ui)
{
    struct document document;
    begin(app, ui, &document);
    struct flow flow;
    flow_begin(&flow, ui, document.content);
    bool empty = lines_are_read(app) && lines_view(app).line[LINES_ALL].view->block_count == 0;
    if (empty) {
        trends_empty_flow(app, &flow, &document);
    } else if (lines_are_read(app)) {
        lines_flow(app, ui, &flow, &document);
    }
    if (document.panel.w > 0) {
        document_panel_end(ui, &document, trends_talk_panel(app, ui, document.panel));
    } else if (empty) {
        flow_gap(&flow, 6000);
        trends_talk_flow(app, &flow);
    }
    flow_end(&flow);
}

/* It stays until the headline speaks of something else. */
static void choose_theme(struct app *app, uint32_t theme)
{
    struct lines lines = lines_view(app);
    mine(app)->theme = theme;
    mine(app)->of = 1 + lines_headline_line(&lines);
}

/* Another prompt of the same theme, never the one on the screen when there are others. */
static void choose_another(struct app *app)
{
    const struct pack *pack = app->config.pack;
    const struct pack_item *now = trends_prompt(app);
    uint32_t others = 0;
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        others += pack->prompt[i].theme == now->theme && &pack->prompt[i] != now;
    }
    if (others == 0) {
        return;
    }
    uint32_t skip = app_random_below(app, others);
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        if (pack->prompt[i].theme == now->theme && &pack->prompt[i] != now && skip-- == 0) {
            mine(app)->prompt = i;
            choose_theme(app, pack->prompt[i].theme);
            return;
        }
    }
}

static void open(struct app *app)
{
    lines_open(app, SCREEN_TRENDS);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (lines_act(app, action, arg)) {
        return;
    }
    switch ((int)action) {
    case TRENDS_THEME:
        choose_theme(app, (uint32_t)arg);
        break;
    case TRENDS_DETAIL:
        detail_show(app, (uint32_t)arg);
        break;
    case TRENDS_ANOTHER:
        choose_another(app);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_TRENDS = {
    .part = {.state_bytes = sizeof(struct trends_talk), .life = LIFE_RUN},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .open = open,
    .build = build,
    .act = act,
    .focus_id = "trends.meeting",
    .back_id = "trends.meeting",
};
