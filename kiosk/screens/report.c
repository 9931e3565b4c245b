/* SPDX-License-Identifier: MIT */
/* The report: a look at exactly what leaves, what it is, where it goes. */
#include "screens/report.h"

#include "core/utf8.h"
#include "screens/paper.h"
#include "ui/area.h"

#include <string.h>

enum {
    PANEL_UM = 86000,
    COLUMN_GAP_UM = 9000,
    SHEET_SHARE = 46,    /* hundredths of the content for the sheet, at most */
    TABLE_WIDE = 55,     /* hundredths of the content, where the drives stand beside the table */
    WIDE_UM = 200000,    /* narrower content has one column */
    WARN_MARK_UM = 3300, /* radius of the mark before the warning */
    NAME_BYTES = MESSAGE_LABEL_BYTES,
};

void report_look_for_drives(struct app *app)
{
    app_send(app, MESSAGE_READ_DRIVES);
}

void report_enter(struct app *app)
{
    app->report_large = app->report_large && app->screen == SCREEN_REPORT; /* another period */
    app->report_wanted = true;
    app->saving = app->saved = false;
    app->save_result = STATUS_OK;
    app->page = 0;
    app_read_lines(app, SCREEN_REPORT); /* of the page that is shown */
    app_send(app, MESSAGE_READ_REPORT)->as.report_request = (struct message_report_request){
        .period = (uint8_t)app->period, .language = (uint8_t)language_index(app_language(app))};
    report_look_for_drives(app);
}

/* The drive that was chosen while it is there, else the first. */
static const char *chosen_drive(const struct app *app)
{
    for (uint32_t i = 0; i < app->drives.count; i++) {
        if (strcmp(app->drives.drive[i].label, app->drive) == 0) {
            return app->drives.drive[i].label;
        }
    }
    return app->drives.count > 0 ? app->drives.drive[0].label : NULL;
}

static struct ui_text text_of(const char *id, const char *text, enum type type, int32_t x,
                              int32_t y, int32_t w)
{
    return (struct ui_text){
        .id = id, .text = text, .role = ROLE_TEXT, .type = type, .x = x, .y = y, .w = w};
}

/* A button whose drive's name is cut until its words fit the width. */
static struct ui_button drive_button(const struct app *app, struct ui *ui, struct ui_button button,
                                     enum message_id id, const char *drive, uint64_t free_bytes,
                                     int32_t w)
{
    char name[NAME_BYTES];
    size_t length = strnlen(drive, NAME_BYTES - 1);
    memcpy(name, drive, length);
    do {
        name[length] = '\0';
        struct text_arg args[] = {{"drive", name}, {"size", size_words(app, ui, free_bytes)}};
        button.label = fill(app, ui, id, args, 2);
        length = length > 0 ? utf8_cut(name, length - 1) : 0;
    } while (ui_button_width(ui, &button) > w && length > 0);
    return button;
}

static void begin(const struct app *app, struct ui *ui, struct paper *paper)
{
    struct ui_button left[] = {{.id = "report.meeting",
                                .label = word(app, MSG_MEETING_NAV_1),
                                .kind = BUTTON_F,
                                .icon = ICON_BACK,
                                .action = ACTION_GO_MEETING},
                               {.id = "report.trends",
                                .label = word(app, MSG_MEETING_NAV_2),
                                .kind = BUTTON_F,
                                .icon = ICON_CHART,
                                .action = ACTION_GO_TRENDS},
                               {.id = "report.larger",
                                .label = word(app, MSG_REPORT_LARGER),
                                .kind = BUTTON_F,
                                .icon = ICON_PLUS,
                                .role = ROLE_CHOICE,
                                .chosen = app->report_large,
                                .action = ACTION_REPORT_LARGE,
                                .arg = app->report_large ? 0 : 1}};
    struct ui_button periods[PAPER_PERIODS];
    paper_periods(app, periods);
    bool has_panel = paper_has_panel(ui) && !app->report_large;
    paper_begin(app, ui, left, app->report.rows > 0 ? 3 : 2, periods, PAPER_PERIODS,
                has_panel ? PANEL_UM : 0, paper);
}

