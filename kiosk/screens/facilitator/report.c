/* SPDX-License-Identifier: MIT */
/* The report: exactly the page and the table that leave, what they are, and where they go. */
#include "report/csv_sheet.h"
#include "report/page.h"
#include "screens/facilitator/lines.h"
#include "screens/facilitator/saving.h"
#include "screens/parts/document_page.h"
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
};
STATE_END

PART_STATE(struct report, SCREEN_REPORT, seen, mine)

static void fill_request(const struct app *app, struct message *request, const char *drive)
{
    struct message_save *save = &request->as.save;
    memcpy(save->label, drive, sizeof(save->label));
    save->period = (uint8_t)lines_period(app);
    save->language = (uint8_t)language_index(app_language(app));
}

static const struct saving SAVING = {.request = MESSAGE_SAVE_REPORT,
                                     .fill = fill_request,
                                     .deed = DEED_REPORT,
                                     SAVING_IDS("report"),
                                     .save = MSG_REPORT_SAVE};

static const char *list_words(const struct app *app, struct ui *ui)
{
    uint64_t bytes = (uint64_t)lines_report(app)->bytes + lines_report(app)->page_bytes;
    struct text_arg size = {"size", size_words(app, ui, bytes)};
    return fill_plural(app, ui, MSG_REPORT_LIST, lines_report(app)->rows, &size, 1);
}

/* Draws a line for each part of the report. On a page that is split it is one paragraph, which
 * leaves room for the drives. */
static void flow_list(const struct app *app, struct flow *flow)
{
    if (flow->ui->paged) {
        flow_said(flow, BLOCK_F_TEXT, "report.list", list_words(app, flow->ui), 0);
    } else {
        facts_flow(flow, "report.list.{n}", list_words(app, flow->ui));
    }
}

static void flow_panel(const void *context, struct flow *flow)
{
    const struct app *app = context;
    facts_flow(flow, "report.list.{n}", list_words(app, flow->ui));
    flow_gap(flow, 4000);
    saving_flow(app, flow, &SAVING);
}

static void begin(const struct app *app, struct ui *ui, struct document_page *page)
{
    static const struct control LEFT[] = {
        {"report.meeting", MSG_MEETING_NAV_1, ACTION_GO, SCREEN_MEETING, .icon = ICON_BACK},
        {"report.trends", MSG_MEETING_NAV_2, ACTION_GO, SCREEN_TRENDS, .icon = ICON_CHART},
        {"report.larger", MSG_REPORT_LARGER, REPORT_LARGE, 1, .icon = ICON_PLUS}};
    const bool is_empty = lines_report(app)->rows == 0, large = seen(app)->large;
    page->panel =
        (struct document_panel){large ? 0 : PANEL_UM, is_empty ? NULL : flow_panel, app, 4000};
    document_page_left(app, page, LEFT, is_empty ? 2 : 3);
    page->left[2].role = ROLE_CHOICE;
    page->left[2].chosen = large;
    page->left[2].arg = !large;
    lines_periods(app, page);
    document_page_begin(app, ui, page);
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
    flow_said(flow, BLOCK_F_TITLE, "report.title", word(app, MSG_REPORT_TITLE), 0);
}

static void flow_span(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct text_arg span[] = {{"from", month_words(app, ui, lines_report(app)->first)},
                              {"to", month_words(app, ui, lines_report(app)->last)}};
    flow_said(flow, BLOCK_F_TEXT, "report.span",
              fill_plural(app, ui, MSG_REPORT_SPAN, lines_report(app)->blocks, span, 2), 0);
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
    struct csv_sheet sheet;
    csv_sheet_measure(lines_report(app)->text, ui,
                      room - ui_line_px(ui, TYPE_F_CAPTION) - ui_um(ui, 2000), &sheet);
    int32_t y;
    if (flow_block(flow, sheet.height, &y)) {
        csv_sheet_draw(ui, &sheet, (struct box){flow->box.x, y, flow->box.w, sheet.height});
    }
    flow_said(flow, BLOCK_F_CAPTION, "report.first",
              fill_number(app, ui, MSG_REPORT_CSV_FIRST, "total", lines_report(app)->rows), 2000);
}

/* Draws the caution and the drives. */
static void flow_where(const void *app, struct flow *flow)
{
    saving_flow_caution(app, flow, "report.warn", MSG_REPORT_WARN);
    saving_flow_drives(app, flow, &SAVING);
}

static void flow_where_below(const void *app, struct flow *flow)
{
    flow->fresh = false;
    flow_where(app, flow);
}

/* Draws the sheet with the drives beside it, and the table below both over the whole width. Returns
 * false where that has no room. */
static bool build_upright(const struct app *app, struct ui *ui, struct document_page *page)
{
    struct flow *flow = &page->flow, right;
    struct box box = page->document.content;
    int32_t w, h, gap = ui_um(ui, COLUMN_GAP_UM);
    if (!document_has_foot(ui) || !page_sheet_size(box.w * SHEET_SHARE_UPRIGHT / 100,
                                                   box.h * SHEET_HIGH_UPRIGHT / 100, &w, &h)) {
        return false;
    }
    flow_head(app, flow);
    const struct box column = {box.x + w + gap, flow->y, box.w - w - gap, h};
    /* Where the column has no room this build shows nothing, and the sheet is dear. */
    ui->overflow = ui->overflow || !flow_content_fits(ui, flow_where, app, column);
    if (!ui->overflow) {
        draw_sheet(app, ui, (struct box){box.x, flow->y, w, h});
    }
    flow_begin(&right, ui, column);
    flow_where(app, &right);
    flow->y += h + gap;
    flow_table(app, flow, box.y + box.h - flow->y);
    (void)document_end(ui, &page->document);
    return true;
}

