/* SPDX-License-Identifier: MIT */
/* The page that says what the drive holds, and why nothing can be saved or put back. */
#include "screens/facilitator/backup.h"

#include "screens/parts/document_page.h"
#include "screens/parts/page.h"
#include "ui/blocks/named_button.h"
#include "ui/blocks/rows.h"
#include "ui/ids.h"

#include <string.h>

enum {
    PANEL_UM = 86000, /* as the report's */
    WIDE_UM = 200000, /* narrower content has one column */
};

static void fill_request(const struct app *app, struct message *request, const char *drive)
{
    (void)app;
    memcpy(request->as.label, drive, sizeof(request->as.label));
}

const struct saving BACKUP_SAVING = {.request = MESSAGE_SAVE_BACKUP,
                                     .fill = fill_request,
                                     .deed = DEED_BACKUP,
                                     SAVING_IDS("backup"),
                                     .save = MSG_BACKUP_SAVE};

const struct backup_found *backup_found(const struct app *app)
{
    const struct backup_found *found = &backup_of(app)->found;
    const char *drive = saving_drive(app);
    return drive != NULL && strcmp(drive, found->label) == 0 ? found : NULL;
}

enum message_id backup_obstacle(const struct app *app)
{
    static const enum message_id OBSTACLES[] = {
        [FILE_NONE] = MSG_COUNT,        [FILE_GOOD] = MSG_COUNT,
        [FILE_SET_ASIDE] = MSG_COUNT,   [FILE_UNREADABLE] = MSG_ERROR_FOLDER_TERMINAL,
        [FILE_NEWER] = MSG_ERROR_NEWER, [FILE_CHANGED] = MSG_COUNT};
    return app->status.simulated ? MSG_BACKUP_DEMO : OBSTACLES[app->status.file];
}

/* Draws how many sets a backup would hold, the button that saves, and how the save went. */
static void flow_save(const void *context, struct flow *flow)
{
    const struct app *app = context;
    struct ui *ui = flow->ui;
    if (app->status.file_bytes == 0) {
        flow_said(flow, BLOCK_F_NOTE, "backup.file", word(app, MSG_KEEPS_NONE), 0);
        return;
    }
    if (app->status.complete_blocks > 0) {
        struct text_arg size = {"size", size_words(app, ui, app->status.file_bytes)};
        flow_said(flow, BLOCK_F_NOTE, "backup.file",
                  fill_plural(app, ui, MSG_KEEPS_FILE, app->status.complete_blocks, &size, 1), 0);
        flow->y += flow->fresh ? 0 : ui_um(ui, 5000);
    }
    saving_flow(app, flow, &BACKUP_SAVING);
}

static void flow_drives(const void *app, struct flow *flow)
{
    saving_flow_list(app, flow, &BACKUP_SAVING);
}

/* Draws a button for each backup, with its name on the drive. */
static void flow_backups(const void *app, struct flow *flow)
{
    const struct backup_found *found = backup_found(app);
    if (found->count == 0) {
        const char *drive = saving_words(app, flow->ui, found->label);
        flow_said(flow, BLOCK_F_NOTE, "restore.none",
                  fill_one(app, flow->ui, MSG_RESTORE_NONE, "drive", drive), 0);
    }
    for (uint32_t i = 0; i < found->count; i++) {
        const struct named_button button = {
            .button = {.id = id_number(flow->ui->frame, "backup.found.{n}", i + 1),
                       .kind = BUTTON_F,
                       .icon = ICON_REDO,
                       .disabled = app_is_asking(app, MESSAGE_CHECK_BACKUP),
                       .action = BACKUP_PICK,
                       .arg = (int16_t)i},
            .name = {.value = found->name[i]}};
        flow_named_button(flow, &button, i == 0);
    }
}

static const char *from_words(const struct app *app, struct ui *ui)
{
    return fill_one(app, ui, MSG_RESTORE_FROM, "drive",
                    saving_words(app, ui, backup_found(app)->label));
}

/* Draws what a backup is, and a row each for where to and where from. The panel has the button that
 * saves. */
static void build_rows(const struct app *app, struct ui *ui, struct document_page *page)
{
    const bool is_found = backup_found(app) != NULL;
    struct box box = page->document.content;
    const int32_t end = box.y + box.h;
    saving_flow_caution(app, &page->flow, "backup.warn", MSG_BACKUP_BODY);
    const struct named_row rows[] = {{.icon = ICON_DRIVE,
                                      .id = BACKUP_SAVING.where_id,
                                      .name = word(app, MSG_REPORT_WHERE),
                                      .words = flow_drives,
                                      .context = app,
                                      .no_pills = saving_drive(app) == NULL},
                                     {.icon = ICON_REDO,
                                      .id = "restore.from",
                                      .name = is_found ? from_words(app, ui) : NULL,
                                      .words = flow_backups,
                                      .context = app,
                                      .no_pills = is_found && backup_found(app)->count == 0}};
    box.y = named_rows_begin(&page->flow);
    for (uint32_t i = 0; i < (is_found ? 2 : 1); i++) {
        box.h = end - box.y;
        box.y = named_row_draw(ui, &rows[i], box);
    }
    ui->overflow = ui->overflow || box.y > end;
    (void)document_end(ui, &page->document);
}

static void build_column(const struct app *app, struct ui *ui, struct document_page *page)
{
    struct flow *flow = &page->flow;
    saving_flow_caution(app, flow, "backup.warn", MSG_BACKUP_BODY);
    saving_flow_drives(app, flow, &BACKUP_SAVING);
    flow->y +=
        flow->fresh ? 0 : ui_um(ui, 5000); /* targets keep their least distance from the drives */
    flow_save(app, flow);
    flow->y += flow->fresh ? 0 : ui_um(ui, 8000);
    if (backup_found(app) != NULL) {
        flow_said(flow, BLOCK_F_HEADING, "restore.from", from_words(app, ui), 0);
        flow_gap(flow, 2000);
        flow_backups(app, flow);
    }
    if (page->document.panel.w > 0) {
        document_panel_end(ui, &page->document, page->document.panel.y);
    }
}

void backup_build(const struct app *app, struct ui *ui)
{
    static const struct control BACK = CONTROL_WAY_BACK;
    const enum message_id stop = backup_obstacle(app);
    struct document_page page = {.left_count = 0};
    if (!ui->paged && stop == MSG_COUNT) {
        page.panel = (struct document_panel){PANEL_UM, flow_save, app, 4000};
    }
    document_page_left(app, &page, &BACK, 1);
    document_page_begin(app, ui, &page);
    flow_said(&page.flow, BLOCK_F_TITLE, "backup.title", word(app, MSG_BACKUP_TITLE), 0);
    document_flow_loose(&page.flow, &page.document);
    if (stop != MSG_COUNT) {
        flow_said(&page.flow, BLOCK_F_LEDE, "backup.stop", word(app, stop), 4000);
    } else if (page.document.panel.w > 0 && page.document.content.w >= ui_um(ui, WIDE_UM)) {
        build_rows(app, ui, &page);
    } else {
        build_column(app, ui, &page);
    }
    flow_end(&page.flow);
}
