/* SPDX-License-Identifier: MIT */
/* The step: inputs, timers, frame. */
#include "core/step.h"
#include "core/wipe.h"
#include "screens/app/screen.h"

#include <assert.h>
#include <string.h>

void app_init(struct app *app, const struct app_config *config, uint64_t now_ms)
{
    wipe(app, sizeof(*app));
    app->config = *config;
    app->effect = config->secret->effect;
    app->now_ms = app->screen_ms = app->presence.input_ms = app->presence.pressed_ms = now_ms;
    app->random = config->random_seed != 0 ? config->random_seed : 1;
    app->config.random_seed = 0; /* whoever knew the seed could count what was drawn since */
    app->display_px_per_m = config->px_per_m;
    app->display_source = config->fit_source;
    parts_init(app);
    session_wipe(&config->secret->session);
    app_pin_wipe(app);
    app_reset_comfort(app);
    app->screen = SCREEN_CLOSED;
    app->deadline_ms = UINT64_MAX;
    app_tell(app, MESSAGE_HELLO);
}

/* Wipes frame and measurements when a visit ended. A new frame built over an old one would leave
 * bytes of it, such as which answer was chosen. The measurements go before the next screen is
 * built, or that screen would be measured twice. */
static void forget_frames(struct app *app)
{
    for (uint32_t i = 0; i < app->effect_count; i++) {
        if (app->effect[i].kind == EFFECT_FORGET) {
            wipe(&app->frame, sizeof(app->frame));
            text_kept_wipe(&app->config.text);
            return;
        }
    }
}

static void build(struct app *app)
{
    forget_frames(app);
    app_build(app);
}

/* Returns whether an input needs the frame, to find what is where or what has focus. */
static bool looks_at_frame(enum input_kind kind)
{
    return kind == INPUT_POINTER_DOWN || kind == INPUT_POINTER_UP || kind == INPUT_KEY_DOWN ||
           kind == INPUT_WHEEL || kind == INPUT_KEY_UP;
}

/* Inputs that arrive together do what they would do one by one: each meets the frame that the ones
 * before it led to. */
static void take(struct app *app, const struct input *input)
{
    app_timers(app);
    if (app->stale && looks_at_frame(input->kind)) {
        build(app);
    }
    app_take_input(app, input);
    /* A pointer that moves changes nothing by itself. A screen that follows it sets app->stale. */
    bool moves = input->kind == INPUT_POINTER_MOVE || input->kind == INPUT_HOVER;
    app->stale = app->stale || (!moves && input->kind != INPUT_PRESENCE);
}

/* Seals the messages of this step, because a struct that was copied into one brought its padding
 * along. */
static void seal_messages(struct app *app)
{
    for (uint32_t i = 0; i < app->effect_count; i++) {
        if (app->effect[i].kind == EFFECT_SEND) {
            enum status status = message_seal(&app->effect[i].message);
            assert(status == STATUS_OK);
        }
    }
}

void app_step(struct app *app, const struct input *inputs, uint32_t count, uint64_t now_ms)
{
    assert(now_ms >= app->now_ms && count <= STEP_INPUT_MAX);
    /* The first step sends the greeting that app_init left; every other one begins with none. */
    if (app->greeted) {
        explicit_bzero(app->effect, sizeof(app->effect[0]) * app->effect_count);
        app->effect_count = 0;
    }
    app->greeted = true;
    app->stale = false; /* the frame is the one that somebody saw */
    app->now_ms = now_ms;
    for (uint32_t i = 0; i < count; i++) {
        take(app, &inputs[i]);
    }
    app_timers(app);
    build(app);
    MODULES_DO(app, stepped, app);
    seal_messages(app);
    app->deadline_ms = app_next_deadline(app);
}
