/* SPDX-License-Identifier: MIT */
/* Pointer and keyboard. A target is activated when the pointer is released inside it. One contact
 * counts. A key that is held acts once. A new screen takes no press for 400 ms. */
#include "core/contact.h"
#include "core/presence.h"
#include "screens/app/screen.h"

#include <string.h>

static void press_on(struct app *app, const struct node *node)
{
    const struct screen_ops *ops = screen_ops(app, app->screen);
    app->show_focus = false;
    if (app_is_guarded(app)) {
        return;
    }
    app->stale = app->stale || app->was_refused || app->keys_hint;
    app->keys_hint = app->was_refused = false;
    if (node == NULL) {
        if (ops->missed != NULL) {
            ops->missed(app);
        }
        return;
    }
    memset(app->pressed_id, 0, sizeof(app->pressed_id));
    memcpy(app->pressed_id, node->id, sizeof(app->pressed_id));
    app_focus_on(app, node->id);
    app->focus_moved = false;
}

/* A press on a notice is for the notice, and not for what lies under it. */
static const struct node *pressed_at(const struct frame *frame, int32_t x, int32_t y)
{
    const struct node *node = frame_hit(frame, x, y);
    return node != NULL && node->role == ROLE_STATUS ? NULL : node;
}

static void pointer(struct app *app, const struct input *input)
{
    const struct node *node = pressed_at(&app->frame, input->x, input->y);
    bool same = node != NULL && strcmp(node->id, app->pressed_id) == 0;
    switch ((int)input->kind) {
    case INPUT_POINTER_DOWN:
        press_on(app, node);
        break;
    case INPUT_POINTER_MOVE:
        if (!same && app->pressed_id[0] != '\0') {
            memset(app->pressed_id, 0, sizeof(app->pressed_id));
            app->stale = true;
        }
        break;
    default:
        memset(app->pressed_id, 0, sizeof(app->pressed_id));
        if (same && input->kind == INPUT_POINTER_UP) {
            app_activate(app, node);
        }
        break;
    }
}

/* A key did nothing. After three such keys within five seconds, a line tells which keys do
 * something. The line goes with the next press, key that does something, or page. */
static void idle_key(struct app *app)
{
    app->keys_hint = keys_idle(&app->keys, app->now_ms) || app->keys_hint;
}

static void activate_id(struct app *app, const char *id)
{
    if (!app_activate_id(app, id)) {
        idle_key(app);
    }
}

/* Turns a page on or back, where there is one. */
static void turn_page(struct app *app, int32_t by)
{
    bool can = by > 0 ? app->page + 1 < app->page_count : app->page > 0;
    if (!app_is_guarded(app) && can && frame_find(&app->frame, "common.more") != NULL) {
        app_turn(app, by > 0 ? app->page + 1 : app->page - 1);
    }
}

/* Returns whether focus was moved to a choice that is not taken yet. Going on would pass over that
 * choice. */
static bool decision_is_pending(const struct app *app)
{
    const struct node *node = frame_find(&app->frame, app->focus_id);
    return app->focus_moved && node != NULL && node->role == ROLE_CHOICE &&
           (node->flags & NODE_CHOSEN) == 0;
}

static void back_key(struct app *app)
{
    const char *back_id = screen_ops(app, app->screen)->back_id;
    activate_id(app, back_id != NULL ? back_id : "common.back");
}

static void next_key(struct app *app, const char *next_id)
{
    if (next_id != NULL && frame_find(&app->frame, next_id) == NULL) {
        next_id = "common.more"; /* stands in its place while there are more pages */
    }
    if (next_id != NULL && decision_is_pending(app) && frame_find(&app->frame, next_id) != NULL) {
        app_focus_on(app, next_id);
    } else {
        activate_id(app, next_id);
    }
}

static void pause_key(struct app *app)
{
    if (app->visit != VISIT_NONE && screen_ops(app, app->screen)->patience == PATIENCE_VISIT) {
        app_act_common(app, ACTION_PAUSE, 0);
    } else {
        idle_key(app);
    }
}

/* What every key does that neither the screen nor a module took. On most screens digits do nothing,
 * since a watcher could count key presses. */
