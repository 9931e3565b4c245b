/* SPDX-License-Identifier: MIT */
/* Messages of the keeper that come in. What every part may know goes to the app's snapshot first;
 * then the answer to a request goes to the request's owner. */
#include "screens/app/screen.h"

#include <string.h>

void app_fit(struct app *app, int32_t width, int32_t height)
{
    struct app_config *config = &app->config;
    bool first_size = app->comfort.size == app_fresh_comfort(app).size;
    bool fits = machine_fits(&app->machine, width, height);
    config->width = width;
    config->height = height;
    config->px_per_m = fits ? app->machine.px_per_m : app->display_px_per_m;
    config->fit_source = fits ? FIT_CALIBRATED : app->display_source;
    if (first_size) {
        app->comfort.size = app_fresh_comfort(app).size;
    }
}

static void take_machine(struct app *app, const struct machine *machine)
{
    struct app_config *config = &app->config;
    app->machine = *machine;
    app->machine_known = true;
    int look = theme_find(machine->look);
    if (look >= 0) {
        config->theme = (enum theme_id)look;
    }
    for (uint32_t i = 0; i < config->language_count && !config->language_given; i++) {
        if (strcmp(config->languages[i].language->tag, machine->language) == 0) {
            config->language_first = i;
        }
    }
    app_fit(app, config->width, config->height);
    if (app->visit == VISIT_NONE) {
        app_reset_look(app);
    }
}

/* A facilitator's screen that was locked meanwhile asks for the PIN. */
static void ask_for_pin(struct app *app)
{
    if (screen_is_facilitators(app, app->screen)) {
        app_show_lock(app);
    }
}

static void tell_parts(struct app *app, const struct keeper_status *before)
{
    MODULES_DO(app, part.status, app, before);
    const struct part_ops *part = part_ops(app, app->screen);
    if (part->status != NULL) {
        part->status(app, before);
    }
}

static void take_status(struct app *app, const struct message *message)
{
    const struct keeper_status before = app->status;
    bool first = !app->heard;
    app->status = message->as.status;
    app->heard = true;
    app->wait_until_ms = app->status.wait_ms > 0 ? app->now_ms + app->status.wait_ms : 0;
    requests_answer(app, message);
    tell_parts(app, &before);
    if (before.unlocked && !app->status.unlocked) {
        ask_for_pin(app); /* the keeper locks by itself as well */
    }
    if (first || (screen_rests(app, app->screen) && app->screen != app_rest_screen(app))) {
        app_go(app, app_rest_screen(app));
    }
}

static void take_refused(struct app *app, const struct message *message)
{
    bool denied = message->as.refused.why == STATUS_DENIED;
    requests_answer(app, message);
    if (denied) {
        ask_for_pin(app);
    }
}

void app_take_message(struct app *app, const struct message *message)
{
    switch ((int)message->type) {
    case MESSAGE_STATUS:
        take_status(app, message);
        return;
    case MESSAGE_REFUSED:
        take_refused(app, message);
        return;
    case MESSAGE_SETTINGS:
        app->settings = message->as.settings;
        break;
    case MESSAGE_MACHINE:
        take_machine(app, &message->as.machine);
        break;
    default:
        break;
    }
    requests_answer(app, message);
}
