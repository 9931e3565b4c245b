/* SPDX-License-Identifier: MIT */
/* Erasing all totals asks three times, each time with the way out first. */
#include "screens/facilitator/backup.h"
#include "screens/parts/hero.h"
#include "screens/setup/setup.h"

static struct ui_button button(const struct app *app, const char *id, enum message_id label,
                               enum action action)
{
    return (struct ui_button){.id = id,
                              .label = word(app, label),
                              .kind = BUTTON_PLAIN,
                              .disabled = app->erase_all_sequence != 0,
                              .action = (uint16_t)action};
}

static const struct {
    enum message_id title, yes, keep;
    enum action action;
} STEPS[] = {
    [ERASE_ALL_FIRST] = {MSG_ERASEALL_1, MSG_ERASEALL_1_B1, MSG_ERASEALL_1_B2, ACTION_ERASE_ALL_ON},
    [ERASE_ALL_SECOND] = {MSG_ERASEALL_2, MSG_ERASEALL_2_B1, MSG_ERASEALL_2_B2,
                          ACTION_ERASE_ALL_ON},
    [ERASE_ALL_THIRD] = {MSG_ERASEALL_3, MSG_ERASEALL_3_B1, MSG_ERASEALL_3_B2, ACTION_ERASE_ALL},
};

static void build(const struct app *app, struct ui *ui)
{
    struct hero_view view = {
        .title_type = TYPE_TITLE, .name = word(app, MSG_SETTINGS_ITEMS_11), .lock_only = true};
    enum erase_all_view step = app->erase_all_view;
    if (step <= ERASE_ALL_THIRD) {
        view.title = word(app, STEPS[step].title);
        view.left[view.left_count++] = button(app, "eraseall.keep", STEPS[step].keep, ACTION_KEEP);
        view.left[view.left_count++] =
            button(app, "eraseall.yes", STEPS[step].yes, STEPS[step].action);
    } else {
        bool part = step == ERASE_ALL_PART;
        view.title = part ? fill_plural(app, ui, MSG_ERASEALL_PART, app->erase_all_left, NULL, 0)
                          : word(app, MSG_ERASEALL_DONE);
        view.left[view.left_count++] =
            button(app, "eraseall.keep", MSG_COMMON_CONTINUE, ACTION_KEEP);
        if (part) {
            view.left[view.left_count++] =
                button(app, "eraseall.yes", MSG_COMMON_TRY_AGAIN, ACTION_ERASE_ALL);
        }
    }
    hero_draw(app, ui, &view);
}

/* Another view takes nothing at first: three quick taps in one place erase nothing. */
static void show(struct app *app, enum erase_all_view view)
{
    app->erase_all_view = view;
    app->erase_all_sequence = 0;
    app_go(app, SCREEN_ERASE_ALL);
}

void erase_all_enter(struct app *app)
{
    show(app, ERASE_ALL_FIRST);
}

void erase_all_take(struct app *app, const struct message *message)
{
    uint32_t left = message->as.left;
    if (app->screen != SCREEN_ERASE_ALL || app->erase_all_sequence == 0 ||
        message->sequence != app->erase_all_sequence) {
        return; /* locked before the answer came; the next look at the totals tells */
    }
    app->erase_all_left = left;
    app->meeting_problem = STATUS_OK; /* none of a meeting's */
    show(app, left > 0 ? ERASE_ALL_PART : ERASE_ALL_DONE);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_KEEP:
        settings_enter(app);
        break;
    case ACTION_ERASE_ALL_ON:
        show(app, app->erase_all_view == ERASE_ALL_FIRST ? ERASE_ALL_SECOND : ERASE_ALL_THIRD);
        break;
    case ACTION_ERASE_ALL:
        if (app->erase_all_sequence == 0) {
            app->erase_all_sequence = app_send(app, MESSAGE_ERASE_ALL)->sequence;
        }
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_ERASE_ALL = {.patience = PATIENCE_FACILITATOR,
                                                .facilitator = true,
                                                .build = build,
                                                .act = act,
                                                .focus_id = "eraseall.keep",
                                                .back_id = "eraseall.keep"};
