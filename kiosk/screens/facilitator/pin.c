/* SPDX-License-Identifier: MIT */
/* The facilitator's door: the PIN screen, and the module that hears whether the PIN was right. The
 * module hears that also when the screen was left meanwhile, and then locks, so that nobody else
 * finds the door open. */
#include "screens/facilitator/error.h"
#include "screens/facilitator/outcome.h"
#include "screens/parts/keypad.h"
#include "screens/parts/page.h"

#include <string.h>

enum pin_action {
    PIN_ENTER = ACTION_OWN,
    PIN_TAKEOVER, /* a turn is under way: 1 erase it, 0 go back to it */
};

enum { OWNER = OWNER_MODULE + MODULE_PIN, WAIT_FRAME_MS = 1000 };

STATE_BEGIN
struct pin {
    uint32_t arrival; /* arrival at the screen where the PIN that is being checked was typed */
    bool takeover;    /* the screen first asks whether to erase a turn */
    bool wrong;
    uint8_t unchecked; /* enum status: why the PIN could not be checked; OK: it was checked */
    uint8_t unused;
};
STATE_END

PART_STATE(struct pin, OWNER, seen, mine)

/* "30 seconds", "5 minutes" */
static const char *wait_words(const struct app *app, struct ui *ui, uint64_t ms)
{
    uint64_t seconds = (ms + 999) / 1000;
    if (seconds < 120 && seconds != 60) {
        return fill_plural(app, ui, MSG_PLURAL_SECONDS, seconds, NULL, 0);
    }
    return fill_plural(app, ui, MSG_PLURAL_MINUTES, (seconds + 59) / 60, NULL, 0);
}

static const enum message_id WAITS[WAIT_COUNT] = {[WAIT_WRONG] = MSG_PIN_WAIT,
                                                  [WAIT_RECORD] = MSG_PIN_WAIT_RECORD,
                                                  [WAIT_FULL] = MSG_PIN_WAIT_FULL,
                                                  [WAIT_UNWRITTEN] = MSG_PIN_WAIT_UNWRITTEN};

static const char *pin_note(const struct app *app, struct ui *ui)
{
    if (app->wait_until_ms > app->now_ms) {
        return fill_one(app, ui, WAITS[app->status.wait_why], "time",
                        wait_words(app, ui, app->wait_until_ms - app->now_ms));
    }
    if (app_takes_long(app, MESSAGE_UNLOCK)) {
        return word(app, MSG_PIN_CHECKING);
    }
    if (seen(app)->unchecked != STATUS_OK) {
        return word(app, outcome_words(DEED_PIN, (enum status)seen(app)->unchecked));
    }
    if (seen(app)->wrong) {
        return fill_plural(app, ui, MSG_PIN_MISMATCH, app->status.tries_left, NULL, 0);
    }
    if (app->auto_locked) {
        return word(app, MSG_PIN_LOCKED);
    }
    return fill_one(app, ui, MSG_PIN_NOTE, "time", wait_words(app, ui, app->status.wait_next_ms));
}

static const struct page TAKEOVER = {
    .ground = GROUND_HERO,
    .left = {{"takeover.no", MSG_TAKEOVER_NO, PIN_TAKEOVER, .kind = BUTTON_HERO, .bare = ICON_BACK},
             {"takeover.yes", MSG_TAKEOVER_YES, PIN_TAKEOVER, 1, .kind = BUTTON_HERO,
              .bare = ICON_ERASE}},
    .block = {{BLOCK_DISPLAY, "takeover.title", MSG_TAKEOVER_TITLE, 0},
              {BLOCK_LEAD, "takeover.body", MSG_TAKEOVER_BODY, 3500}},
};

/* The PIN was lost: what has happened, and how to go on. */
static const struct page LOST = {
    .ground = GROUND_HERO,
    .left = {{"common.back", MSG_COMMON_BACK, ACTION_RETURN, .kind = BUTTON_HERO,
              .bare = ICON_BACK}},
    .block = {{BLOCK_TITLE, "lost.title", MSG_ERROR_LOST_TITLE, 0},
              {BLOCK_BODY, "lost.body", MSG_ERROR_LOST_BODY, 2500}},
};

