/* SPDX-License-Identifier: MIT */
/* The question before totals are put back, and what became of it. */
#include "screens/facilitator/backup.h"
#include "screens/facilitator/error.h"
#include "screens/facilitator/meeting.h"
#include "screens/parts/hero.h"

enum restore_action { RESTORE_YES = ACTION_OWN, RESTORE_GO_ON };

/* The question about the backup that was picked, and what became of it. */
enum restore_view {
    RESTORE_ASK,
    RESTORE_DONE,
    RESTORE_BAD,    /* no backup that can be read */
    RESTORE_NEWER,  /* one of a later program */
    RESTORE_PULLED, /* it or its drive is gone */
    RESTORE_STUCK,  /* its drive does not answer */
    RESTORE_GONE,   /* nobody can reach the drives any more */
    RESTORE_HERE,   /* this machine's folder did not take it: nothing changed */
    RESTORE_UNSURE, /* it failed at the very end: the old or the restored totals are here */
};

STATE_BEGIN
struct restore {
    uint64_t asked_ms; /* when the keeper was asked to put it back */
    struct message_pick pick;
    struct month month; /* of its newest set */
    uint8_t view;       /* enum restore_view */
    bool first;         /* there were no totals here to set aside */
    uint8_t unused[2];
};
STATE_END

static struct restore *mine(struct app *app)
{
    return part_state(app, SCREEN_RESTORE);
}

static const struct restore *seen(const struct app *app)
{
    return part_state_of(app, SCREEN_RESTORE);
}

/* It takes so long that the screen says so. */
static bool is_saving(const struct app *app)
{
    return app_is_asking(app, MESSAGE_RESTORE) && app->now_ms >= seen(app)->asked_ms + SAVING_MS;
}

static uint64_t saving_due(const struct app *app)
{
    bool waits = app_is_asking(app, MESSAGE_RESTORE) && !is_saving(app);
    return waits ? seen(app)->asked_ms + SAVING_MS : UINT64_MAX;
}

static struct ui_button button(const struct app *app, const char *id, enum message_id label,
                               uint16_t action)
{
    return (struct ui_button){.id = id,
                              .label = word(app, label),
                              .kind = BUTTON_PLAIN,
                              .disabled = app_is_asking(app, MESSAGE_RESTORE),
                              .action = action};
}

/* The way out, to the list of backups as it is then. */
static struct ui_button keep_button(const struct app *app, enum message_id label)
{
    struct ui_button keep = button(app, "restore.keep", label, ACTION_SWAP);
    keep.arg = SCREEN_BACKUP;
    return keep;
}

/* Two equal answers; focus starts on the one that changes nothing. */
static void view_ask(const struct app *app, struct ui *ui, struct hero_view *view)
{
    struct text_arg month = {"month", month_words(app, ui, seen(app)->month)};
    view->title =
        fill(app, ui, seen(app)->first ? MSG_RESTORE_ASK_FIRST : MSG_RESTORE_ASK, &month, 1);
    view->text[0] = seen(app)->pick.name;
    view->left[view->left_count++] = keep_button(app, MSG_RESTORE_ASK_B2);
    view->left[view->left_count++] = button(app, "restore.yes", MSG_RESTORE_ASK_B1, RESTORE_YES);
}

static const char *failure_words(const struct app *app, struct ui *ui)
{
    struct text_arg drive = {"drive", saving_words(app, ui, seen(app)->pick.label)};
    switch ((enum restore_view)seen(app)->view) {
    case RESTORE_NEWER:
        return word(app, MSG_RESTORE_NEWER);
    case RESTORE_PULLED:
        return fill(app, ui, MSG_RESTORE_PULLED, &drive, 1);
    case RESTORE_STUCK:
        return fill(app, ui, MSG_RESTORE_STUCK, &drive, 1);
    case RESTORE_GONE:
        return word(app, MSG_DRIVES_GONE);
    case RESTORE_HERE:
        return word(app, MSG_ERROR_FOLDER);
    case RESTORE_UNSURE:
        return word(app, MSG_RESTORE_UNSURE);
    case RESTORE_BAD:
    case RESTORE_ASK:
    case RESTORE_DONE:
        break;
    }
    return word(app, MSG_RESTORE_BAD);
}

