/* SPDX-License-Identifier: MIT */
/* Switches at work: moving focus, pressing what has focus, scanning. */
#include "screens/access/switches.h"
#include "ui/order.h"

#include <string.h>

static void focus_on(struct app *app, const struct node *node)
{
    app_focus_on(app, node->id);
    app->show_focus = true;
}

/* Moves focus to the next target. Returns true if focus came round to the first target. */
static bool move_on(struct app *app)
{
    static struct order order;
    const struct screen_ops *ops = screen_ops(app, app->screen);
    order_make(&order, &app->frame, app_first_target(app), ops->next_id, "common.pause");
    if (order.count == 0) {
        return false;
    }
    uint32_t next = order_next(&order, app->focus_id);
    focus_on(app, order.node[next]);
    return next == 0;
}

/* Returns whether scanning works on this screen. On the idle warning any press will do, so the
 * frame does not move there. */
static bool scans(const struct app *app)
{
    return switches_of(app)->one && switches_ready(switches_of(app)) && app->screen != SCREEN_IDLE;
}

static void begin_scan(struct app *app)
{
    scan_begin(switches_state(app), app->now_ms);
    app->show_focus = true;
}

/* A scan that moves counts as a sign of a person, so a visit and a keypad wait. An unlocked
 * facilitator's part does not wait, because it has to lock. */
static void scan_is_presence(struct app *app)
{
    enum patience patience = screen_ops(app, app->screen)->patience;
    bool waits = patience == PATIENCE_VISIT || patience == PATIENCE_PAUSE ||
                 patience == PATIENCE_REST || patience == PATIENCE_PIN ||
                 app->screen == SCREEN_SWITCHES;
    if (waits && !app->status.unlocked) {
        app->presence.input_ms = app->now_ms;
    }
}

static void scan_step(struct app *app)
{
    scan_is_presence(app);
    bool around = move_on(app);
    if (!scan_next(switches_state(app), around, app->now_ms)) {
        app->show_focus = false;
        memset(app->focus_id, 0, sizeof(app->focus_id));
    }
}

/* Does what a press of a learned switch means. The first press only shows where focus is. */
static void act_on(struct app *app, enum switch_name name)
{
    if (!app->show_focus) {
        app->show_focus = true;
    } else if (name == SWITCH_MOVE) {
        move_on(app);
    } else {
        (void)app_activate_id(app, app->focus_id);
    }
    if (scans(app)) {
        begin_scan(app);
    }
}

static void press(struct app *app, enum switch_name name)
{
    if (!app_is_guarded(app) &&
        switches_press(switches_state(app), name, app_repeat_guard_ms(app), app->now_ms)) {
        act_on(app, name);
    }
}

/* Escape, the way out, and the keys of the voice never become switches. */
static bool can_be_switch(enum key key)
{
    return key != KEY_ESCAPE && (key < KEY_F1 || key > KEY_F5);
}

/* Takes a key that may be a person's switch: one without a meaning on the resting screen, pressed
 * twice in a row. Space and digits have no meaning there, but they do where the first run begins.
 */
static bool take_unknown(struct app *app, const struct input *input)
{
    enum key key = input->key;
    bool rests = screen_rests(app, app->screen);
    bool unknown =
        key == KEY_OTHER || key == KEY_BUTTON || (rests && (key == KEY_SPACE || key_is_digit(key)));
    bool begins = app->screen == (uint32_t)app_rest_screen(app);
    if ((!rests && !begins) || app_is_guarded(app)) {
        return false;
    }
    struct switches *switches = switches_state(app);
    uint16_t before = switches->other;
    switches->other = unknown ? input->code : CODE_NONE;
    if (!unknown || input->code == CODE_NONE || before != input->code) {
        app->show_focus = app->show_focus || key == KEY_BUTTON;
        return false;
    }
    app_call(app, SCREEN_SWITCHES);
    return true;
}

/* Returns true if the key was a switch; then the key does nothing else. */
static bool take_down(struct app *app, const struct input *input)
{
    if (!switches_ready(switches_of(app))) {
        if (app->screen != SCREEN_SWITCHES || !can_be_switch(input->key)) {
            return take_unknown(app, input);
        }
        if (!app_is_guarded(app) && input->code != CODE_NONE) {
            learning_take(app, input->code);
        }
        return true;
    }
    enum switch_name name = switches_find(switches_of(app), input->code);
    bool types = screen_ops(app, app->screen)->patience == PATIENCE_PIN && key_is_digit(input->key);
    if (name == SWITCH_COUNT || types) {
        return false;
    }
    press(app, name);
    return true;
}

static bool take(struct app *app, const struct input *input)
{
    if (input->kind == INPUT_KEY_UP) {
        switches_release(switches_state(app), input->code, app->now_ms);
    }
    return input->kind == INPUT_KEY_DOWN && take_down(app, input);
}

static bool can_offer(const struct app *app)
{
    const struct switches *switches = switches_of(app);
    return app->screen == SCREEN_SWITCHES && switches->alone_ms != 0 && !switches->offered;
}

/* Returns when a press is accepted, scanning is offered or the frame moves on. The frame does not
 * move on while a press may still be accepted. */
static uint64_t due(const struct app *app)
{
    const struct switches *switches = switches_of(app);
    if (switches->accept_ms != 0) {
        return switches->accept_ms;
    }
    if (can_offer(app)) {
        return switches_offer_ms(switches);
    }
    bool is_here = switches->scan_screen_ms == app->screen_ms;
    bool moves =
        scans(app) && is_here && !scan_rests(switches) && order_target_count(&app->frame) > 1;
    return moves ? switches->scan_ms : UINT64_MAX;
}

/* A press is accepted, scanning is offered, or the frame moves. */
static void fire(struct app *app)
{
    struct switches *switches = switches_state(app);
    if (switches->accept_ms != 0) {
        switches->accept_ms = 0;
        act_on(app, SWITCH_SELECT);
    } else if (can_offer(app)) {
        learning_offer(app);
    } else {
        scan_step(app);
    }
}

/* On a new screen the scan starts anew. */
static void settle(struct app *app)
{
    struct switches *switches = switches_state(app);
    if (scans(app) && switches->scan_screen_ms != app->screen_ms) {
        switches->scan_screen_ms = app->screen_ms;
        switches->accept_ms = 0;
        begin_scan(app);
    }
    app->switch_hint = switches->other != CODE_NONE;
}

/* A key that was pressed once on another screen is not the first of two here. */
static void arrive(struct app *app)
{
    if (app->screen != SCREEN_SWITCHES) {
        switches_state(app)->other = CODE_NONE;
    }
}

static bool is_ready(const struct app *app)
{
    return switches_ready(switches_of(app));
}

static void reset(struct app *app)
{
    *switches_state(app) = (struct switches){.one = false};
}

const struct module_ops MODULE_OPS_SWITCHES = {
    .part = {.state_bytes = sizeof(struct switches), .life = LIFE_RUN, .due = due, .fire = fire},
    .take = take,
    .moved = arrive,
    .settle = settle,
    .reset = reset,
    .personal = is_ready};
