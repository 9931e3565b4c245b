/* SPDX-License-Identifier: MIT */
/* The facilitator's PIN, chosen on the first run or anew from the settings: typed twice. */
#include "screens/parts/keypad.h"
#include "screens/setup/setup.h"

#include <string.h>

STATE_BEGIN
struct setup_pin {
    bool again;  /* the second entry */
    bool differ; /* the second entry was not the same as the first */
};
STATE_END

PART_STATE(struct setup_pin, SCREEN_SETUP_PIN, seen, mine)

static void flow_steps(const void *context, struct flow *flow)
{
    setup_steps(context, flow);
    setup_head_gap(flow);
}

static void flow_problem(const void *context, struct flow *flow)
{
    setup_problem(context, flow, 0);
}

static void build(const struct app *app, struct ui *ui)
{
    bool again = seen(app)->again, differ = seen(app)->differ;
    struct setup_page page = {.next = word(app, again ? MSG_COMMON_DONE : MSG_COMMON_NEXT),
                              .ends = again};
    struct box box = setup_controls(app, ui, &page);
    const struct keypad pad = {
        .title = word(app, MSG_SETUP_PIN_TITLE),
        .enter = fill_one(app, ui, again ? MSG_SETUP_PIN_AGAIN : MSG_SETUP_PIN_ENTER, "button",
                          page.next),
        .note = word(app, differ ? MSG_SETUP_PIN_DIFFER : MSG_SETUP_PIN_BODY),
        .note_ink = differ ? INK_WARN : INK_NONE,
        .above = flow_steps,
        .below = flow_problem};
    keypad_build(app, ui, box, pad);
}

/* Begins both entries anew. differ: the entries were not the same. */
static void start_over(struct app *app, bool differ)
{
    app_pin_wipe(app);
    *mine(app) = (struct setup_pin){.differ = differ};
    app_view(app);
}

static void ask_again(struct app *app)
{
    struct app_secret *secret = app->config.secret;
    memcpy(secret->pin_first, secret->pin, sizeof(secret->pin_first));
    keypad_clear(app);
    mine(app)->again = true;
    app_view(app);
}

static void keep(struct app *app)
{
    struct message *message = app_ask(app, SCREEN_SETUP_PIN, MESSAGE_SET_PIN);
    if (message != NULL) {
        memcpy(message->as.pin, app->config.secret->pin, sizeof(message->as.pin));
        app_pin_wipe(app);
        mine(app)->again = false;
    }
}

static void go_on(struct app *app)
{
    const struct app_secret *secret = app->config.secret;
    if (!pin_is_valid(secret->pin)) {
        return;
    }
    if (!seen(app)->again) {
        ask_again(app);
    } else if (strcmp(secret->pin, secret->pin_first) != 0) {
        start_over(app, true);
    } else {
        keep(app);
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (keypad_act(app, action, arg)) {
        if ((int)action == KEYPAD_DIGIT) {
            mine(app)->differ = false;
        }
    } else if (action == ACTION_NEXT) {
        go_on(app);
    } else if (action == ACTION_BACK && seen(app)->again) {
        start_over(app, false);
    } else {
        setup_act(app, action, arg);
    }
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    enum status result = (enum status)answer->as.status.result;
    (void)asked;
    if (result != STATUS_OK || !app->status.unlocked) {
        setup_fail(app, result != STATUS_OK ? result : STATUS_IO);
        return true;
    }
    app->stay_ms = app->now_ms;
    draft_state(app)->pin_changed = !setup_is_first_run(app);
    setup_go_on(app);
    return true;
}

/* A keypad with nothing typed is a resting screen. */
static bool rests(const struct app *app)
{
    return keypad_checks(app) ||
           (app->config.secret->pin[0] == '\0' && !seen(app)->again && !seen(app)->differ);
}

const struct screen_ops SCREEN_OPS_SETUP_PIN = {
    .part = {.state_bytes = sizeof(struct setup_pin), .answer = answer},
    .patience = PATIENCE_PIN,
    .rests = rests,
    .leave = app_pin_wipe, /* no half-typed PIN outlives its screen */
    .build = build,
    .act = act,
    .key = keypad_key,
    .focus_id = "pin.key.1",
    .next_id = "common.next"};
