/* SPDX-License-Identifier: MIT */
/* What a facilitator learns first after the PIN when the totals file could not be used: what
 * happened, what is safe, what to do. */
#include "screens/hero.h"

static void build(const struct app *app, struct ui *ui)
{
    struct hero_view view = {.title_type = TYPE_TITLE, .lock_only = true};
    struct ui_button go = {.id = "error.go",
                           .label = word(app, MSG_COMMON_CONTINUE),
                           .kind = BUTTON_PLAIN,
                           .action = ACTION_GO_MEETING};
    switch ((enum file_state)app->status.file) {
    case FILE_NEWER:
        view.title = word(app, MSG_ERROR_DAMAGED_TITLE);
        view.text[0] = word(app, MSG_ERROR_NEWER);
        break;
    case FILE_UNREADABLE:
        view.title = word(app, MSG_ERROR_DAMAGED_TITLE);
        view.text[0] = word(app, MSG_ERROR_FOLDER);
        break;
    case FILE_SET_ASIDE:
    case FILE_NONE:
    case FILE_GOOD:
        view.title = word(app, MSG_ERROR_DAMAGED_TITLE);
        view.text[0] = word(app, MSG_ERROR_DAMAGED_BODY);
        view.left[view.left_count++] =
            (struct ui_button){.id = "error.restore",
                               .label = word(app, MSG_ERROR_DAMAGED_BODY_B1),
                               .kind = BUTTON_PLAIN,
                               .action = ACTION_GO_BACKUP};
        go.label = word(app, MSG_ERROR_DAMAGED_BODY_B2);
        go.action = ACTION_SEEN;
        break;
    }
    view.left[view.left_count++] = go;
    hero_draw(app, ui, &view);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (action == ACTION_SEEN) {
        app_send(app, MESSAGE_SEEN);
        app_act_common(app, ACTION_GO_MEETING, arg);
        return;
    }
    app_act_common(app, action, arg);
}

const struct screen_ops SCREEN_OPS_ERROR = {
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
};