static int32_t draw_save(const struct app *app, struct ui *ui, int32_t x, int32_t y, int32_t w)
{
    const char *drive = chosen_drive(app);
    if (drive == NULL) {
        return y;
    }
    struct ui_button save = {.id = "report.save",
                             .kind = BUTTON_F_PRIMARY,
                             .disabled = app->saving,
                             .action = ACTION_SAVE};
    save = drive_button(app, ui, save, MSG_REPORT_SAVE, drive, 0, w);
    int32_t height = ui_button_height(ui, save.kind), width = ui_button_width(ui, &save);
    ui_button(ui, &save, (struct box){x, y, width < w ? width : w, height});
    return y + height;
}

/* How the last save went; NULL before any. */
static const char *save_words(const struct app *app, struct ui *ui)
{
    struct text_arg arg = {"drive", app->drive};
    if (app->saving) {
        return word(app, MSG_REPORT_SAVING);
    }
    if (app->saved) {
        return word(app, MSG_REPORT_SAVED);
    }
    switch ((int)app->save_result) {
    case STATUS_OK:
        return NULL;
    case STATUS_NO_SPACE:
        return fill(app, ui, MSG_REPORT_FULL, &arg, 1);
    case STATUS_READ_ONLY:
        return fill(app, ui, MSG_REPORT_READONLY, &arg, 1);
    case STATUS_MISSING:
        return fill(app, ui, MSG_REPORT_PULLED, &arg, 1);
    default:
        return fill(app, ui, MSG_REPORT_OTHER, &arg, 1);
    }
}

/* Save and how it went are one block: the answer never stands on another page than the button. */
static void flow_save(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    const char *words = save_words(app, ui);
    bool has_drive = chosen_drive(app) != NULL;
    struct ui_text state = text_of("report.state", words != NULL ? words : "", TYPE_F_TEXT,
                                   flow->box.x, 0, flow->box.w);
    state.role = ROLE_STATUS;
    state.ink = INK_INFO;
    int32_t gap = ui_um(ui, 3000), y;
    int32_t height = (has_drive ? ui_button_height(ui, BUTTON_F_PRIMARY) : 0) +
                     (words != NULL ? gap + ui_text_height(ui, &state) : 0);
    if (height == 0 || !flow_block(flow, height, &y)) {
        return;
    }
    y = draw_save(app, ui, flow->box.x, y, flow->box.w);
    if (words != NULL) {
        state.y = y + gap;
        ui_text(ui, &state);
    }
}

/* The caution: a ring with a stroke and a dot, then the words. */
static void flow_warning(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t mark = ui_um(ui, 2 * WARN_MARK_UM), after = mark + ui_um(ui, 4000);
    struct ui_text warn =
        text_of("report.warn", word(app, MSG_REPORT_WARN), TYPE_F_TEXT, 0, 0, flow->box.w - after);
    warn.ink = INK_WARN;
    int32_t height = ui_text_height(ui, &warn), y;
    height = height > mark ? height : mark;
    flow_gap(flow, 6000);
    if (!flow_block(flow, height, &y)) {
        return;
    }
    float r = ui_umf(ui, WARN_MARK_UM), x = (float)flow->box.x + r, cy = (float)y + r;
    float stroke = ui_umf(ui, 500);
    ui_ring(ui, x, cy, r - stroke / 2, INK_WARN, stroke, 255);
    ui_rule(ui, x, cy - r * 0.5F, x, cy + r * 0.1F, INK_WARN, stroke);
    ui_disc(ui, x, cy + r * 0.45F, stroke * 0.7F, INK_WARN, 255);
    warn.x = flow->box.x + after;
    warn.y = y;
    ui_text(ui, &warn);
}

