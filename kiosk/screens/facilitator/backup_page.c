/* SPDX-License-Identifier: MIT */
/* The page of backups: what a backup is, where to, and the backups that the drive holds. */
#include "screens/facilitator/backup.h"

#include "core/utf8.h"
#include "screens/parts/controls.h"
#include "ui/area.h"
#include "ui/blocks/document.h"

#include <string.h>

enum {
    PANEL_UM = 86000, /* as the report's */
    WIDE_UM = 200000, /* narrower content has one column */
    BETWEEN_UM = 2600,
    ICON_UM = 6600,       /* as wide as the caution's mark */
    ICON_AFTER_UM = 4000, /* between it and what it stands for */
    NAME_SHARE = 30,      /* hundredths of the width for the name of a row */
    ROW_PAD_UM = 8000,    /* above and below what stands in a row */
};

static void text(struct flow *flow, const char *id, const char *words, enum role role,
                 enum type type)
{
    flow_text(flow, &(struct ui_text){.id = id,
                                      .text = words,
                                      .role = role,
                                      .type = type,
                                      .balance = true,
                                      .ink = role == ROLE_HEADING ? INK_INK : INK_NONE});
}

static void flow_head(const struct app *app, struct flow *flow, const struct document *document)
{
    flow_gap(flow, 4000);
    text(flow, "backup.title", word(app, MSG_BACKUP_TITLE), ROLE_HEADING, TYPE_F_TITLE);
    document_flow_loose(flow, document);
}

static void flow_where(const struct app *app, struct flow *flow)
{
    saving_flow_caution(app, flow, "backup.warn", MSG_BACKUP_BODY);
    saving_flow_drives(app, flow, "backup");
}

/* How many sets a backup would hold, the button, and how it went. */
static void flow_save(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    if (app->status.file_bytes == 0) {
        text(flow, "backup.file", word(app, MSG_KEEPS_NONE), ROLE_TEXT, TYPE_F_TEXT);
        return;
    }
    if (app->status.complete_blocks > 0) {
        struct text_arg size = {"size", size_words(app, ui, app->status.file_bytes)};
        text(flow, "backup.file",
             fill_plural(app, ui, MSG_KEEPS_FILE, app->status.complete_blocks, &size, 1), ROLE_TEXT,
             TYPE_F_TEXT);
        flow->y += flow->fresh ? 0 : ui_um(ui, 5000);
    }
    saving_flow(app, flow, &BACKUP_SAVING);
}

static int32_t draw_panel(const void *app, struct ui *ui, struct box panel)
{
    struct flow flow;
    flow_begin(&flow, ui, panel);
    flow_save(app, &flow);
    return flow.y;
}

/* Its name as it stands on the drive, cut where the width ends. */
static struct ui_button backup_button(struct ui *ui, struct ui_button button, const char *name,
                                      int32_t w)
{
    size_t length = strnlen(name, MESSAGE_NAME_BYTES);
    do {
        button.label = frame_text_bytes(ui->frame, name, length);
        length = length > 0 ? utf8_cut(name, length - 1) : 0;
    } while (ui_button_width(ui, &button) > w && length > 0);
    return button;
}

static void flow_backup(const struct app *app, struct flow *flow, const char *name, uint32_t index)
{
    struct ui *ui = flow->ui;
    int32_t y, height = ui_button_height(ui, BUTTON_F);
    flow->y += index > 0 ? ui_um(ui, BETWEEN_UM) : 0;
    if (!flow_block(flow, height, &y)) {
        return; /* on another page: its words need no room here */
    }
    char id[NODE_ID_BYTES], n[NUMBER_BYTES];
    struct text_arg arg = {"n", text_number(n, index + 1)};
    size_t bytes = text_format(id, sizeof(id), "backup.found.{n}", &arg, 1);
    struct ui_button button = {.id = frame_text_bytes(ui->frame, id, bytes),
                               .kind = BUTTON_F,
                               .icon = ICON_REDO,
                               .disabled = app_is_asking(app, MESSAGE_CHECK_BACKUP),
                               .action = BACKUP_PICK,
                               .arg = (int16_t)index};
    button = backup_button(ui, button, name, flow->box.w);
    int32_t w = ui_button_width(ui, &button);
    w = w < flow->box.w ? w : flow->box.w;
    ui_button(ui, &button, (struct box){flow->box.x, y, w, height});
}

static void flow_backups(const struct app *app, struct flow *flow, const struct backup_found *found)
{
    if (found->count == 0) {
        struct text_arg arg = {"drive", saving_words(app, flow->ui, found->label)};
        text(flow, "restore.none", fill(app, flow->ui, MSG_RESTORE_NONE, &arg, 1), ROLE_TEXT,
             TYPE_F_TEXT);
    }
    for (uint32_t i = 0; i < found->count; i++) {
        flow_backup(app, flow, found->name[i], i);
    }
}

static void flow_found(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    const struct backup_found *found = backup_found(app);
    if (found == NULL) {
        return;
    }
    struct text_arg arg = {"drive", saving_words(app, ui, found->label)};
    text(flow, "restore.from", fill(app, ui, MSG_RESTORE_FROM, &arg, 1), ROLE_HEADING, TYPE_F_TEXT);
    flow_gap(flow, 2000);
    flow_backups(app, flow, found);
}

/* A row of the page: icon and name at the start, what belongs to them after. Returns its end. */
typedef void row_words(const struct app *app, struct flow *flow);

