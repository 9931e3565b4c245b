/* SPDX-License-Identifier: MIT */
#include "screens/app/contact.h"

static bool rests(const struct app *app)
{
    bool holds = app->contact_taken || app->pressed_id[0] != '\0';
    return !holds || app->now_ms >= app->contact_ms + CONTACT_RESTS_MS;
}

bool contact_takes_over(const struct app *app, const struct input *input)
{
    return input->kind == INPUT_POINTER_DOWN && app->pointer_down &&
           (rests(app) || input->contact == app->contact);
}

bool contact_counts(struct app *app, const struct input *input)
{
    bool is_it = app->pointer_down && input->contact == app->contact;
    switch ((int)input->kind) {
    case INPUT_POINTER_DOWN:
        if (app->pointer_down) {
            return false;
        }
        app->pointer_down = true;
        app->contact = input->contact;
        app->contact_ms = app->now_ms;
        return true;
    case INPUT_POINTER_MOVE:
        return is_it;
    case INPUT_POINTER_UP:
        app->pointer_down = app->pointer_down && !is_it;
        return is_it;
    case INPUT_POINTER_CANCEL:
        contact_forget(app);
        return true;
    default:
        return true;
    }
}

void contact_moves(struct app *app)
{
    app->contact_ms = app->now_ms;
}

void contact_forget(struct app *app)
{
    app->pointer_down = app->contact_taken = false;
    app->contact = 0;
    app->contact_ms = 0;
}
