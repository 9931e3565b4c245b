/* SPDX-License-Identifier: MIT */
/* Focus and activation. Presses, keys and switches all end in these functions. */
#include "screens/app/screen.h"
#include "ui/order.h"

#include <string.h>

enum { REPEAT_SHORT_MS = 500, REPEAT_LONG_MS = 1000 };

bool app_is_guarded(const struct app *app)
{
    return app->now_ms < app->screen_ms + GUARD_MS;
}

uint64_t app_repeat_guard_ms(const struct app *app)
{
    static const uint64_t GUARDS[] = {0, REPEAT_SHORT_MS, REPEAT_LONG_MS};
    return GUARDS[app->comfort.repeat_guard];
}

void app_focus_on(struct app *app, const char *id)
{
    memset(app->focus_id, 0, sizeof(app->focus_id));
    memcpy(app->focus_id, id, strnlen(id, NODE_ID_BYTES - 1));
}

void app_activate(struct app *app, const struct node *node)
{
    uint64_t guard = app_repeat_guard_ms(app);
    bool again = guard > 0 && app->activated_ms != 0 && app->now_ms < app->activated_ms + guard;
    if (again || node->action == ACTION_NONE) {
        return;
    }
    app->activated_ms = app->now_ms;
    app->keys_hint = app->was_refused = false;
    MODULES_DO(app, pressed, app, node);
    if (node->action < ACTION_SCREEN) {
        app_act_common(app, (enum action)node->action, node->arg);
    } else {
        const struct screen_ops *ops = screen_ops(app, app->screen);
        if (ops->act != NULL) {
            ops->act(app, (enum action)node->action, node->arg);
        }
    }
}

bool app_activate_id(struct app *app, const char *id)
{
    const struct node *node = order_target(&app->frame, id);
    if (node != NULL) {
        app_activate(app, node);
    }
    return node != NULL;
}

const struct node *app_first_target(const struct app *app)
{
    const struct screen_ops *ops = screen_ops(app, app->screen);
    const struct frame *frame = &app->frame;
    const struct node *node = order_target(frame, ops->focus_id);
    node = node != NULL ? node : order_target(frame, ops->next_id);
    for (uint32_t i = 0; node == NULL && i < frame->node_count; i++) {
        if ((frame->node[i].flags & NODE_FOCUSABLE) != 0) {
            node = &frame->node[i];
        }
    }
    return node;
}

bool app_settle_focus(struct app *app)
{
    if (app->focus_id[0] != '\0' && order_target(&app->frame, app->focus_id) != NULL) {
        return false;
    }
    const struct node *node = app_first_target(app);
    memset(app->focus_id, 0, sizeof(app->focus_id));
    if (node == NULL) {
        return false;
    }
    app_focus_on(app, node->id);
    return app->show_focus;
}

void app_move_focus(struct app *app, bool forward)
{
    const struct node *node = order_step(&app->frame, app->focus_id, forward);
    if (node != NULL) {
        app_focus_on(app, node->id);
        app->focus_moved = true;
        app->keys_hint = false;
    }
}