static int32_t draw_row(const struct app *app, struct ui *ui, enum icon icon,
                        const struct ui_text *name, row_words *words, struct box box)
{
    int32_t pad = ui_gap(ui, ROW_PAD_UM), after = ui_um(ui, ICON_UM + ICON_AFTER_UM);
    int32_t button = ui_button_height(ui, BUTTON_F), line = ui_line_px(ui, name->type);
    int32_t share = box.w * NAME_SHARE / 100;
    ui_hairline(ui, box.x, box.y, box.w);
    box.y += pad;
    /* Icon, name and the first pill stand on one line. */
    ui_icon(ui, icon, (float)box.x, (float)box.y + (float)button / 2 - ui_umf(ui, ICON_UM) / 2,
            ui_umf(ui, ICON_UM), INK_OUTLINE);
    struct ui_text placed = *name;
    placed.x = box.x + after;
    placed.y = box.y + (button - line) / 2;
    placed.w = share - 2 * ui_um(ui, ICON_AFTER_UM);
    int32_t name_end = placed.y + ui_text(ui, &placed);
    struct flow flow;
    flow_begin(&flow, ui,
               (struct box){box.x + after + share, box.y, box.w - after - share, box.h - pad});
    words(app, &flow);
    int32_t end = flow.y > box.y + button ? flow.y : box.y + button;
    return (end > name_end ? end : name_end) + pad;
}

static void flow_drives(const struct app *app, struct flow *flow)
{
    if (saving_drive(app) == NULL) {
        flow->y += (ui_button_height(flow->ui, BUTTON_F) - ui_line_px(flow->ui, TYPE_F_TEXT)) / 2;
    }
    saving_flow_list(app, flow, "backup");
}

static void flow_held(const struct app *app, struct flow *flow)
{
    const struct backup_found *found = backup_found(app);
    if (found->count == 0) {
        flow->y += (ui_button_height(flow->ui, BUTTON_F) - ui_line_px(flow->ui, TYPE_F_TEXT)) / 2;
    }
    flow_backups(app, flow, found);
}

/* What a backup is, where to and where from, a row each. What is saved, and the button for it, are
 * in the panel. */
static void build_rows(const struct app *app, struct ui *ui, const struct document *document)
{
    struct flow flow;
    struct box box = document->content;
    flow_begin(&flow, ui, box);
    flow_head(app, &flow, document);
    saving_flow_caution(app, &flow, "backup.warn", MSG_BACKUP_BODY);
    int32_t end = box.y + box.h, y = flow.y + ui_gap(ui, ROW_PAD_UM);
    struct ui_text name = {.id = "backup.where",
                           .text = word(app, MSG_REPORT_WHERE),
                           .role = ROLE_HEADING,
                           .type = TYPE_F_LEDE,
                           .ink = INK_INK,
                           .balance = true};
    y = draw_row(app, ui, ICON_DRIVE, &name, flow_drives, (struct box){box.x, y, box.w, end - y});
    if (backup_found(app) != NULL) {
        struct text_arg arg = {"drive", saving_words(app, ui, backup_found(app)->label)};
        name.id = "restore.from";
        name.text = fill(app, ui, MSG_RESTORE_FROM, &arg, 1);
        y = draw_row(app, ui, ICON_REDO, &name, flow_held, (struct box){box.x, y, box.w, end - y});
    }
    ui->overflow = ui->overflow || y > end;
    (void)document_end(ui, document);
    flow_end(&flow);
}

static void build_column(const struct app *app, struct ui *ui, const struct document *document)
{
    struct flow flow;
    flow_begin(&flow, ui, document->content);
    flow_head(app, &flow, document);
    flow_where(app, &flow);
    flow.y += flow.fresh ? 0 : ui_um(ui, 5000); /* never nearer to the drives than targets may be */
    flow_save(app, &flow);
    flow.y += flow.fresh ? 0 : ui_um(ui, 8000);
    flow_found(app, &flow);
    flow_end(&flow);
}

void backup_build(const struct app *app, struct ui *ui)
{
    bool from_notice = app_caller(app) == SCREEN_ERROR;
    const struct ui_button left = {.id = "common.back",
                                   .label =
                                       word(app, from_notice ? MSG_COMMON_BACK : MSG_MEETING_NAV_4),
                                   .kind = BUTTON_F,
                                   .icon = ICON_BACK,
                                   .action = ACTION_RETURN};
    const struct ui_button right = control_lock(app), more = control_more(app);
    struct document_plan plan = {
        .left = &left, .left_count = 1, .right = &right, .right_count = 1, .more = &more};
    struct document document;
    enum message_id stop = backup_obstacle(app);
    if (!ui->paged && stop == MSG_COUNT) {
        plan.panel = (struct document_panel){PANEL_UM, draw_panel, app, 4000};
    }
    document_begin(ui, &plan, &document);
    if (stop != MSG_COUNT) {
        struct flow flow;
        flow_begin(&flow, ui, document.content);
        flow_head(app, &flow, &document);
        flow_gap(&flow, 4000);
        text(&flow, "backup.stop", word(app, stop), ROLE_TEXT, TYPE_F_LEDE);
        flow_end(&flow);
    } else if (document.panel.w > 0 && document.content.w >= ui_um(ui, WIDE_UM)) {
        build_rows(app, ui, &document);
    } else {
        build_column(app, ui, &document);
        if (document.panel.w > 0) {
            document_panel_end(ui, &document, document.panel.y);
        }
    }
}