static void build(const struct app *app, struct ui *ui)
{
    struct hero_view view = {
        .title_type = TYPE_TITLE, .name = word(app, MSG_BACKUP_TITLE), .lock_only = true};
    if (is_saving(app)) {
        view.title = word(app, MSG_MEETING_SAVING);
    } else if (seen(app)->view == RESTORE_ASK) {
        view_ask(app, ui, &view);
    } else if (seen(app)->view == RESTORE_DONE) {
        view.title = word(app, seen(app)->first ? MSG_RESTORE_DONE_FIRST : MSG_RESTORE_DONE);
        view.strength = 16; /* as after a meeting was saved */
        view.left[view.left_count++] =
            button(app, "restore.go", MSG_COMMON_CONTINUE, RESTORE_GO_ON);
    } else {
        view.title = failure_words(app, ui);
        view.left[view.left_count++] = keep_button(app, MSG_COMMON_BACK);
        if (seen(app)->view == RESTORE_UNSURE) {
            view.left[view.left_count++] =
                button(app, "restore.yes", MSG_COMMON_TRY_AGAIN, RESTORE_YES);
        }
        if (seen(app)->view == RESTORE_HERE) { /* its words point there */
            struct ui_button health =
                button(app, "restore.health", MSG_SETTINGS_ITEMS_9, ACTION_CALL);
            health.arg = SCREEN_HEALTH;
            view.right[view.right_count++] = health;
        }
    }
    hero_draw(app, ui, &view);
}

static void arrive(struct app *app, const struct message_pick *pick, enum restore_view view)
{
    app_go(app, SCREEN_RESTORE);
    mine(app)->pick = *pick;
    mine(app)->view = (uint8_t)view;
    mine(app)->first = app->status.file == FILE_NONE;
}

void restore_ask(struct app *app, const struct message_pick *pick, struct month month)
{
    arrive(app, pick, RESTORE_ASK);
    mine(app)->month = month;
}

void restore_refuse(struct app *app, const struct message_pick *pick, enum status why)
{
    arrive(app, pick,
           why == STATUS_NEWER     ? RESTORE_NEWER
           : why == STATUS_MISSING ? RESTORE_PULLED
           : why == STATUS_STUCK   ? RESTORE_STUCK
           : why == STATUS_GONE    ? RESTORE_GONE
                                   : RESTORE_BAD);
}

static enum restore_view view_of(enum status result)
{
    switch ((int)result) {
    case STATUS_OK:
        return RESTORE_DONE;
    case STATUS_NEWER:
        return RESTORE_NEWER;
    case STATUS_MISSING:
        return RESTORE_PULLED;
    case STATUS_STUCK:
        return RESTORE_STUCK;
    case STATUS_GONE:
        return RESTORE_GONE;
    case STATUS_DAMAGED:
    case STATUS_CHANGED:
        return RESTORE_BAD;
    case STATUS_IO:
        return RESTORE_UNSURE;
    default:
        return RESTORE_HERE;
    }
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    enum status result = (enum status)answer->as.status.result;
    (void)asked;
    if (result == STATUS_DENIED) {
        return false;
    }
    mine(app)->view = (uint8_t)view_of(result);
    app_view(app);
    return true;
}

static void put_back(struct app *app)
{
    struct message *message = app_ask(app, SCREEN_RESTORE, MESSAGE_RESTORE);
    if (message != NULL) {
        message->as.pick = seen(app)->pick;
        mine(app)->asked_ms = app->now_ms;
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    switch ((int)action) {
    case RESTORE_YES:
        put_back(app);
        break;
    case RESTORE_GO_ON:
        error_go_on(app); /* what else was to be told */
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_RESTORE = {
    .part = {.state_bytes = sizeof(struct restore), .answer = answer, .due = saving_due},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
    .focus_id = "restore.keep",
    .back_id = "restore.keep"};
