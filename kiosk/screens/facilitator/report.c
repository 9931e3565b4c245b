/* SPDX-License-Identifier: MIT */
/* The report: a look at exactly what leaves, what it is, where it goes. */
#include "screens/facilitator/report.h"

#include "report/page.h"
#include "screens/facilitator/saving.h"
#include "screens/parts/controls.h"
#include "ui/blocks/document.h"
#include "ui/blocks/facts.h"

#include <string.h>

enum {
    PANEL_UM = 86000,
    COLUMN_GAP_UM = 9000,
    SHEET_SHARE = 46,         /* hundredths of the content for the sheet, at most, */
    SHEET_SHARE_UPRIGHT = 58, /* and on an upright page, */
    SHEET_HIGH_UPRIGHT = 64,  /* of its height */
    TABLE_WIDE = 55,  /* hundredths of the content, where the drives stand beside the table */
    WIDE_UM = 200000, /* narrower content has one column */
};

enum report_action { REPORT_LARGE = ACTION_OWN /* 1 the page alone, 0 beside the table */ };

STATE_BEGIN
struct report {
    bool large; /* the page alone, to read */
    uint8_t unused[3];
};
STATE_END

static const struct saving SAVING = {.request = MESSAGE_SAVE_REPORT,
                                     .save_id = "report.save",
                                     .state_id = "report.state",
                                     .save = MSG_REPORT_SAVE,
                                     .saved = MSG_REPORT_SAVED,
                                     .pulled = MSG_REPORT_PULLED};

static bool is_large(const struct app *app)
{
    const struct report *report = part_state_of(app, SCREEN_REPORT);
    return report->large;
}

static struct ui_text text_of(const char *id, const char *text, enum type type, int32_t x,
                              int32_t y, int32_t w)
{
    return (struct ui_text){
        .id = id, .text = text, .role = ROLE_TEXT, .type = type, .x = x, .y = y, .w = w};
}

static const char *list_words(const struct app *app, struct ui *ui)
{
    uint64_t bytes = (uint64_t)lines_report(app)->bytes + lines_report(app)->page_bytes;
    struct text_arg size = {"size", size_words(app, ui, bytes)};
    return fill_plural(app, ui, MSG_REPORT_LIST, lines_report(app)->rows, &size, 1);
}

/* The list is one text: "Table: CSV, 194 rows. Size: 5 kB. Names: none." Cut at its full stops. */
static struct facts facts_of(const struct app *app, struct ui *ui)
{
    struct facts facts = {.id = "report.list.{n}"};
    const char *at = list_words(app, ui);
    while (*at != '\0' && facts.count < FACTS_MAX) {
        const char *stop = strstr(at, ". ");
        size_t length = stop != NULL ? (size_t)(stop - at) : strlen(at);
        length -= stop == NULL && length > 0 && at[length - 1] == '.';
        facts.text[facts.count++] = frame_text_bytes(ui->frame, at, length);
        at = stop != NULL ? stop + 2 : "";
    }
    return facts;
}

/* A line for each part; in pages one paragraph, so that it leaves room for the drives. */
static void flow_list(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    if (ui->paged) {
        struct ui_text list = text_of("report.list", list_words(app, ui), TYPE_F_TEXT, 0, 0, 0);
        flow_text(flow, &list);
    } else {
        const struct facts facts = facts_of(app, ui);
        facts_flow(flow, &facts);
    }
}

static int32_t draw_panel(const void *app, struct ui *ui, struct box panel)
{
    const struct facts facts = facts_of(app, ui);
    const int32_t after = facts_height(ui, &facts) + ui_gap(ui, 4000);
    struct flow save;
    facts_draw(ui, &facts, panel);
    flow_begin(&save, ui, (struct box){panel.x, panel.y + after, panel.w, panel.h - after});
    saving_flow(app, &save, &SAVING);
    return save.y;
}

static void begin(const struct app *app, struct ui *ui, struct document *document)
{
    struct ui_button left[] = {{.id = "report.meeting",
                                .label = word(app, MSG_MEETING_NAV_1),
                                .kind = BUTTON_F,
                                .icon = ICON_BACK,
                                .action = ACTION_GO,
                                .arg = SCREEN_MEETING},
                               {.id = "report.trends",
                                .label = word(app, MSG_MEETING_NAV_2),
                                .kind = BUTTON_F,
                                .icon = ICON_CHART,
                                .action = ACTION_GO,
                                .arg = SCREEN_TRENDS},
                               {.id = "report.larger",
                                .label = word(app, MSG_REPORT_LARGER),
                                .kind = BUTTON_F,
                                .icon = ICON_PLUS,
                                .role = ROLE_CHOICE,
                                .chosen = is_large(app),
                                .action = REPORT_LARGE,
                                .arg = is_large(app) ? 0 : 1}};
    struct ui_button right[PERIOD_COUNT + 1];
    const struct ui_button more = control_more(app);
    const bool is_empty = lines_report(app)->rows == 0;
    lines_periods(app, right);
    right[PERIOD_COUNT] = control_lock(app);
    const struct document_plan plan = {
        .left = left,
        .left_count = is_empty ? 2 : 3,
        .right = right,
        .right_count = PERIOD_COUNT + 1,
        .more = &more,
        .panel = {is_large(app) ? 0 : PANEL_UM, is_empty ? NULL : draw_panel, app, 4000}};
    document_begin(ui, &plan, document);
}

