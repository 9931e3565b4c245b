/* SPDX-License-Identifier: MIT */
/* Pointer and keyboard: focus, activation on release inside the same target, one contact one event,
 * held keys fire once, nothing in the first 400 ms of a screen. */
#include "screens/access/speech.h"
#include "screens/access/switches.h"
#include "screens/setup/setup.h"

#include <assert.h>
#include <string.h>

enum {
    IDLE_KEY_WINDOW_MS = 5000,
    REPEAT_SHORT_MS = 500,
    REPEAT_LONG_MS = 1000,
};

static void keep_id(char kept[NODE_ID_BYTES], const char *id)
{
    memset(kept, 0, NODE_ID_BYTES);
    memcpy(kept, id, strnlen(id, NODE_ID_BYTES - 1));
}

bool app_is_guarded(const struct app *app)
{
    return app->now_ms < app->screen_ms + GUARD_MS;
}

uint64_t app_repeat_guard_ms(const struct app *app)
{
    static const uint64_t GUARDS[] = {0, REPEAT_SHORT_MS, REPEAT_LONG_MS};
    return GUARDS[app->comfort.repeat_guard];
}

static bool is_repeat(const struct app *app)
{
    uint64_t guard = app_repeat_guard_ms(app);
    return guard > 0 && app->activated_ms != 0 && app->now_ms < app->activated_ms + guard;
}

void app_activate(struct app *app, const struct node *node)
{
    if (is_repeat(app) || node->action == ACTION_NONE) {
        return;
    }
    app->activated_ms = app->now_ms;
    speech_pressed(app, node);
    screen_ops(app->screen)->act(app, (enum action)node->action, node->arg);
}

static void pointer(struct app *app, const struct input *input)
{
    const struct node *node = frame_hit(&app->frame, input->x, input->y);
    switch ((int)input->kind) {
    case INPUT_POINTER_DOWN:
        app->show_focus = false;
        app->pointer_down = true;
        if (node == NULL && !app_is_guarded(app) && screen_ops(app->screen)->missed != NULL) {
            screen_ops(app->screen)->missed(app);
        }
        if (node != NULL && !app_is_guarded(app)) {
            keep_id(app->pressed_id, node->id);
            keep_id(app->focus_id, node->id);
            app->focus_moved = false;
        }
        break;
    case INPUT_POINTER_MOVE:
        if (node == NULL || strcmp(node->id, app->pressed_id) != 0) {
            memset(app->pressed_id, 0, sizeof(app->pressed_id));
        }
        break;
    case INPUT_POINTER_UP: {
        app->pointer_down = false;
        bool same = node != NULL && strcmp(node->id, app->pressed_id) == 0;
        memset(app->pressed_id, 0, sizeof(app->pressed_id));
        if (same) {
            app_activate(app, node);
        }
        break;
    }
    default:
        app->pointer_down = false;
        memset(app->pressed_id, 0, sizeof(app->pressed_id));
        break;
    }
}

static void move_focus(struct app *app, bool forward)
{
    const struct frame *frame = &app->frame;
    uint32_t at = frame->node_count;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        if (strcmp(frame->node[i].id, app->focus_id) == 0) {
            at = i;
        }
    }
    for (uint32_t step = 0; step < frame->node_count; step++) {
        if (at >= frame->node_count) {
            at = forward ? 0 : frame->node_count - 1;
        } else {
            at = forward ? (at + 1) % frame->node_count
                         : (at + frame->node_count - 1) % frame->node_count;
        }
        if ((frame->node[at].flags & NODE_FOCUSABLE) != 0) {
            keep_id(app->focus_id, frame->node[at].id);
            app->focus_moved = true;
            return;
        }
    }
}

/* Three keys that did nothing within five seconds: a quiet line tells which keys do. */
static void idle_key(struct app *app)
{
    app->idle_keys_ms[0] = app->idle_keys_ms[1];
    app->idle_keys_ms[1] = app->idle_keys_ms[2];
    app->idle_keys_ms[2] = app->now_ms;
    if (app->idle_keys_ms[0] != 0 && app->now_ms - app->idle_keys_ms[0] < IDLE_KEY_WINDOW_MS) {
        app->keys_hint = true;
    }
}

