/* SPDX-License-Identifier: MIT */
/* Switches at work: moving, taking, scanning. */
#include "screens/access/switches.h"

#include <string.h>

/* Steps of the frame from the shortest to the longest; SCAN_USUAL is where everybody begins. */
static const uint16_t STEPS_MS[] = {500, 1000, 1500, SCAN_STEP_MS, 3000, 4000, 6000, 8000};
enum { STEP_COUNT = sizeof(STEPS_MS) / sizeof(STEPS_MS[0]), SCAN_USUAL = 3 };

/* How long a press must last to count. */
static const uint16_t HOLDS_MS[] = {0, 500, 1000};

uint32_t switches_step_ms(const struct app *app)
{
    return STEPS_MS[SCAN_USUAL + switches_of(app)->step];
}

bool switches_step_can(const struct app *app, int32_t by)
{
    int32_t index = SCAN_USUAL + switches_of(app)->step + by;
    return index >= 0 && index < STEP_COUNT;
}

void switches_step_by(struct app *app, int32_t by)
{
    if (switches_step_can(app, by)) {
        switches_state(app)->step = (int8_t)(switches_of(app)->step + by);
    }
}

/* The targets in the order in which switches meet them: from where focus begins through what is to
 * be decided, then the way on, the other controls, and Pause last. */
struct order {
    const struct node *node[NODE_MAX];
    uint32_t count;
};

static void order_add(struct order *order, const struct node *node, const char *but)
{
    bool is_target = node != NULL && (node->flags & NODE_FOCUSABLE) != 0;
    bool later = is_target && but != NULL && strcmp(node->id, but) == 0;
    for (uint32_t i = 0; i < order->count; i++) {
        is_target = is_target && order->node[i] != node;
    }
    if (is_target && !later) {
        order->node[order->count++] = node;
    }
}

static void order_make(const struct app *app, struct order *order)
{
    const struct frame *frame = &app->frame;
    const struct screen_ops *ops = screen_ops(app, app->screen);
    const struct node *start = app_first_target(app);
    uint32_t first = start != NULL ? (uint32_t)(start - frame->node) : 0;
    order->count = 0;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[(first + i) % frame->node_count];
        if ((node->flags & NODE_FOOT) != 0 && ops->next_id != NULL) {
            order_add(order, frame_find(frame, ops->next_id), NULL);
        }
        order_add(order, node, ops->pause_id);
    }
    if (ops->pause_id != NULL) {
        order_add(order, frame_find(frame, ops->pause_id), NULL);
    }
}

static uint32_t order_find(const struct order *order, const char *id)
{
    uint32_t at = 0;
    while (at < order->count && strcmp(order->node[at]->id, id) != 0) {
        at++;
    }
    return at;
}

static void focus_on(struct app *app, const struct node *node)
{
    app_focus_on(app, node->id);
    app->show_focus = true;
}

/* Moves on to the next target. True: it came round to the first one. */
static bool move_on(struct app *app)
{
    static struct order order;
    order_make(app, &order);
    if (order.count == 0) {
        return false;
    }
    uint32_t next = (order_find(&order, app->focus_id) + 1) % order.count;
    focus_on(app, order.node[next]);
    return next == 0;
}

static uint32_t target_count(const struct app *app)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < app->frame.node_count; i++) {
        count += (app->frame.node[i].flags & NODE_FOCUSABLE) != 0;
    }
    return count;
}

/* Here a frame moves by itself. On the idle warning any press will do. */
static bool scans(const struct app *app)
{
    return switches_of(app)->one && switches_ready(app) && app->screen != SCREEN_IDLE;
}

static bool scan_rests(const struct app *app)
{
    return switches_of(app)->scan_ms == 0;
}

static void scan_begin(struct app *app)
{
    struct switches *switches = switches_state(app);
    switches->loops = 0;
    switches->scan_ms = app->now_ms + 2 * switches_step_ms(app);
    app->show_focus = true;
}

static void scan_rest(struct app *app)
{
    switches_state(app)->scan_ms = 0;
    app->show_focus = false;
    memset(app->focus_id, 0, sizeof(app->focus_id));
}

/* Somebody watches the frame: an attendee's clock waits for it, and a keypad's. A facilitator's
 * does not, since it guards what is unlocked. */
static void scan_is_presence(struct app *app)
{
    enum patience patience = screen_ops(app, app->screen)->patience;
    bool waits = patience == PATIENCE_VISIT || patience == PATIENCE_PAUSE ||
                 patience == PATIENCE_REST || patience == PATIENCE_PIN ||
                 app->screen == SCREEN_SWITCHES;
    if (waits && !app->status.unlocked) {
        app->input_ms = app->now_ms;
    }
}

static void scan_step(struct app *app)
{
    struct switches *switches = switches_state(app);
    scan_is_presence(app);
    bool around = move_on(app);
    switches->scan_ms = app->now_ms + switches_step_ms(app) * (around ? 2 : 1);
    switches->loops = (uint8_t)(switches->loops + (around ? 1 : 0));
    if (switches->loops == SCAN_LOOPS) {
        scan_rest(app);
    }
}