static void flow_drives(const struct app *app, struct flow *flow)
{
    static const char *const IDS[MESSAGE_DRIVE_MAX] = {"report.drive.1", "report.drive.2",
                                                       "report.drive.3", "report.drive.4",
                                                       "report.drive.5", "report.drive.6"};
    struct ui *ui = flow->ui;
    struct ui_text where =
        text_of("report.where", word(app, MSG_REPORT_WHERE), TYPE_F_TEXT, 0, 0, 0);
    where.role = ROLE_HEADING;
    where.ink = INK_INK;
    flow_gap(flow, 8000);
    flow_text(flow, &where);
    flow_gap(flow, 2000);
    if (app->drives.count == 0) {
        struct ui_text none =
            text_of("report.none", word(app, MSG_REPORT_NONE), TYPE_F_TEXT, 0, 0, 0);
        flow_text(flow, &none);
        return;
    }
    const char *chosen = chosen_drive(app);
    for (uint32_t i = 0; i < app->drives.count; i++) {
        const struct message_drive *drive = &app->drives.drive[i];
        struct ui_button button = {.id = IDS[i],
                                   .kind = BUTTON_F,
                                   .role = ROLE_CHOICE,
                                   .chosen = drive->label == chosen,
                                   .action = ACTION_DRIVE,
                                   .arg = (int16_t)i};
        button = drive_button(app, ui, button, MSG_REPORT_DRIVE, drive->label, drive->free_bytes,
                              flow->box.w);
        int32_t y, height = ui_button_height(ui, BUTTON_F);
        flow->y += i > 0 ? ui_um(ui, 2600) : 0;
        if (flow_block(flow, height, &y)) {
            int32_t width = ui_button_width(ui, &button);
            ui_button(
                ui, &button,
                (struct box){flow->box.x, y, width < flow->box.w ? width : flow->box.w, height});
        }
    }
}

static void flow_head(const struct app *app, struct flow *flow, const struct paper *paper)
{
    struct ui *ui = flow->ui;
    struct ui_text title =
        text_of("report.title", word(app, MSG_REPORT_TITLE), TYPE_F_TITLE, 0, 0, 0);
    title.role = ROLE_HEADING;
    flow_text(flow, &title);
    struct text_arg span[] = {{"from", month_words(app, ui, app->report.first)},
                              {"to", month_words(app, ui, app->report.last)}};
    struct ui_text words =
        text_of("report.span", fill_plural(app, ui, MSG_REPORT_SPAN, app->report.blocks, span, 2),
                TYPE_F_TEXT, 0, 0, 0);
    flow_text(flow, &words);
    paper_flow_loose(flow, paper);
    flow_gap(flow, 4000);
}

static void flow_table(const struct app *app, struct flow *flow, int32_t room)
{
    struct ui *ui = flow->ui;
    char total[NUMBER_BYTES];
    struct text_arg arg = {"total", number_digits(app, total, app->report.rows)};
    struct ui_text note = text_of("report.first", fill(app, ui, MSG_REPORT_CSV_FIRST, &arg, 1),
                                  TYPE_F_CAPTION, 0, 0, 0);
    struct report_table table;
    report_table_measure(app, ui, room - ui_line_px(ui, TYPE_F_CAPTION) - ui_um(ui, 2000), &table);
    int32_t y;
    if (flow_block(flow, table.height, &y)) {
        report_table_draw(app, ui, &table, (struct box){flow->box.x, y, flow->box.w, table.height});
    }
    flow_gap(flow, 2000);
    flow_text(flow, &note);
}

