/* SPDX-License-Identifier: MIT */
/* The question before totals are put back, and what became of it. Where the screen was left before
 * the keeper answered, the next facilitator is told (error_restored_late). */
#include "screens/facilitator/backup.h"
#include "screens/facilitator/error.h"
#include "screens/facilitator/meeting.h"
#include "screens/facilitator/outcome.h"
#include "screens/parts/hero.h"

#include <string.h>

enum restore_action { RESTORE_YES = ACTION_OWN, RESTORE_GO_ON };

STATE_BEGIN
struct restore {
    struct message_pick pick;
    struct month month; /* of its newest set */
    bool first;         /* there were no totals here to set aside */
    bool tried;         /* and it went so: */
    uint8_t result;     /* enum status */
    uint8_t unused;
};
STATE_END

PART_STATE(struct restore, SCREEN_RESTORE, seen, mine)

STATE_BEGIN
/* The request itself. */
struct asked {
    char label[MESSAGE_LABEL_BYTES]; /* of the drive */
    uint32_t arrival;                /* of the screen that asked */
};
STATE_END

enum { OWNER = OWNER_MODULE + MODULE_RESTORE };

PART_STATE(struct asked, OWNER, asked, my_asked)

/* Returns whether the keeper still works on what this screen asked for. */
static bool is_asking(const struct app *app)
{
    return app_is_asking(app, MESSAGE_RESTORE) && asked(app)->arrival == app->arrival;
}

/* Keep leads to the list of backups, which is read anew. */
#define KEEP(words) {"restore.keep", words, ACTION_SWAP, SCREEN_BACKUP}

/* Two equal answers; focus starts on the one that changes nothing. */
static const struct hero_page ASK = {
    .left = {KEEP(MSG_RESTORE_ASK_B2), {"restore.yes", MSG_RESTORE_ASK_B1, RESTORE_YES}}};
/* The page when all was put back; its water is that of a saved meeting. */
static const struct hero_page DONE = {.strength = WATER_CLOSED,
                                      .left = {{"restore.go", MSG_COMMON_CONTINUE, RESTORE_GO_ON}}};
static const struct hero_page FAILED = {.left = {KEEP(MSG_COMMON_BACK)}};

static struct hero_view view_ask(const struct app *app, struct ui *ui)
{
    struct hero_view view = hero_view_of(app, &ASK);
    view.title = fill_one(app, ui, seen(app)->first ? MSG_RESTORE_ASK_FIRST : MSG_RESTORE_ASK,
                          "month", month_words(app, ui, seen(app)->month));
    view.text[0] = seen(app)->pick.name;
    return view;
}

static struct hero_view view_tried(const struct app *app, struct ui *ui)
{
    static const struct control AGAIN = {"restore.yes", MSG_COMMON_TRY_AGAIN,
                                         .action = RESTORE_YES};
    static const struct control HEALTH = {"restore.health", MSG_SETTINGS_ITEMS_9, ACTION_CALL,
                                          .arg = SCREEN_HEALTH};
    enum message_id words = outcome_words(DEED_RESTORE, (enum status)seen(app)->result);
    words = words == MSG_RESTORE_DONE && seen(app)->first ? MSG_RESTORE_DONE_FIRST : words;
    struct hero_view view = hero_view_of(app, seen(app)->result == STATUS_OK ? &DONE : &FAILED);
    if (words == MSG_RESTORE_UNSURE) { /* nobody knows which totals are here */
        hero_add_left(app, &view, &AGAIN);
    } else if (words == MSG_ERROR_FOLDER) { /* the words name that screen */
        hero_add_right(app, &view, &HEALTH);
    }
    view.title = fill_one(app, ui, words, "drive", saving_words(app, ui, seen(app)->pick.label));
    return view;
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct hero_page SAVING = {.title = MSG_MEETING_SAVING};
    const bool saves = is_asking(app) && app_takes_long(app, MESSAGE_RESTORE);
    struct hero_view view = saves              ? hero_view_of(app, &SAVING)
                            : seen(app)->tried ? view_tried(app, ui)
                                               : view_ask(app, ui);
    view.name = word(app, MSG_BACKUP_TITLE);
    view.lock_only = true;
    hero_rest(&view, is_asking(app));
    hero_draw(app, ui, &view);
}

static void arrive(struct app *app, const struct message_pick *pick)
{
    app_go(app, SCREEN_RESTORE);
    mine(app)->pick = *pick;
    mine(app)->first = app->status.file == FILE_NONE;
}

static void show_result(struct app *app, enum status result)
{
    mine(app)->tried = true;
    mine(app)->result = (uint8_t)result;
}

void restore_ask(struct app *app, const struct message_pick *pick, struct month month)
{
    arrive(app, pick);
    mine(app)->month = month;
}

/* Nothing was written yet. A reason that is not about the drive or a later program means that the
 * backup cannot be read. */
void restore_refuse(struct app *app, const struct message_pick *pick, enum status why)
{
    const bool is_told = why == STATUS_NEWER || why == STATUS_MISSING || why == STATUS_STUCK ||
                         why == STATUS_GONE || why == STATUS_BUSY;
    arrive(app, pick);
    show_result(app, is_told ? why : STATUS_DAMAGED);
}

static bool answer(struct app *app, enum message_type type, const struct message *answer)
{
    (void)type;
    const enum status result = (enum status)answer->as.status.result;
    if (asked(app)->arrival == app->arrival) {
        show_result(app, result);
        app_view(app);
    } else {
        error_restored_late(app, asked(app)->label, result);
    }
    return true;
}

static void put_back(struct app *app)
{
    struct message *message = app_ask(app, OWNER, MESSAGE_RESTORE);
    if (message != NULL) {
        struct asked *asked = my_asked(app);
        message->as.pick = seen(app)->pick;
        memcpy(asked->label, seen(app)->pick.label, sizeof(asked->label));
        asked->arrival = app->arrival;
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if ((int)action == RESTORE_YES) {
        put_back(app);
    } else if ((int)action == RESTORE_GO_ON) {
        error_go_on(app); /* leads to the next notice, if there is one */
    }
}

const struct screen_ops SCREEN_OPS_RESTORE = {.part = {.state_bytes = sizeof(struct restore)},
                                              .patience = PATIENCE_FACILITATOR,
                                              .build = build,
                                              .act = act,
                                              .focus_id = "restore.keep",
                                              .back_id = "restore.keep"};

const struct module_ops MODULE_OPS_RESTORE = {
    .part = {.state_bytes = sizeof(struct asked), .life = LIFE_RUN, .answer = answer}};
