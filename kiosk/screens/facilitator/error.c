/* SPDX-License-Identifier: MIT */
/* What a facilitator learns first after the PIN, one thing a page: what happened, what is safe,
 * what to do. The totals file or the settings that could not be used, a screen part that stopped in
 * mid-meeting, a backup that was still to be restored when the screens were locked, a screen that
 * is not the one that was matched to a card. */
#include "screens/facilitator/error.h"

#include "screens/facilitator/meeting.h"
#include "screens/facilitator/outcome.h"
#include "screens/facilitator/saving.h"

#include <string.h>

enum error_action { ERROR_SEEN = ACTION_OWN, ERROR_FIT /* match this screen to a card again */ };

enum notice {
    NOTICE_NONE,
    NOTICE_FOLDER, /* of the totals file */
    NOTICE_NEWER,
    NOTICE_CHANGED,
    NOTICE_SET_ASIDE,
    NOTICE_SETTINGS,
    NOTICE_FACE,
    NOTICE_RESTORE,
    NOTICE_SCREEN,
};

/* What was read, and what is still to be read. */
STATE_BEGIN
struct error_seen {
    int32_t width, height;              /* of the screen of that notice */
    char restored[MESSAGE_LABEL_BYTES]; /* the drive of a restore that ended late */
    bool late;                          /* such a restore is to be told of, and it went so: */
    uint8_t result;                     /* enum status */
    bool file;                          /* the notice about the totals file was read */
    uint8_t unused;
};
STATE_END

PART_STATE(struct error_seen, SCREEN_ERROR, seen, mine)

/* Returns whether a card was held to another screen than this one. The facilitator is told once for
 * each size. */
static bool is_other_screen(const struct app *app)
{
    const struct app_config *config = &app->config;
    bool told = seen(app)->width == config->width && seen(app)->height == config->height;
    return app->machine.px_per_m != 0 && config->fit_source != FIT_CALIBRATED && !told;
}

static enum notice file_notice(const struct app *app)
{
    static const enum notice NOTICES[] = {
        [FILE_NONE] = NOTICE_NONE,           [FILE_GOOD] = NOTICE_NONE,
        [FILE_SET_ASIDE] = NOTICE_SET_ASIDE, [FILE_UNREADABLE] = NOTICE_FOLDER,
        [FILE_NEWER] = NOTICE_NEWER,         [FILE_CHANGED] = NOTICE_CHANGED};
    return NOTICES[app->status.file];
}

static enum notice first_notice(const struct app *app)
{
    if (file_notice(app) != NOTICE_NONE && !seen(app)->file) {
        return file_notice(app);
    }
    if (app->status.settings == SETTINGS_DAMAGED && app->status.meeting == MEETING_NONE) {
        return NOTICE_SETTINGS; /* settings cannot be changed while a meeting is open */
    }
    if (app->status.face_again) {
        return NOTICE_FACE;
    }
    if (seen(app)->late) {
        return NOTICE_RESTORE;
    }
    return is_other_screen(app) ? NOTICE_SCREEN : NOTICE_NONE;
}

#define SEEN(words) {"error.go", words, ERROR_SEEN}

static const struct hero_page PAGES[] = {
    [NOTICE_FOLDER] = {.title = MSG_ERROR_DAMAGED_TITLE,
                       .text = {MSG_ERROR_FOLDER},
                       .left = {SEEN(MSG_COMMON_CONTINUE)},
                       .right = {{"error.health", MSG_SETTINGS_ITEMS_9, ACTION_CALL,
                                  SCREEN_HEALTH}}}, /* the words name that screen */
    [NOTICE_NEWER] = {.title = MSG_ERROR_DAMAGED_TITLE,
                      .text = {MSG_ERROR_NEWER},
                      .left = {SEEN(MSG_COMMON_CONTINUE)}},
    [NOTICE_CHANGED] = {.title = MSG_ERROR_CHANGED_TITLE,
                        .text = {MSG_ERROR_CHANGED_BODY},
                        .left = {SEEN(MSG_COMMON_CONTINUE)}},
    [NOTICE_SET_ASIDE] = {.title = MSG_ERROR_DAMAGED_TITLE,
                          .text = {MSG_ERROR_DAMAGED_BODY},
                          .left = {{"error.restore", MSG_ERROR_DAMAGED_BODY_B1, ACTION_CALL,
                                    SCREEN_BACKUP},
                                   SEEN(MSG_ERROR_DAMAGED_BODY_B2)}},
    [NOTICE_SETTINGS] = {.title = MSG_ERROR_SETTINGS_TITLE,
                         .text = {MSG_ERROR_SETTINGS_BODY},
                         .left = {SEEN(MSG_COMMON_CONTINUE)}},
    [NOTICE_FACE] = {.title = MSG_MEETING_REFLECTION_TITLE,
                     .text = {MSG_ERROR_FACE},
                     .left = {SEEN(MSG_COMMON_CONTINUE)}},
    [NOTICE_RESTORE] = {.left = {SEEN(MSG_COMMON_CONTINUE)}},
    [NOTICE_SCREEN] = {.title = MSG_ERROR_RESIZED, .left = {SEEN(MSG_COMMON_CONTINUE)}},
};