static void activate_id(struct app *app, const char *id)
{
    const struct node *node = id != NULL ? frame_find(&app->frame, id) : NULL;
    if (node != NULL && (node->flags & NODE_FOCUSABLE) != 0) {
        app_activate(app, node);
    } else {
        idle_key(app);
    }
}

/* To the first way to pass; where a question takes two steps, on the second. */
static bool move_to_pass(struct app *app)
{
    const struct node *next = frame_find(&app->frame, "common.next");
    bool here = frame_find(&app->frame, "question.unfit") != NULL;
    if (!here && next != NULL && next->action == ACTION_ANSWER_STEP) {
        app_activate(app, next);
        here = true;
    }
    if (here) {
        keep_id(app->focus_id, "question.unfit");
        app->focus_moved = true;
    }
    return here;
}

/* Digits type a PIN, or into a line; on other screens they do nothing, since a watcher could count
 * key presses. The one exception is 0, which moves to the first way to pass. */
static bool digit_key(struct app *app, enum key key)
{
    if (key < KEY_DIGIT_0 || key > KEY_DIGIT_9) {
        return false;
    }
    if (app->screen == SCREEN_PIN || app->screen == SCREEN_SETUP_PIN) {
        screen_ops(app->screen)->act(app, ACTION_DIGIT, (int32_t)(key - KEY_DIGIT_0));
    } else if (app->typing) {
        screen_ops(app->screen)->act(app, ACTION_TYPE, '0' + (int32_t)(key - KEY_DIGIT_0));
    } else if (key != KEY_DIGIT_0 || !move_to_pass(app)) {
        idle_key(app);
    }
    return true;
}

/* A page on or back, no further than there are pages. */
static void turn_page(struct app *app, int32_t by)
{
    bool can = by > 0 ? app->page + 1 < app->page_count : app->page > 0;
    if (!app_is_guarded(app) && can && frame_find(&app->frame, "common.more") != NULL) {
        app_turn(app, by > 0 ? app->page + 1 : app->page - 1);
    }
}

/* Focus was moved to a choice that is not taken yet: going on would pass over it. */
static bool decision_is_pending(const struct app *app)
{
    const struct node *node = frame_find(&app->frame, app->focus_id);
    return app->focus_moved && node != NULL && node->role == ROLE_CHOICE &&
           (node->flags & NODE_CHOSEN) == 0;
}

static void next_key(struct app *app, const char *next_id)
{
    if (next_id != NULL && decision_is_pending(app) && frame_find(&app->frame, next_id) != NULL) {
        keep_id(app->focus_id, next_id);
    } else {
        activate_id(app, next_id);
    }
}

static bool is_of_visit(enum patience patience)
{
    return patience == PATIENCE_VISIT || patience == PATIENCE_LEARNING;
}

static void key_down(struct app *app, enum key key)
{
    if (key == KEY_BUTTON) {
        return; /* says no more than that somebody is there */
    }
    bool shown = app->show_focus;
    app->show_focus = true;
    if (app_is_guarded(app) || digit_key(app, key)) {
        return;
    }
    const struct screen_ops *ops = screen_ops(app->screen);
    if (!shown && ops->patience == PATIENCE_REST) {
        speech_greet(app);
    }
    bool rtl = app->frame.rtl;
    switch ((int)key) {
    case KEY_DOWN:
    case KEY_TAB:
    case KEY_UP:
    case KEY_BACK_TAB:
        /* The first key only shows where focus is. */
        if (shown) {
            move_focus(app, key == KEY_DOWN || key == KEY_TAB);
        }
        break;
    case KEY_ENTER:
    case KEY_SPACE:
        if (shown) {
            activate_id(app, app->focus_id);
        }
        break;
    case KEY_LEFT:
    case KEY_RIGHT:
        if ((key == KEY_RIGHT) != rtl) {
            next_key(app, ops->next_id);
        } else {
            activate_id(app, ops->back_id);
        }
        break;
    case KEY_BACKSPACE:
        if (app->screen == SCREEN_PIN || app->screen == SCREEN_SETUP_PIN) {
            ops->act(app, ACTION_PIN_DELETE, 0);
        } else if (app->typing) {
            ops->act(app, ACTION_TYPE_ERASE, 0);
        } else {
            activate_id(app, ops->back_id);
        }
        break;
    case KEY_ESCAPE:
    case KEY_P:
        if (app->screen == SCREEN_SWITCHES && !switches_ready(app)) {
            switches_leave(app); /* every other key may become a switch there */
        } else if (app->visit != VISIT_NONE && is_of_visit(ops->patience)) {
            app_act_common(app, ACTION_PAUSE, 0);
        } else {
            idle_key(app);
        }
        break;
    case KEY_F4:
        app_act_common(app, ACTION_PRIVATE, -1);
        break;
    default:
        if (!speech_key(app, key)) {
            idle_key(app);
        }
        break;
    }
}