static void build(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .left = {{"common.back", MSG_COMMON_BACK, ACTION_RETURN, .icon = ICON_BACK}},
        .right = {
            {"pin.unlock", MSG_PIN_KEYS_3, PIN_ENTER, .kind = BUTTON_PRIMARY, .bare = ICON_OPEN}}};
    if (seen(app)->takeover || app->status.settings == SETTINGS_LOST) {
        page_build(app, ui, seen(app)->takeover ? &TAKEOVER : &LOST);
        return;
    }
    struct box box = page_foot(app, ui, &PAGE);
    bool waits = app->wait_until_ms > app->now_ms;
    bool warn = seen(app)->wrong || waits;
    const struct keypad pad = {.title = word(app, MSG_PIN_TITLE),
                               .enter = word(app, MSG_PIN_ENTER),
                               .note = pin_note(app, ui),
                               .more = warn ? word(app, MSG_PIN_LOST) : NULL,
                               .note_ink =
                                   warn || seen(app)->unchecked != STATUS_OK ? INK_WARN : INK_NONE};
    keypad_build(app, ui, box, pad);
}

static void enter(struct app *app)
{
    *mine(app) = (struct pin){.takeover = app->visit != VISIT_NONE};
}

/* No half-typed PIN outlives its screen. */
static void leave(struct app *app)
{
    app_pin_wipe(app);
    app->auto_locked = false;
}

static void send(struct app *app)
{
    struct message *message = app_ask(app, OWNER, MESSAGE_UNLOCK);
    if (message != NULL) {
        memcpy(message->as.pin, app->config.secret->pin, sizeof(message->as.pin));
        mine(app)->arrival = app->arrival;
        app_pin_wipe(app);
    }
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    bool waits = app->screen == SCREEN_PIN && app->arrival == seen(app)->arrival;
    enum status result = (enum status)answer->as.status.result;
    (void)asked;
    if (waits && app->status.unlocked) {
        app->stay_ms = app->now_ms;
        error_begin(app);
    } else if (waits) {
        mine(app)->unchecked = result != STATUS_DENIED ? (uint8_t)result : STATUS_OK;
        mine(app)->wrong = mine(app)->unchecked == STATUS_OK && app->status.wait_ms == 0;
        app->screen_ms = app->now_ms; /* the screen's patience begins anew */
    } else if (app->status.unlocked && !screen_is_facilitators(app, app->screen)) {
        app_lock(app);
    }
    return true;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (keypad_act(app, action, arg)) {
        if ((int)action == KEYPAD_DIGIT) {
            mine(app)->wrong = app->auto_locked = false;
            mine(app)->unchecked = STATUS_OK;
        }
        return;
    }
    if ((int)action == PIN_ENTER && pin_is_valid(app->config.secret->pin)) {
        send(app);
    } else if ((int)action == PIN_TAKEOVER && arg != 0) {
        app_rest(app);
        app_go(app, SCREEN_PIN);
    } else if ((int)action == PIN_TAKEOVER) {
        app_return(app);
    }
}

/* The screen counts down what is left of a wait. */
static uint64_t count_due(const struct app *app)
{
    return app->wait_until_ms > app->now_ms ? app_next_frame(app, app->screen_ms, WAIT_FRAME_MS)
                                            : UINT64_MAX;
}

const struct screen_ops SCREEN_OPS_PIN = {.part = {.due = count_due},
                                          .patience = PATIENCE_PIN,
                                          .rests = keypad_checks,
                                          .enter = enter,
                                          .leave = leave,
                                          .build = build,
                                          .act = act,
                                          .key = keypad_key,
                                          .focus_id = "takeover.no",
                                          .next_id = "pin.unlock",
                                          .own = {"pin.key.1", "pin.key.5", "pin.key.0",
                                                  "pin.delete", "pin.unlock", "takeover.no",
                                                  "takeover.yes"}};

const struct module_ops MODULE_OPS_PIN = {
    .part = {.state_bytes = sizeof(struct pin), .life = LIFE_RUN, .answer = answer}};
