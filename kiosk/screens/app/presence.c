/* SPDX-License-Identifier: MIT */
#include "screens/app/presence.h"

#include <string.h>

static bool is_press(const struct input *input)
{
    return input->kind == INPUT_POINTER_DOWN || input->kind == INPUT_KEY_DOWN ||
           (input->kind == INPUT_PRESENCE && (input->touch || input->code != CODE_NONE));
}

static void begin_motion(struct app *app, const int32_t from[2])
{
    memcpy(app->motion_from, from, sizeof(app->motion_from));
    app->motion_ms = app->now_ms;
}

/* Straight from where it was a second ago at most: a path would add up what trembles. */
static bool is_far(const struct app *app)
{
    int64_t x = app->motion_at[0] - app->motion_from[0];
    int64_t y = app->motion_at[1] - app->motion_from[1];
    int64_t far = (int64_t)app->config.px_per_m * MOTION_MM / 1000;
    return x * x + y * y >= far * far;
}

static bool moves_far(struct app *app, const struct input *input)
{
    const int32_t at[2] = {input->x, input->y};
    if (!app->knows_place) {
        begin_motion(app, at);
    } else if (app->now_ms >= app->motion_ms + MOTION_MS) {
        begin_motion(app, app->motion_at); /* until now it lay there */
    }
    app->knows_place = true;
    memcpy(app->motion_at, at, sizeof(app->motion_at));
    if (!is_far(app)) {
        return false;
    }
    begin_motion(app, at);
    return true;
}

static bool is_person(struct app *app, const struct input *input)
{
    switch (input->kind) {
    case INPUT_HOVER:
    case INPUT_POINTER_MOVE:
        return moves_far(app, input);
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_UP:
        presence_forget(app);
        (void)moves_far(app, input);
        return true;
    case INPUT_KEY_DOWN:
    case INPUT_KEY_UP:
    case INPUT_WHEEL:
    case INPUT_PRESENCE:
        return true;
    case INPUT_POINTER_CANCEL:
    case INPUT_SURFACE:
    case INPUT_MESSAGE:
    case INPUT_VOICE:
    case INPUT_SUSPEND:
        break;
    }
    return false;
}

bool presence_take(struct app *app, const struct input *input)
{
    if (!is_person(app, input)) {
        return false;
    }
    app->input_ms = app->now_ms;
    if (app->now_ms >= app->stirred_ms + RINGS_MS) {
        app->stirred_ms = app->now_ms;
    }
    if (is_press(input)) {
        app->pressed_ms = app->now_ms;
    }
    return true;
}

uint64_t presence_end(const struct app *app, uint64_t patience_ms, uint64_t unpressed_ms)
{
    uint64_t patient = app->input_ms + patience_ms, pressed = app->pressed_ms + unpressed_ms;
    return patient < pressed ? patient : pressed;
}

bool presence_is_doubtful(const struct app *app, uint64_t unpressed_ms)
{
    return app->now_ms >= app->pressed_ms + unpressed_ms;
}

void presence_forget(struct app *app)
{
    memset(app->motion_from, 0, sizeof(app->motion_from));
    memset(app->motion_at, 0, sizeof(app->motion_at));
    app->motion_ms = 0;
    app->knows_place = false;
}
