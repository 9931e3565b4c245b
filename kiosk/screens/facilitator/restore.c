/* SPDX-License-Identifier: MIT */
/* The question before totals are put back, and what became of it. */
#include "screens/facilitator/backup.h"
#include "screens/facilitator/meeting.h"
#include "screens/parts/hero.h"

#include <string.h>

static bool is_under_way(const struct app *app)
{
    return app->screen == SCREEN_RESTORE && app->pick_sequence != 0;
}

static bool restore_is_saving(const struct app *app)
{
    return is_under_way(app) && app->now_ms >= app->pick_ms + SAVING_MS;
}

uint64_t restore_deadline(const struct app *app)
{
    bool waits = is_under_way(app) && !restore_is_saving(app);
    return waits ? app->pick_ms + SAVING_MS : UINT64_MAX;
}

static struct ui_button button(const struct app *app, const char *id, enum message_id label,
                               enum action action)
{
    return (struct ui_button){.id = id,
                              .label = word(app, label),
                              .kind = BUTTON_PLAIN,
                              .disabled = is_under_way(app),
                              .action = (uint16_t)action};
}

/* Two equal answers; focus starts on the one that changes nothing. */
static void view_ask(const struct app *app, struct ui *ui, struct hero_view *view)
{
    struct text_arg month = {"month", month_words(app, ui, app->pick_month)};
    view->title =
        fill(app, ui, app->restore_first ? MSG_RESTORE_ASK_FIRST : MSG_RESTORE_ASK, &month, 1);
    view->text[0] = app->pick.name;
    view->left[view->left_count++] = button(app, "restore.keep", MSG_RESTORE_ASK_B2, ACTION_KEEP);
    view->left[view->left_count++] = button(app, "restore.yes", MSG_RESTORE_ASK_B1, ACTION_RESTORE);
}

static const char *failure_words(const struct app *app, struct ui *ui)
{
    struct text_arg drive = {"drive", app->pick.label};
    switch (app->restore_view) {
    case RESTORE_NEWER:
        return word(app, MSG_RESTORE_NEWER);
    case RESTORE_PULLED:
        return fill(app, ui, MSG_RESTORE_PULLED, &drive, 1);
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
    if (restore_is_saving(app)) {
        view.title = word(app, MSG_MEETING_SAVING);
    } else if (app->restore_view == RESTORE_ASK) {
        view_ask(app, ui, &view);
    } else if (app->restore_view == RESTORE_DONE) {
        view.title = word(app, app->restore_first ? MSG_RESTORE_DONE_FIRST : MSG_RESTORE_DONE);
        view.strength = 16; /* as after a meeting was saved */
        view.left[view.left_count++] =
            button(app, "restore.go", MSG_COMMON_CONTINUE, ACTION_CONTINUE);
    } else {
        view.title = failure_words(app, ui);
        view.left[view.left_count++] = button(app, "restore.keep", MSG_COMMON_BACK, ACTION_KEEP);
        if (app->restore_view == RESTORE_UNSURE) {
            view.left[view.left_count++] =
                button(app, "restore.yes", MSG_COMMON_TRY_AGAIN, ACTION_RESTORE);
        }
    }
    hero_draw(app, ui, &view);
}

/* Another view takes nothing at first, like any new screen. */
void restore_show(struct app *app, enum restore_view view)
{
    app->restore_view = view;
    app_go(app, SCREEN_RESTORE);
}

static void restore_send(struct app *app)
{
    if (app->pick_sequence != 0) {
        return; /* on its way */
    }
    struct message *message = app_send(app, MESSAGE_RESTORE);
    message->as.pick = app->pick;
    app->pick_sequence = message->sequence;
    app->pick_ms = app->now_ms;
}

void restore_take_answer(struct app *app)
{
    app->pick_sequence = 0;
    app->meeting_problem = STATUS_OK; /* none of a meeting's */
    switch ((int)app->status.result) {
    case STATUS_OK:
        restore_show(app, RESTORE_DONE);
        break;
    case STATUS_NEWER:
        restore_show(app, RESTORE_NEWER);
        break;
    case STATUS_MISSING:
        restore_show(app, RESTORE_PULLED);
        break;
    case STATUS_DAMAGED:
    case STATUS_CHANGED:
        restore_show(app, RESTORE_BAD);
        break;
    case STATUS_IO:
        restore_show(app, RESTORE_UNSURE);
        break;
    case STATUS_DENIED:
        break; /* locked meanwhile */
    default:
        restore_show(app, RESTORE_HERE);
        break;
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_KEEP:
        backup_enter(app);
        break;
    case ACTION_RESTORE:
        restore_send(app);
        break;
    case ACTION_CONTINUE:
        error_go_on(app); /* what else was to be told */
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_RESTORE = {.patience = PATIENCE_FACILITATOR,
                                              .facilitator = true,
                                              .build = build,
                                              .act = act,
                                              .focus_id = "restore.keep",
                                              .back_id = "restore.keep"};