static struct page_span span_of(const struct app *app)
{
    const struct message_report *report = lines_report(app);
    return (struct page_span){.from = report->first,
                              .to = report->last,
                              .blocks = report->blocks,
                              .made_up = app->status.simulated != 0};
}

static void draw_sheet(const struct app *app, struct ui *ui, struct box box)
{
    const struct lines lines = lines_view(app);
    const struct page_span span = span_of(app);
    page_sheet_draw(&lines, &span, ui, box);
}

static void flow_title(const struct app *app, struct flow *flow)
{
    struct ui_text title =
        text_of("report.title", word(app, MSG_REPORT_TITLE), TYPE_F_TITLE, 0, 0, 0);
    title.role = ROLE_HEADING;
    flow_text(flow, &title);
}

static void flow_span(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct text_arg span[] = {{"from", month_words(app, ui, lines_report(app)->first)},
                              {"to", month_words(app, ui, lines_report(app)->last)}};
    struct ui_text words = text_of(
        "report.span", fill_plural(app, ui, MSG_REPORT_SPAN, lines_report(app)->blocks, span, 2),
        TYPE_F_TEXT, 0, 0, 0);
    flow_text(flow, &words);
}

static void flow_head(const struct app *app, struct flow *flow)
{
    flow_title(app, flow);
    flow_span(app, flow);
    flow_gap(flow, 4000);
}

static void flow_table(const struct app *app, struct flow *flow, int32_t room)
{
    struct ui *ui = flow->ui;
    char total[NUMBER_BYTES];
    struct text_arg arg = {"total", number_digits(app, total, lines_report(app)->rows)};
    struct ui_text note = text_of("report.first", fill(app, ui, MSG_REPORT_CSV_FIRST, &arg, 1),
                                  TYPE_F_CAPTION, 0, 0, 0);
    struct report_table table;
    report_table_measure(app, ui, room - ui_line_px(ui, TYPE_F_CAPTION) - ui_um(ui, 2000), &table);
    int32_t y;
    if (flow_block(flow, table.height, &y)) {
        report_table_draw(ui, &table, (struct box){flow->box.x, y, flow->box.w, table.height});
    }
    flow_gap(flow, 2000);
    flow_text(flow, &note);
}

/* Warning and drives: what a column with the table leaves them. */
static void flow_where(const struct app *app, struct flow *flow)
{
    saving_flow_caution(app, flow, "report.warn", MSG_REPORT_WARN);
    saving_flow_drives(app, flow, "report");
}

static int32_t where_height(const struct app *app, struct ui *ui, struct box box)
{
    struct ui_mark mark = ui_mark(ui);
    struct flow flow;
    box.h = INT32_MAX / 2;
    flow_begin(&flow, ui, box);
    flow.fresh = false;
    flow_where(app, &flow);
    ui_rewind(ui, mark);
    return flow.y - box.y;
}

/* The sheet with the drives beside it, the table below them over the whole width. */
static bool build_upright(const struct app *app, struct ui *ui, const struct document *document)
{
    struct flow flow, right;
    struct box box = document->content;
    int32_t w, h, gap = ui_um(ui, COLUMN_GAP_UM);
    if (!document_has_foot(ui) || !page_sheet_size(box.w * SHEET_SHARE_UPRIGHT / 100,
                                                   box.h * SHEET_HIGH_UPRIGHT / 100, &w, &h)) {
        return false;
    }
    flow_begin(&flow, ui, box);
    flow_head(app, &flow);
    draw_sheet(app, ui, (struct box){box.x, flow.y, w, h});
    flow_begin(&right, ui, (struct box){box.x + w + gap, flow.y, box.w - w - gap, h});
    flow_where(app, &right);
    flow.y += h + gap;
    flow_table(app, &flow, box.y + box.h - flow.y);
    (void)document_end(ui, document);
    flow_end(&flow);
    return true;
}

/* The sheet, beside it table and drives; list and Save in the panel. Where a sheet would be too
 * small, table and drives stand beside each other. */