static const char *restored_words(const struct app *app, struct ui *ui)
{
    return fill_one(app, ui, outcome_words(DEED_RESTORE, (enum status)seen(app)->result), "drive",
                    saving_words(app, ui, seen(app)->restored));
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct control FIT = {"error.fit", MSG_SETTINGS_ITEMS_8, .action = ERROR_FIT};
    enum notice notice = first_notice(app);
    notice = notice != NOTICE_NONE ? notice : file_notice(app); /* the keeper still notes it */
    struct hero_view view =
        hero_view_of(app, &PAGES[notice != NOTICE_NONE ? notice : NOTICE_FOLDER]);
    if (notice == NOTICE_FACE) {
        meeting_set_water(app, &view);
    }
    if (notice == NOTICE_FACE && app->status.room != ROOM_FEW) {
        view.title = meeting_at_time(app, ui, MSG_MEETING_SINCE, app->status.opened);
    }
    if (notice == NOTICE_RESTORE) {
        view.title = restored_words(app, ui);
    }
    if (notice == NOTICE_SCREEN && app->status.meeting == MEETING_NONE) {
        hero_add_left(app, &view, &FIT); /* settings cannot be changed while a meeting is open */
    }
    view.lock_only = true;
    hero_draw(app, ui, &view);
}

/* Tells the keeper that a notice was read. Where the keeper cannot write that down, the notice
 * comes back, and a ribbon says that something did not work. Returns false while the keeper still
 * works on the notice before. */
static bool tell_seen(struct app *app)
{
    return app_request(app, OWNER_APP, MESSAGE_SEEN);
}

/* Notes that the facilitator read the notice, so that the next one comes. */
static void see(struct app *app)
{
    switch (first_notice(app)) {
    case NOTICE_FOLDER:
    case NOTICE_NEWER:
        mine(app)->file = true;
        break;
    case NOTICE_SET_ASIDE:
    case NOTICE_CHANGED:
        mine(app)->file = tell_seen(app);
        break;
    case NOTICE_SETTINGS:
        if (tell_seen(app)) { /* where the disk takes no writes, the notice comes back */
            app->status.settings = SETTINGS_FINE;
        }
        break;
    case NOTICE_FACE:
        if (tell_seen(app)) {
            app->status.face_again = 0;
        }
        break;
    case NOTICE_RESTORE:
        mine(app)->late = false;
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

void error_restored_late(struct app *app, const char *label, enum status result)
{
    memset(mine(app)->restored, 0, sizeof(mine(app)->restored));
    memcpy(mine(app)->restored, label, strnlen(label, MESSAGE_LABEL_BYTES - 1));
    mine(app)->late = true;
    mine(app)->result = (uint8_t)result;
}

void error_begin(struct app *app)
{
    mine(app)->file = false;
    error_go_on(app);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if ((int)action == ERROR_SEEN) {
        see(app);
        error_go_on(app);
    } else if ((int)action == ERROR_FIT) {
        see(app);
        app_act_common(app, ACTION_GO, SCREEN_SETTINGS); /* the page of the card leads back there */
        app_call(app, SCREEN_SETUP_FIT);
    }
}

const struct screen_ops SCREEN_OPS_ERROR = {
    .part = {.state_bytes = sizeof(struct error_seen), .life = LIFE_RUN},
    .patience = PATIENCE_FACILITATOR,
    .build = build,
    .act = act,
};