static void common_key(struct app *app, enum key key, bool shown)
{
    const struct screen_ops *ops = screen_ops(app, app->screen);
    switch ((int)key) {
    case KEY_DOWN:
    case KEY_TAB:
    case KEY_UP:
    case KEY_BACK_TAB:
        /* The first key only shows where focus is. */
        if (shown) {
            app_move_focus(app, key == KEY_DOWN || key == KEY_TAB);
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
        if ((key == KEY_RIGHT) != app->frame.rtl) {
            next_key(app, ops->next_id);
        } else {
            back_key(app);
        }
        break;
    case KEY_BACKSPACE:
    case KEY_DELETE:
        back_key(app);
        break;
    case KEY_ESCAPE:
    case KEY_P:
        pause_key(app);
        break;
    case KEY_F4:
        app_act_common(app, ACTION_PRIVATE, -1);
        break;
    default:
        idle_key(app);
        break;
    }
}

static void key_down(struct app *app, const struct input *input)
{
    enum key key = input->key;
    const struct screen_ops *ops = screen_ops(app, app->screen);
    bool shown = app->show_focus;
    if (key == KEY_BUTTON) {
        return; /* such a button says only that somebody is there */
    }
    if (input->text != 0 && ops->types != NULL && !app_is_guarded(app) &&
        ops->types(app, input->text)) {
        return;
    }
    app->show_focus = true;
    bool taken = app_is_guarded(app) || (ops->key != NULL && ops->key(app, key));
    MODULES_ASK(taken, app, key, app, key, shown);
    if (!taken) {
        common_key(app, key, shown);
    }
}

static void resize(struct app *app, const struct input *input)
{
    app->display_px_per_m = input->px_per_m;
    app->display_source = input->fit_source;
    app_fit(app, input->x, input->y);
    app->page = 0;
    memset(app->pressed_id, 0, sizeof(app->pressed_id));
}

/* The machine slept, or its clock jumped: whoever was here may be gone. */
static void suspended(struct app *app)
{
    enum patience patience = screen_ops(app, app->screen)->patience;
    app->back_count = 0;
    if (screen_is_facilitators(app, app->screen) || app->status.unlocked) {
        app_lock(app);
        app_rest(app);
    } else if (app->visit != VISIT_NONE || patience == PATIENCE_PIN) {
        app_rest(app);
    }
}

/* Returns true if the screen or a module used the input; then nobody else gets it. */
static bool is_taken(struct app *app, const struct input *input, bool is_person)
{
    const struct screen_ops *ops = screen_ops(app, app->screen);
    bool taken = is_person && ops->woken != NULL && ops->woken(app, input);
    MODULES_ASK(taken, app, take, app, input);
    return taken;
}

static void take(struct app *app, const struct input *input)
{
    bool is_person = presence_take(&app->presence, input, app->config.px_per_m, app->now_ms);
    if (is_person && input->kind == INPUT_POINTER_MOVE) {
        contact_moves(&app->contact, app->now_ms);
    }
    if (keys_hold(&app->keys, input)) {
        return;
    }
    bool taken = is_taken(app, input, is_person);
    if (input->kind == INPUT_POINTER_DOWN) {
        app->contact.taken = taken;
    }
    if (taken) {
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
        key_down(app, input);
        break;
    case INPUT_WHEEL:
        turn_page(app, input->y);
        break;
    case INPUT_SURFACE:
        resize(app, input);
        break;
    case INPUT_MESSAGE:
        app_take_message(app, input->message);
        break;
    case INPUT_SUSPEND:
        suspended(app);
        break;
    case INPUT_KEY_UP:
    case INPUT_HOVER:
    case INPUT_PRESENCE:
    case INPUT_VOICE:
        break;
    }
}

void app_take_input(struct app *app, const struct input *input)
{
    if (contact_takes_over(&app->contact, input, app->pressed_id[0] != '\0', app->now_ms)) {
        const struct input cancel = {.kind = INPUT_POINTER_CANCEL};
        app_take_input(app, &cancel);
    }
    if (contact_counts(&app->contact, input, app->now_ms)) {
        take(app, input);
    } else if (input->kind == INPUT_POINTER_DOWN) {
        const struct input hand = {.kind = INPUT_PRESENCE, .touch = true};
        take(app, &hand);
    }
}
