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
    TABLE_WIDE = 55,      /* hundredths of the content, where the drives stand beside the table */
    WIDE_UM = 200000,     /* narrower content has one column */
    WARN_MARK_UM = 3300,  /* radius of the mark before the warning */
    PART_PITCH_UM = 9300, /* a line of the list */
    PART_MAX = 8,
    NAME_BYTES = MESSAGE_LABEL_BYTES,
};

void report_look_for_drives(struct app *app)
{
    app_send(app, MESSAGE_READ_DRIVES);
}

void report_enter(struct app *app)
{
    app->report_wanted = true;
    app->saving = app->saved = false;
    app->save_result = STATUS_OK;
    app->page = 0;
    app_send(app, MESSAGE_READ_REPORT)->as.report_request =
        (struct message_report_request){.period = (uint8_t)app->period};
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
                                .action = ACTION_GO_TRENDS}};
    struct ui_button periods[PAPER_PERIODS];
    paper_periods(app, periods);
    paper_begin(app, ui, left, 2, periods, PAPER_PERIODS, paper_has_panel(ui) ? PANEL_UM : 0,
                paper);
}

static const char *list_words(const struct app *app, struct ui *ui)
{
    struct text_arg size = {"size", size_words(app, ui, app->report.bytes)};
    return fill_plural(app, ui, MSG_REPORT_LIST_CSV, app->report.rows, &size, 1);
}

/* The list is one text: "Table: CSV, 194 rows. Size: 5 kB. Names: none." Cut at its full stops. */
struct parts {
    uint32_t count;
    const char *text[PART_MAX];
};

static void cut_parts(const struct app *app, struct ui *ui, struct parts *parts)
{
    const char *at = list_words(app, ui);
    parts->count = 0;
    while (*at != '\0' && parts->count < PART_MAX) {
        const char *stop = strstr(at, ". ");
        size_t length = stop != NULL ? (size_t)(stop - at) : strlen(at);
        length -= stop == NULL && length > 0 && at[length - 1] == '.';
        parts->text[parts->count++] = frame_text_bytes(ui->frame, at, length);
        at = stop != NULL ? stop + 2 : "";
    }
}

/* Name at the start, value at the end of each line; a line without a colon stands as it is. */
static int32_t draw_parts(struct ui *ui, const struct parts *parts, int32_t x, int32_t y, int32_t w)
{
    static const char *const IDS[PART_MAX] = {"report.list.1", "report.list.2", "report.list.3",
                                              "report.list.4", "report.list.5", "report.list.6",
                                              "report.list.7", "report.list.8"};
    int32_t pitch = ui_um(ui, PART_PITCH_UM);
    for (uint32_t i = 0; i < parts->count; i++, y += pitch) {
        struct box box = {x, y, w, pitch};
        if (i > 0) {
            ui_hairline(ui, x, y, w);
        }
        const char *colon = strstr(parts->text[i], ": ");
        size_t length = colon != NULL ? (size_t)(colon - parts->text[i]) : strlen(parts->text[i]);
        ui_words(ui, IDS[i], parts->text[i], TYPE_F_TEXT, box);
        ui_label(ui, TYPE_F_TEXT, INK_NONE, frame_text_bytes(ui->frame, parts->text[i], length),
                 box, ALIGN_START);
        if (colon != NULL) {
            ui_label(ui, TYPE_F_TEXT, INK_INK, colon + 2, box, ALIGN_END);
        }
    }
    return y;
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

static void flow_head(const struct app *app, struct flow *flow)
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

/* Table and drives beside each other, list and Save in the panel. */
static void build_wide(const struct app *app, struct ui *ui, const struct paper *paper)
{
    struct flow flow;
    flow_begin(&flow, ui, paper->content);
    flow_head(app, &flow);
    struct box box = paper->content;
    int32_t top = flow.y, gap = ui_um(ui, COLUMN_GAP_UM);
    struct box table = {box.x, top, box.w * TABLE_WIDE / 100, box.y + box.h - top};
    struct flow left, right;
    flow_begin(&left, ui, table);
    flow_table(app, &left, table.h);
    int32_t x = table.x + table.w + gap;
    flow_begin(&right, ui, (struct box){x, top, box.x + box.w - x, table.h});
    flow_warning(app, &right);
    flow_drives(app, &right);
    struct parts parts;
    cut_parts(app, ui, &parts);
    int32_t y = draw_parts(ui, &parts, paper->panel.x, paper->panel.y, paper->panel.w);
    y += ui_gap(ui, 4000);
    struct flow save;
    flow_begin(
        &save, ui,
        (struct box){paper->panel.x, y, paper->panel.w, paper->panel.y + paper->panel.h - y});
    flow_save(app, &save);
    paper_panel_end(ui, paper, save.y + ui_gap(ui, 4000));
    flow_end(&flow);
}

/* A line for each part; in pages one paragraph, so that it leaves room for the drives. */
static void flow_list(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    if (ui->paged) {
        struct ui_text list = text_of("report.list", list_words(app, ui), TYPE_F_TEXT, 0, 0, 0);
        flow_text(flow, &list);
        return;
    }
    struct parts parts;
    cut_parts(app, ui, &parts);
    int32_t y, height = (int32_t)parts.count * ui_um(ui, PART_PITCH_UM);
    if (flow_block(flow, height, &y)) {
        draw_parts(ui, &parts, flow->box.x, y, flow->box.w);
    }
}

/* One column, in pages where it must be. */
static void build_column(const struct app *app, struct ui *ui, const struct paper *paper)
{
    struct flow flow;
    flow_begin(&flow, ui, paper->content);
    flow_head(app, &flow);
    int32_t used = flow.y - paper->content.y;
    flow_table(app, &flow, ui->paged ? paper->content.h - used : paper->content.h / 3);
    flow_gap(&flow, 5000);
    flow_list(app, &flow);
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
        struct ui_text empty = text_of("report.empty", word(app, MSG_REPORT_EMPTY), TYPE_F_TITLE,
                                       paper.content.x, paper.content.y, paper.content.w);
        empty.balance = true;
        ui_text(ui, &empty);
        if (paper.panel.w > 0) {
            paper_panel_end(ui, &paper, paper.panel.y);
        }
        return;
    }
    if (paper.panel.w > 0 && paper.content.w >= ui_um(ui, WIDE_UM)) {
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
