/* SPDX-License-Identifier: MIT */
/* Backup and restore: what a backup is, where to, and the backups that the drive holds. */
#include "screens/facilitator/backup.h"
#include "screens/parts/controls.h"

#include "core/utf8.h"
#include "screens/parts/document.h"
#include "screens/parts/saving.h"
#include "screens/setup/setup.h"
#include "ui/area.h"

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

static const struct saving SAVING = {.save_id = "backup.save",
                                     .state_id = "backup.state",
                                     .save = MSG_BACKUP_SAVE,
                                     .saved = MSG_BACKUP_DONE,
                                     .pulled = MSG_BACKUP_PULLED};

/* What is known of the drive that is chosen. */
static const struct message_backups *found_there(const struct app *app)
{
    const char *drive = saving_drive(app);
    bool known = drive != NULL && strcmp(drive, app->backups.label) == 0;
    return known ? &app->backups : NULL;
}

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

/* Instead of everything else, where nothing can be saved or put back. */
static const char *obstacle(const struct app *app)
{
    if (app->status.simulated) {
        return word(app, MSG_BACKUP_DEMO);
    }
    switch ((enum file_state)app->status.file) {
    case FILE_NEWER:
        return word(app, MSG_ERROR_NEWER);
    case FILE_UNREADABLE:
        return word(app, MSG_ERROR_FOLDER);
    case FILE_NONE:
    case FILE_GOOD:
    case FILE_SET_ASIDE:
    case FILE_CHANGED:
        break;
    }
    return NULL;
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
    saving_flow(app, flow, &SAVING);
}

static int32_t draw_panel(const struct app *app, struct ui *ui, struct box panel)
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
    char id[NODE_ID_BYTES], n[NUMBER_BYTES];
    struct text_arg arg = {"n", text_number(n, index + 1)};
    size_t bytes = text_format(id, sizeof(id), "backup.found.{n}", &arg, 1);
    struct ui_button button = {.id = frame_text_bytes(ui->frame, id, bytes),
                               .kind = BUTTON_F,
                               .icon = ICON_REDO,
                               .disabled = app->pick_sequence != 0,
                               .action = ACTION_BACKUP_PICK,
                               .arg = (int16_t)index};
    button = backup_button(ui, button, name, flow->box.w);
    int32_t y, height = ui_button_height(ui, button.kind), w = ui_button_width(ui, &button);
    flow->y += index > 0 ? ui_um(ui, BETWEEN_UM) : 0;
    if (flow_block(flow, height, &y)) {
        w = w < flow->box.w ? w : flow->box.w;
        ui_button(ui, &button, (struct box){flow->box.x, y, w, height});
    }
}