/* Warning and drives: what a column with the table leaves them. */
static void flow_where(const struct app *app, struct flow *flow)
{
    flow_warning(app, flow);
    flow_drives(app, flow);
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

static void build_panel(const struct app *app, struct ui *ui, const struct paper *paper)
{
    struct box panel = paper->panel;
    int32_t y = report_list_draw(app, ui, panel.x, panel.y, panel.w) + ui_gap(ui, 4000);
    struct flow save;
    flow_begin(&save, ui, (struct box){panel.x, y, panel.w, panel.y + panel.h - y});
    flow_save(app, &save);
    paper_panel_end(ui, paper, save.y + ui_gap(ui, 4000));
}

/* The sheet, beside it table and drives; list and Save in the panel. Where a sheet would be too
 * small, table and drives stand beside each other. */
static void build_wide(const struct app *app, struct ui *ui, const struct paper *paper)
{
    struct flow flow, right;
    flow_begin(&flow, ui, paper->content);
    flow_head(app, &flow, paper);
    struct box box = paper->content;
    int32_t top = flow.y, room = box.y + box.h - top, w, h;
    int32_t gap = ui_um(ui, COLUMN_GAP_UM);
    if (report_page_size(box.w * SHEET_SHARE / 100, room, &w, &h)) {
        report_page_draw(app, ui, (struct box){box.x, top, w, h});
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
    build_panel(app, ui, paper);
    flow_end(&flow);
}

/* The page as it can be read, on as many pages as it needs. */
static void build_large(const struct app *app, struct ui *ui, const struct paper *paper)
{
    struct flow flow;
    flow_begin(&flow, ui, paper->content);
    paper_flow_loose(&flow, paper);
    report_page_large(app, &flow);
    flow_end(&flow);
}

/* One column, in pages where it must be. */
static void build_column(const struct app *app, struct ui *ui, const struct paper *paper)
{
    struct flow flow;
    flow_begin(&flow, ui, paper->content);
    flow_head(app, &flow, paper);
    if (paper->loose_count > 0) {
        flow.y = paper->content.y + paper->content.h; /* the table has the next page */
    }
    int32_t used = paper->loose_count > 0 ? 0 : flow.y - paper->content.y;
    flow_table(app, &flow, ui->paged ? paper->content.h - used : paper->content.h / 3);
    flow_gap(&flow, 5000);
    report_list_flow(app, &flow);
    flow_warning(app, &flow);
    flow_drives(app, &flow);
    flow.y += ui_um(ui, 3000); /* never nearer to the drives than targets may be */
    flow_save(app, &flow);
    flow_end(&flow);
}

static void build(const struct app *app, struct ui *ui)
{
    struct paper paper;
    begin(app, ui, &paper);
    if (app->report.rows == 0) {
        struct ui_text empty =
            text_of("report.empty", word(app, MSG_REPORT_EMPTY), TYPE_F_TITLE, 0, 0, 0);
        struct flow flow;
        empty.balance = true;
        flow_begin(&flow, ui, paper.content);
        flow_text(&flow, &empty);
        paper_flow_loose(&flow, &paper);
        flow_end(&flow);
        if (paper.panel.w > 0) {
            paper_panel_end(ui, &paper, paper.panel.y);
        }
        return;
    }
    if (app->report_large) {
        build_large(app, ui, &paper);
    } else if (paper.panel.w > 0 && paper.content.w >= ui_um(ui, WIDE_UM)) {
        build_wide(app, ui, &paper);
    } else {
        build_column(app, ui, &paper);
    }
}

static void save(struct app *app)
{
    const char *drive = chosen_drive(app);
    if (drive == NULL || app->saving) {
        return;
    }
    char label[MESSAGE_LABEL_BYTES] = {0};
    memcpy(label, drive, strnlen(drive, sizeof(label) - 1));
    memcpy(app->drive, label, sizeof(app->drive));
    app->saving = true;
    app->saved = false;
    app->save_result = STATUS_OK;
    struct message_save *request = &app_send(app, MESSAGE_SAVE_REPORT)->as.save;
    request->period = (uint8_t)app->period;
    request->language = (uint8_t)language_index(app_language(app));
    memcpy(request->label, label, sizeof(request->label));
}

static void choose_drive(struct app *app, int32_t index)
{
    if (index < 0 || (uint32_t)index >= app->drives.count || app->saving) {
        return;
    }
    memcpy(app->drive, app->drives.drive[index].label, sizeof(app->drive));
    app->saved = false;
    app->save_result = STATUS_OK;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_PERIOD:
        app->period = (enum period)arg;
        report_enter(app);
        break;
    case ACTION_REPORT_LARGE:
        app->report_large = arg != 0;
        app->page = 0;
        app->crossing++;
        break;
    case ACTION_DRIVE:
        choose_drive(app, arg);
        break;
    case ACTION_SAVE:
        save(app);
        break;
    default:
        /* What a drive did not take is no problem of the meeting. */
        app->meeting_problem = STATUS_OK;
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_REPORT = {
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
    .focus_id = "report.meeting",
    .back_id = "report.trends",
};
