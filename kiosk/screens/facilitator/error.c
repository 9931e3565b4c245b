/* SPDX-License-Identifier: MIT */
/* What a facilitator learns first after the PIN, one thing a page: what happened, what is safe,
 * what to do. The totals file or the settings that could not be used, a screen part that stopped in
 * mid-meeting, a screen that is not the one that was matched to a card. */
#include "screens/facilitator/error.h"

#include "screens/facilitator/meeting.h"

enum error_action { ERROR_SEEN = ACTION_OWN, ERROR_FIT /* match this screen to a card again */ };

enum notice { NOTICE_NONE, NOTICE_FILE, NOTICE_SETTINGS, NOTICE_FACE, NOTICE_SCREEN };

/* What was read. */
STATE_BEGIN
struct error_seen {
    int32_t width, height; /* of the screen of that notice */
    bool file;             /* the notice about the totals file */
    uint8_t unused[3];
};
STATE_END

static struct error_seen *mine(struct app *app)
{
    return part_state(app, SCREEN_ERROR);
}

static const struct error_seen *seen(const struct app *app)
{
    return part_state_of(app, SCREEN_ERROR);
}

/* A card was held to another screen than this. Said once for each size. */
static bool is_other_screen(const struct app *app)
{
    const struct app_config *config = &app->config;
    bool told = seen(app)->width == config->width && seen(app)->height == config->height;
    return app->machine.px_per_m != 0 && config->fit_source != FIT_CALIBRATED && !told;
}

static enum notice first_notice(const struct app *app)
{
    switch ((enum file_state)app->status.file) {
    case FILE_SET_ASIDE:
    case FILE_NEWER:
    case FILE_UNREADABLE:
    case FILE_CHANGED:
        if (!seen(app)->file) {
            return NOTICE_FILE;
        }
        break;
    case FILE_NONE:
    case FILE_GOOD:
        break;
    }
    if (app->status.settings == SETTINGS_DAMAGED && app->status.meeting == MEETING_NONE) {
        return NOTICE_SETTINGS; /* they rest while one is open */
    }
    if (app->status.face_again) {
        return NOTICE_FACE;
    }
    return is_other_screen(app) ? NOTICE_SCREEN : NOTICE_NONE;
}

static struct ui_button button(const struct app *app, const char *id, enum message_id label,
                               uint16_t action)
{
    return (struct ui_button){
        .id = id, .label = word(app, label), .kind = BUTTON_PLAIN, .action = action};
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
        struct ui_button restore =
            button(app, "error.restore", MSG_ERROR_DAMAGED_BODY_B1, ACTION_CALL);
        restore.arg = SCREEN_BACKUP;
        view->left[view->left_count++] = restore;
    }
    view->title = word(app, app->status.file == FILE_CHANGED ? MSG_ERROR_CHANGED_TITLE
                                                             : MSG_ERROR_DAMAGED_TITLE);
    view->text[0] = word(app, text);
    view->left[view->left_count++] = button(app, "error.go", label, ERROR_SEEN);
    if (text == MSG_ERROR_FOLDER) { /* its words point there */
        struct ui_button health = button(app, "error.health", MSG_SETTINGS_ITEMS_9, ACTION_CALL);
        health.arg = SCREEN_HEALTH;
        view->right[view->right_count++] = health;
    }
}

static void view_settings(const struct app *app, struct hero_view *view)
{
    view->title = word(app, MSG_ERROR_SETTINGS_TITLE);
    view->text[0] = word(app, MSG_ERROR_SETTINGS_BODY);
    view->left[view->left_count++] = button(app, "error.go", MSG_COMMON_CONTINUE, ERROR_SEEN);
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
    view->left[view->left_count++] = button(app, "error.go", MSG_COMMON_CONTINUE, ERROR_SEEN);
}

static void view_screen(const struct app *app, struct hero_view *view)
{
    view->title = word(app, MSG_ERROR_RESIZED);
    view->left[view->left_count++] = button(app, "error.go", MSG_COMMON_CONTINUE, ERROR_SEEN);
    if (app->status.meeting == MEETING_NONE) { /* the settings rest while one is open */
        view->left[view->left_count++] = button(app, "error.fit", MSG_SETTINGS_ITEMS_8, ERROR_FIT);
    }
}

static void build(const struct app *app, struct ui *ui)
{
    struct hero_view view = {.title_type = TYPE_TITLE, .lock_only = true};
    switch (first_notice(app)) {
    case NOTICE_SETTINGS:
        view_settings(app, &view);
        break;
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

/* The keeper hears that it was read. Where that cannot be written down it comes back, and whoever
 * is there reads that something did not work. False: it still hears of the one before. */
static bool tell_seen(struct app *app)
{
    return app_ask(app, OWNER_APP, MESSAGE_SEEN) != NULL;
}

/* Read: it goes, and the next one comes. */
static void see(struct app *app)
{
    switch (first_notice(app)) {
    case NOTICE_FILE:
        if (app->status.file == FILE_SET_ASIDE || app->status.file == FILE_CHANGED) {
            mine(app)->file = tell_seen(app);
        } else {
            mine(app)->file = true;
        }
        break;
    case NOTICE_SETTINGS:
        if (tell_seen(app)) {
            app->status.settings =
                SETTINGS_FINE; /* where the disk takes no writes, it comes back */
        }
        break;
    case NOTICE_FACE:
        if (tell_seen(app)) {
            app->status.face_again = 0;
        }
        break;
    case NOTICE_SCREEN:
        mine(app)->width = app->config.width;
        mine(app)->height = app->config.height;
        break;
    case NOTICE_NONE:
        break;
    }
}

void error_go_on(struct app *app)
{
    bool is_told = first_notice(app) == NOTICE_NONE;
    app_act_common(app, ACTION_GO, is_told ? SCREEN_MEETING : SCREEN_ERROR);
}

void error_begin(struct app *app)
{
    mine(app)->file = false;
    error_go_on(app);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    switch ((int)action) {
    case ERROR_SEEN:
        see(app);
        error_go_on(app);
        break;
    case ERROR_FIT:
        see(app);
        app_act_common(app, ACTION_GO, SCREEN_SETTINGS); /* where that page leads back to */
        app_call(app, SCREEN_SETUP_FIT);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_ERROR = {
    .part = {.state_bytes = sizeof(struct error_seen), .life = LIFE_RUN},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
};
