/* SPDX-License-Identifier: MIT */
/* What a facilitator learns first after the PIN, one thing a page: what happened, what is safe,
 * what to do. The totals file that could not be used, a screen part that stopped in mid-meeting, a
 * screen that is not the one that was matched to a card. */
#include "screens/parts/hero.h"
#include "screens/setup/setup.h"

enum { WATER_OPEN = 100, WATER_REFLECTION = 30 }; /* as on the meeting's screen */

/* A card was held to another screen than this. Said once for each size. */
static bool is_other_screen(const struct app *app)
{
    const struct app_config *config = &app->config;
    bool seen = app->seen_width == config->width && app->seen_height == config->height;
    return app->machine.px_per_m != 0 && config->fit_source != FIT_CALIBRATED && !seen;
}

enum notice app_notice(const struct app *app)
{
    switch ((enum file_state)app->status.file) {
    case FILE_SET_ASIDE:
    case FILE_NEWER:
    case FILE_UNREADABLE:
    case FILE_CHANGED:
        if (!app->file_seen) {
            return NOTICE_FILE;
        }
        break;
    case FILE_NONE:
    case FILE_GOOD:
        break;
    }
    if (app->status.face_again) {
        return NOTICE_FACE;
    }
    return is_other_screen(app) ? NOTICE_SCREEN : NOTICE_NONE;
}

static struct ui_button button(const struct app *app, const char *id, enum message_id label,
                               enum action action)
{
    return (struct ui_button){
        .id = id, .label = word(app, label), .kind = BUTTON_PLAIN, .action = (uint16_t)action};
}

static void view_file(const struct app *app, struct hero_view *view)
{
    enum message_id text = MSG_ERROR_FOLDER, label = MSG_COMMON_CONTINUE;
    if (app->status.file == FILE_NEWER) {
        text = MSG_ERROR_NEWER;
    } else if (app->status.file == FILE_CHANGED) {
        text = MSG_ERROR_CHANGED_BODY;
    } else if (app->status.file == FILE_SET_ASIDE) {
        text = MSG_ERROR_DAMAGED_BODY;
        label = MSG_ERROR_DAMAGED_BODY_B2;
        view->left[view->left_count++] =
            button(app, "error.restore", MSG_ERROR_DAMAGED_BODY_B1, ACTION_GO_BACKUP);
    }
    view->title = word(app, app->status.file == FILE_CHANGED ? MSG_ERROR_CHANGED_TITLE
                                                             : MSG_ERROR_DAMAGED_TITLE);
    view->text[0] = word(app, text);
    view->left[view->left_count++] = button(app, "error.go", label, ACTION_SEEN);
}

static void view_face(const struct app *app, struct ui *ui, struct hero_view *view)
{
    struct text_arg time = {"time", clock_words(app, ui, app->status.opened)};
    view->title = app->status.room == ROOM_FEW ? word(app, MSG_MEETING_REFLECTION_TITLE)
                                               : fill(app, ui, MSG_MEETING_SINCE, &time, 1);
    view->text[0] = word(app, MSG_ERROR_FACE);
    view->stone = true;
    view->strength = app->status.room == ROOM_FEW ? WATER_REFLECTION : WATER_OPEN;
    view->dotted = app->status.room == ROOM_FEW;
    view->left[view->left_count++] = button(app, "error.go", MSG_COMMON_CONTINUE, ACTION_SEEN);
}

static void view_screen(const struct app *app, struct hero_view *view)
{
    view->title = word(app, MSG_ERROR_RESIZED);
    view->left[view->left_count++] = button(app, "error.go", MSG_COMMON_CONTINUE, ACTION_SEEN);
    if (app->status.meeting == MEETING_NONE) { /* the settings rest while one is open */
        view->left[view->left_count++] =
            button(app, "error.fit", MSG_SETTINGS_ITEMS_8, ACTION_FIT_AGAIN);
    }
}

static void build(const struct app *app, struct ui *ui)
{
    struct hero_view view = {.title_type = TYPE_TITLE, .lock_only = true};
    switch (app_notice(app)) {
    case NOTICE_FACE:
        view_face(app, ui, &view);
        break;
    case NOTICE_SCREEN:
        view_screen(app, &view);
        break;
    case NOTICE_FILE:
    case NOTICE_NONE:
        view_file(app, &view);
        break;
    }
    hero_draw(app, ui, &view);
}

/* Read: it goes, and the next one comes. */
static void see(struct app *app)
{
    switch (app_notice(app)) {
    case NOTICE_FILE:
        app->file_seen = true;
        if (app->status.file == FILE_SET_ASIDE || app->status.file == FILE_CHANGED) {
            app_send(app, MESSAGE_SEEN);
        }
        break;
    case NOTICE_FACE:
        app->status.face_again = 0;
        app_send(app, MESSAGE_SEEN);
        break;
    case NOTICE_SCREEN:
        app->seen_width = app->config.width;
        app->seen_height = app->config.height;
        break;
    case NOTICE_NONE:
        break;
    }
}

void error_go_on(struct app *app)
{
    if (app_notice(app) != NOTICE_NONE) {
        app_go(app, SCREEN_ERROR);
    } else {
        app_act_common(app, ACTION_GO_MEETING, 0);
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_SEEN:
        see(app);
        error_go_on(app);
        break;
    case ACTION_FIT_AGAIN:
        see(app);
        app->from_settings = true;
        setup_go(app, SCREEN_SETUP_FIT);
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_ERROR = {
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
};