/* Draws the sheet, and table and drives beside it; the panel has the list and the button that
 * saves. Where a sheet would be too small, table and drives stand beside each other. */
static void build_wide(const struct app *app, struct ui *ui, struct document_page *page)
{
    struct flow left, right;
    flow_head(app, &page->flow);
    struct box box = page->document.content;
    int32_t top = page->flow.y, room = box.y + box.h - top, w, h;
    int32_t gap = ui_um(ui, COLUMN_GAP_UM);
    const bool has_sheet = page_sheet_size(box.w * SHEET_SHARE / 100, room, &w, &h);
    w = has_sheet ? w : box.w * TABLE_WIDE / 100;
    const struct box column = {box.x + w + gap, top, box.w - w - gap, room};
    flow_begin(&right, ui, column);
    if (has_sheet) {
        draw_sheet(app, ui, (struct box){box.x, top, w, h});
        flow_table(app, &right, room - flow_content_height(ui, flow_where_below, app, column.w));
    } else {
        flow_begin(&left, ui, (struct box){box.x, top, w, room});
        flow_table(app, &left, room);
    }
    flow_where(app, &right);
    (void)document_end(ui, &page->document);
}

/* Draws the report's page in a size to read, on as many pages as it needs. */
static void build_large(const struct app *app, struct document_page *page)
{
    const struct lines lines = lines_view(app);
    const struct page_span span = span_of(app);
    document_flow_loose(&page->flow, &page->document);
    page_sheet_flow(&lines, &span, &page->flow);
}

static void build_column(const struct app *app, struct document_page *page)
{
    struct flow *flow = &page->flow;
    flow_head(app, flow);
    flow_table(app, flow, page->document.content.h / 3);
    flow_gap(flow, 5000);
    flow_list(app, flow);
    flow_where(app, flow);
    flow->y += ui_um(flow->ui, 3000); /* targets keep their least distance from the drives */
    saving_flow(app, flow, &SAVING);
}

/* The first page saves the report; what leaves, the chips and the table follow. How the save went
 * stands in place of the caution, where it is seen. */
static void build_pages(const struct app *app, struct document_page *page)
{
    struct flow *flow = &page->flow;
    flow_title(app, flow);
    if (saving_flow_news(app, flow, &SAVING)) {
        flow_gap(flow, 4000);
        saving_flow_list(app, flow, &SAVING);
    } else {
        flow_where(app, flow);
    }
    saving_flow_button(app, flow, &SAVING);
    flow_gap(flow, 5000);
    flow_span(app, flow);
    flow_list(app, flow);
    document_flow_loose(flow, &page->document);
    flow->y = flow->box.y + flow->box.h; /* the table has the next page */
    flow_table(app, flow, flow->box.h);
}

static void build_empty(const struct app *app, struct ui *ui, struct document_page *page)
{
    const struct ui_text empty = {.id = "report.empty",
                                  .text = word(app, MSG_REPORT_EMPTY),
                                  .role = ROLE_TEXT,
                                  .type = TYPE_F_TITLE,
                                  .balance = true};
    flow_text(&page->flow, &empty);
    document_flow_loose(&page->flow, &page->document);
    (void)document_end(ui, &page->document);
}

static void build(const struct app *app, struct ui *ui)
{
    struct document_page page = {.left_count = 0};
    begin(app, ui, &page);
    const bool wide = page.document.content.w >= ui_um(ui, WIDE_UM);
    if (lines_report(app)->rows == 0) {
        build_empty(app, ui, &page);
    } else if (seen(app)->large) {
        build_large(app, &page);
    } else if (build_upright(app, ui, &page)) {
        ;
    } else if (page.document.panel.w > 0 && wide) {
        build_wide(app, ui, &page);
    } else if (ui->paged) {
        build_pages(app, &page);
    } else {
        build_column(app, &page);
    }
    flow_end(&page.flow);
}

/* The drives are asked for with the report, so that both are there when it shows. */
static void open(struct app *app)
{
    saving_enter(app);
    lines_open(app, SCREEN_REPORT);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (saving_act(app, &SAVING, action, arg)) {
        return;
    }
    if (lines_act(app, action, arg)) {
        saving_enter(app); /* the words about the last save were about the other period */
    } else if ((int)action == REPORT_LARGE) {
        mine(app)->large = arg != 0;
        app_view(app);
        app_focus_on(app, "report.larger");
    }
}

const struct screen_ops SCREEN_OPS_REPORT = {
    .part = {.state_bytes = sizeof(struct report)},
    .patience = PATIENCE_FACILITATOR,
    .open = open,
    .build = build,
    .act = act,
    .back_id = "report.trends",
    .own = {"report.save"},
};