static void resize(struct app *app, const struct input *input)
{
    app->config.width = input->x;
    app->config.height = input->y;
    app->display_px_per_m = input->px_per_m;
    app->display_source = input->fit_source;
    app_fit(app);
    app->page = 0;
    memset(app->pressed_id, 0, sizeof(app->pressed_id));
}

/* The machine slept, or its clock jumped: whoever was here may be gone. */
static void suspended(struct app *app)
{
    setup_practice_leave(app);
    if (app->visit != VISIT_NONE || screen_ops(app->screen)->patience == PATIENCE_PIN) {
        app_rest(app);
    } else if (screen_ops(app->screen)->patience == PATIENCE_FACILITATOR || app->status.unlocked) {
        app_lock(app);
        app_rest(app);
    }
}

static bool shows_a_person(enum input_kind kind)
{
    return kind != INPUT_SURFACE && kind != INPUT_MESSAGE && kind != INPUT_VOICE &&
           kind != INPUT_SUSPEND;
}

/* Any sign of a person goes on where it was, and does nothing else. */
static void answer_idle(struct app *app, const struct input *input)
{
    if (input->kind == INPUT_KEY_DOWN || input->kind == INPUT_KEY_UP) {
        assert(input->code < CODE_COUNT);
        app->held[input->code] = input->kind == INPUT_KEY_DOWN;
    }
    app_go(app, app->from_idle);
}

void app_take_input(struct app *app, const struct input *input)
{
    if (shows_a_person(input->kind)) {
        app->input_ms = app->now_ms;
        if (app->now_ms >= app->rings_ms + RINGS_MS) {
            app->rings_ms = app->now_ms;
        }
        speech_stop(app, input->kind);
        if (app->screen == SCREEN_IDLE) {
            answer_idle(app, input);
            return;
        }
    }
    if (input->kind == INPUT_POINTER_DOWN && app->speech.blank) {
        app->speech.blank = false; /* who cannot press F5 touches the screen */
        return;
    }
    switch (input->kind) {
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP:
    case INPUT_POINTER_CANCEL:
        pointer(app, input);
        break;
    case INPUT_KEY_DOWN:
        assert(input->key < KEY_COUNT && input->code < CODE_COUNT);
        if (!app->held[input->code]) {
            app->held[input->code] = true;
            if (!switches_take(app, input)) {
                key_down(app, input->key);
            }
        }
        break;
    case INPUT_KEY_UP:
        assert(input->code < CODE_COUNT);
        app->held[input->code] = false;
        switches_release(app, input->code);
        break;
    case INPUT_WHEEL:
        turn_page(app, input->y);
        break;
    case INPUT_PRESENCE:
        break;
    case INPUT_SURFACE:
        resize(app, input);
        break;
    case INPUT_MESSAGE:
        app_take_message(app, input->message);
        break;
    case INPUT_VOICE:
        speech_take(app, input->voice);
        break;
    case INPUT_SUSPEND:
        suspended(app);
        break;
    }
}