static void build_wide(const struct app *app, struct ui *ui, const struct document *document)
{
    struct flow flow, right;
    flow_begin(&flow, ui, document->content);
    flow_head(app, &flow);
    struct box box = document->content;
    int32_t top = flow.y, room = box.y + box.h - top, w, h;
    int32_t gap = ui_um(ui, COLUMN_GAP_UM);
    if (page_sheet_size(box.w * SHEET_SHARE / 100, room, &w, &h)) {
        draw_sheet(app, ui, (struct box){box.x, top, w, h});
        struct box column = {box.x + w + gap, top, box.w - w - gap, room};
        flow_begin(&right, ui, column);
        flow_table(app, &right, room - where_height(app, ui, column));
    } else {
        struct flow left;
        w = box.w * TABLE_WIDE / 100;
        flow_begin(&left, ui, (struct box){box.x, top, w, room});
        flow_table(app, &left, room);
        flow_begin(&right, ui, (struct box){box.x + w + gap, top, box.w - w - gap, room});
    }
    flow_where(app, &right);
    (void)document_end(ui, document);
    flow_end(&flow);
}

/* The page as it can be read, on as many pages as it needs. */
static void build_large(const struct app *app, struct ui *ui, const struct document *document)
{
    struct flow flow;
    flow_begin(&flow, ui, document->content);
    document_flow_loose(&flow, document);
    const struct lines lines = lines_view(app);
    const struct page_span span = span_of(app);
    page_sheet_flow(&lines, &span, &flow);
    flow_end(&flow);
}

/* One column. */
static void build_column(const struct app *app, struct ui *ui, const struct document *document)
{
    struct flow flow;
    flow_begin(&flow, ui, document->content);
    flow_head(app, &flow);
    flow_table(app, &flow, document->content.h / 3);
    flow_gap(&flow, 5000);
    flow_list(app, &flow);
    flow_where(app, &flow);
    flow.y += ui_um(ui, 3000); /* never nearer to the drives than targets may be */
    saving_flow(app, &flow, &SAVING);
    flow_end(&flow);
}

/* In pages the first one saves it; what leaves, chips and table follow. How it went stands
 * in the place of the caution, where it is seen. */
static void build_pages(const struct app *app, struct ui *ui, const struct document *document)
{
    struct flow flow;
    flow_begin(&flow, ui, document->content);
    flow_title(app, &flow);
    if (saving_flow_news(app, &flow, &SAVING)) {
        flow_gap(&flow, 4000);
        saving_flow_list(app, &flow, "report");
    } else {
        flow_where(app, &flow);
    }
    saving_flow_button(app, &flow, &SAVING);
    flow_gap(&flow, 5000);
    flow_span(app, &flow);
    flow_list(app, &flow);
    document_flow_loose(&flow, document);
    flow.y = document->content.y + document->content.h; /* the table has the next page */
    flow_table(app, &flow, document->content.h);
    flow_end(&flow);
}

static void build(const struct app *app, struct ui *ui)
{
    struct document document;
    begin(app, ui, &document);
    if (lines_report(app)->rows == 0) {
        struct ui_text empty =
            text_of("report.empty", word(app, MSG_REPORT_EMPTY), TYPE_F_TITLE, 0, 0, 0);
        struct flow flow;
        empty.balance = true;
        flow_begin(&flow, ui, document.content);
        flow_text(&flow, &empty);
        document_flow_loose(&flow, &document);
        flow_end(&flow);
        (void)document_end(ui, &document);
        return;
    }
    if (is_large(app)) {
        build_large(app, ui, &document);
    } else if (build_upright(app, ui, &document)) {
        return;
    } else if (document.panel.w > 0 && document.content.w >= ui_um(ui, WIDE_UM)) {
        build_wide(app, ui, &document);
    } else if (ui->paged) {
        build_pages(app, ui, &document);
    } else {
        build_column(app, ui, &document);
    }
}

/* The drives are asked for with the report, so that both are there when it shows. */
static void open(struct app *app)
{
    saving_enter(app);
    lines_open(app, SCREEN_REPORT);
}

static void save(struct app *app)
{
    struct message *message = saving_begin(app, &SAVING);
    if (message != NULL) {
        message->as.save.period = (uint8_t)lines_period(app);
        message->as.save.language = (uint8_t)language_index(app_language(app));
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    struct report *report = part_state(app, SCREEN_REPORT);
    if (saving_act(app, action, arg)) {
        return;
    }
    if (lines_act(app, action, arg)) {
        saving_enter(app); /* how the last save went was about the other period */
        return;
    }
    switch ((int)action) {
    case REPORT_LARGE:
        report->large = arg != 0;
        app_view(app);
        app_focus_on(app, "report.larger");
        break;
    case SAVING_SAVE:
        save(app);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_REPORT = {
    .part = {.state_bytes = sizeof(struct report)},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .open = open,
    .build = build,
    .act = act,
    .focus_id = "report.meeting",
    .back_id = "report.trends",
    .own = {"report.save"},
};