static void flow_backups(const struct app *app, struct flow *flow,
                         const struct message_backups *found)
{
    if (found->count == 0) {
        struct text_arg arg = {"drive", found->label};
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
    const struct message_backups *found = found_there(app);
    if (found == NULL) {
        return;
    }
    struct text_arg arg = {"drive", found->label};
    flow_keep(flow, ui_line_px(ui, TYPE_F_TEXT) + ui_um(ui, 3000) + ui_button_height(ui, BUTTON_F));
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
    if (app->drives.count == 0) {
        flow->y += (ui_button_height(flow->ui, BUTTON_F) - ui_line_px(flow->ui, TYPE_F_TEXT)) / 2;
    }
    saving_flow_list(app, flow, "backup");
}

static void flow_held(const struct app *app, struct flow *flow)
{
    const struct message_backups *found = found_there(app);
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
    if (found_there(app) != NULL) {
        struct text_arg arg = {"drive", found_there(app)->label};
        name.id = "restore.from";
        name.text = fill(app, ui, MSG_RESTORE_FROM, &arg, 1);
        y = draw_row(app, ui, ICON_REDO, &name, flow_held, (struct box){box.x, y, box.w, end - y});
    }
    ui->overflow = ui->overflow || y > end;
    document_panel_end(ui, document, draw_panel(app, ui, document->panel) + ui_gap(ui, 4000));
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

static void build(const struct app *app, struct ui *ui)
{
    struct ui_button left[] = {
        {.id = "common.back",
         .label =
             word(app, app->status.file == FILE_SET_ASIDE ? MSG_COMMON_BACK : MSG_MEETING_NAV_4),
         .kind = BUTTON_F,
         .icon = ICON_BACK,
         .action = ACTION_BACK}};
    struct ui_button right[] = {control_lock(app)};
    struct document document;
    const char *stop = obstacle(app);
    bool has_panel = document_has_panel(ui) && !ui->paged && stop == NULL;
    document_begin(app, ui, left, 1, right, 1, has_panel ? PANEL_UM : 0, &document);
    if (document_has_foot(ui) && stop == NULL) {
        document_foot(app, ui, &document, draw_panel);
    }
    if (stop != NULL) {
        struct flow flow;
        flow_begin(&flow, ui, document.content);
        flow_head(app, &flow, &document);
        flow_gap(&flow, 4000);
        text(&flow, "backup.stop", stop, ROLE_TEXT, TYPE_F_LEDE);
        flow_end(&flow);
    } else if (document.panel.w > 0 && document.content.w >= ui_um(ui, WIDE_UM)) {
        build_rows(app, ui, &document);
    } else {
        build_column(app, ui, &document);
        if (has_panel) {
            document_panel_end(ui, &document, document.panel.y);
        }
    }
}

/* One request at a time, however often drives come and go. */
static void look_for_backups(struct app *app)
{
    const char *drive = saving_drive(app);
    app->find_again = app->find_sequence != 0;
    if (drive == NULL || obstacle(app) != NULL || app->find_again) {
        return;
    }
    struct message *message = app_send(app, MESSAGE_READ_BACKUPS);
    memcpy(message->as.label, drive, strnlen(drive, MESSAGE_LABEL_BYTES - 1));
    app->find_sequence = message->sequence;
}

static void found(struct app *app, const struct message_backups *backups)
{
    app->backups = *backups;
    app->find_sequence = 0;
    if (app->find_again && app->screen == SCREEN_BACKUP) {
        look_for_backups(app);
    }
}

void backup_enter(struct app *app)
{
    memset(&app->backups, 0, sizeof(app->backups));
    app->pick_sequence = app->find_sequence = 0;
    app->find_again = false;
    saving_enter(app);
    app_go(app, SCREEN_BACKUP);
}

/* Back to where one came from: a damaged file's notice while that stands, else the settings. */
static void backup_leave(struct app *app)
{
    if (app->status.file == FILE_SET_ASIDE) {
        app_go(app, SCREEN_ERROR);
    } else {
        settings_enter(app);
    }
}

void backup_take_drives(struct app *app)
{
    if (app->screen == SCREEN_BACKUP) {
        look_for_backups(app);
    }
}

void backup_take_saved(struct app *app)
{
    if (app->screen == SCREEN_BACKUP) {
        look_for_backups(app); /* the new one is among them */
    }
}

void backup_take_found(struct app *app, const struct message *message)
{
    if (message->sequence == app->find_sequence) {
        found(app, &message->as.backups);
    }
}

/* False: the screen was left before the answer came. */
static bool is_about_pick(const struct app *app, const struct message *message)
{
    return app->screen == SCREEN_BACKUP && app->pick_sequence != 0 &&
           message->sequence == app->pick_sequence;
}

void backup_take_picked(struct app *app, const struct message *message)
{
    if (!is_about_pick(app, message)) {
        return;
    }
    app->pick_sequence = 0;
    app->pick_month = message->as.backup.month;
    app->restore_first = app->status.file == FILE_NONE;
    restore_show(app, RESTORE_ASK);
}

bool backup_take_refused(struct app *app, const struct message *message)
{
    static const struct message_backups NOTHING;
    enum status why = (enum status)message->as.refused.why;
    if (why == STATUS_DENIED) {
        return false; /* locked meanwhile */
    }
    switch (message->as.refused.type) {
    case MESSAGE_SAVE_BACKUP:
        app->saving = false;
        app->save_result = why;
        return true;
    case MESSAGE_READ_BACKUPS:
        if (message->sequence == app->find_sequence) {
            found(app, &NOTHING);
        }
        return true;
    case MESSAGE_CHECK_BACKUP:
        if (is_about_pick(app, message)) {
            app->pick_sequence = 0;
            restore_show(app, why == STATUS_NEWER     ? RESTORE_NEWER
                              : why == STATUS_MISSING ? RESTORE_PULLED
                                                      : RESTORE_BAD);
        }
        return true;
    default:
        return false;
    }
}

static void save(struct app *app)
{
    char label[MESSAGE_LABEL_BYTES];
    if (saving_begin(app, label)) {
        memcpy(app_send(app, MESSAGE_SAVE_BACKUP)->as.label, label, sizeof(label));
    }
}

static void pick(struct app *app, int32_t index)
{
    const struct message_backups *found = found_there(app);
    if (found == NULL || index < 0 || (uint32_t)index >= found->count || app->saving ||
        app->pick_sequence != 0) {
        return;
    }
    memcpy(app->pick.label, found->label, sizeof(app->pick.label));
    memcpy(app->pick.name, found->name[index], sizeof(app->pick.name));
    struct message *message = app_send(app, MESSAGE_CHECK_BACKUP);
    message->as.pick = app->pick;
    app->pick_sequence = message->sequence;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_BACK:
        backup_leave(app);
        break;
    case ACTION_DRIVE:
        if (saving_choose(app, arg)) {
            look_for_backups(app);
        }
        break;
    case ACTION_SAVE:
        save(app);
        break;
    case ACTION_BACKUP_PICK:
        pick(app, arg);
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_BACKUP = {.patience = PATIENCE_FACILITATOR,
                                             .facilitator = true,
                                             .build = build,
                                             .act = act,
                                             .focus_id = "common.back",
                                             .back_id = "common.back"};