static void take_focused(struct app *app)
{
    const struct node *node = frame_find(&app->frame, app->focus_id);
    if (node != NULL && (node->flags & NODE_FOCUSABLE) != 0) {
        app_activate(app, node);
    }
}

/* What a press of a learned switch does, once it counts. The first one only shows where focus is.
 */
static void act_on(struct app *app, enum switch_name name)
{
    if (!app->show_focus) {
        app->show_focus = true;
    } else if (name == SWITCH_MOVE) {
        move_on(app);
    } else {
        take_focused(app);
    }
    if (scans(app)) {
        scan_begin(app);
    }
}

static void press(struct app *app, enum switch_name name)
{
    struct switches *switches = switches_state(app);
    uint64_t guard = app_repeat_guard_ms(app), last = switches->pressed_ms[name];
    if (app_is_guarded(app) || (guard > 0 && last != 0 && app->now_ms < last + guard)) {
        return;
    }
    switches->pressed_ms[name] = app->now_ms;
    if (switches->one && switches->hold > 0) {
        switches->accept_ms = app->now_ms + HOLDS_MS[switches->hold];
    } else {
        act_on(app, name);
    }
}

static enum switch_name name_of(const struct app *app, uint16_t code)
{
    const struct switches *switches = switches_of(app);
    if (code != CODE_NONE && code == switches->code[SWITCH_SELECT]) {
        return SWITCH_SELECT;
    }
    bool moves = !switches->one && code != CODE_NONE && code == switches->code[SWITCH_MOVE];
    return moves ? SWITCH_MOVE : SWITCH_COUNT;
}

static bool is_digit(enum key key)
{
    return key >= KEY_DIGIT_0 && key <= KEY_DIGIT_9;
}

/* Keys that keep their meaning while switches are learned: the way out, and speech. */
static bool can_be_switch(enum key key)
{
    return key != KEY_ESCAPE && (key < KEY_F1 || key > KEY_F5);
}

/* On a resting screen, a key that says nothing there, or Space, pressed twice with no other key
 * before: somebody's switch. The same where the first run begins, but there Space says something.
 */
static bool take_unknown(struct app *app, const struct input *input)
{
    enum key key = input->key;
    bool rests = screen_ops(app, app->screen)->patience == PATIENCE_REST;
    bool unknown =
        key == KEY_OTHER || key == KEY_BUTTON || (rests && (key == KEY_SPACE || is_digit(key)));
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

/* True: it was a switch, and nothing else is to be done. */
static bool take_down(struct app *app, const struct input *input)
{
    if (!switches_ready(app)) {
        if (app->screen != SCREEN_SWITCHES || !can_be_switch(input->key)) {
            return take_unknown(app, input);
        }
        if (!app_is_guarded(app) && input->code != CODE_NONE) {
            switches_learn(app, input->code);
        }
        return true;
    }
    enum switch_name name = name_of(app, input->code);
    bool types = screen_ops(app, app->screen)->patience == PATIENCE_PIN && is_digit(input->key);
    if (name == SWITCH_COUNT || types) {
        return false;
    }
    press(app, name);
    return true;
}

/* A press shorter than the acceptance time counts as none. */
static void release(struct app *app, uint16_t code)
{
    struct switches *switches = switches_state(app);
    if (switches->accept_ms != 0 && code == switches->code[SWITCH_SELECT]) {
        switches->accept_ms = 0;
        switches->scan_ms = scan_rests(app) ? 0 : app->now_ms + switches_step_ms(app);
    }
}

static bool take(struct app *app, const struct input *input)
{
    if (input->kind == INPUT_KEY_UP) {
        release(app, input->code);
    }
    return input->kind == INPUT_KEY_DOWN && take_down(app, input);
}

static bool can_offer(const struct app *app)
{
    const struct switches *switches = switches_of(app);
    return app->screen == SCREEN_SWITCHES && switches->alone_ms != 0 && !switches->offered;
}

/* The frame waits for a press that may yet count. */
static uint64_t due(const struct app *app)
{
    const struct switches *switches = switches_of(app);
    if (switches->accept_ms != 0) {
        return switches->accept_ms;
    }
    if (can_offer(app)) {
        return switches_offer_ms(app);
    }
    bool is_here = switches->scan_screen_ms == app->screen_ms;
    bool moves = scans(app) && is_here && !scan_rests(app) && target_count(app) > 1;
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
        switches_make_offer(app);
    } else {
        scan_step(app);
    }
}

/* On a new screen the frame starts anew. */
static void settle(struct app *app)
{
    struct switches *switches = switches_state(app);
    if (scans(app) && switches->scan_screen_ms != app->screen_ms) {
        switches->scan_screen_ms = app->screen_ms;
        switches->accept_ms = 0;
        scan_begin(app);
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
    .personal = switches_ready};
