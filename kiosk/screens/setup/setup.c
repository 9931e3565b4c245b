/* SPDX-License-Identifier: MIT */
/* The order of the first run's pages, what all pages draft together, and how it comes to be kept.
 */
#include "screens/setup/setup.h"

#include <string.h>

/* The first run: a page more is a row more. Whatever is not here waits in the list of chores. */
static const enum screen_id PAGES[] = {
    SCREEN_SETUP_LOOK,
    SCREEN_SETUP_FIT,
    SCREEN_SETUP_PIN,
};
enum { SETUP_PAGES = sizeof(PAGES) / sizeof(PAGES[0]) };

uint32_t setup_page_index(enum screen_id screen)
{
    uint32_t i = 0;
    while (i < SETUP_PAGES && PAGES[i] != screen) {
        i++;
    }
    return i;
}

uint32_t setup_page_count(void)
{
    return SETUP_PAGES;
}

struct draft *draft_state(struct app *app)
{
    return part_state(app, OWNER_MODULE + MODULE_DRAFT);
}

const struct draft *draft_of(const struct app *app)
{
    return part_state_of(app, OWNER_MODULE + MODULE_DRAFT);
}

bool setup_is_first_run(const struct app *app)
{
    return !app_facilitator_waits(app) && setup_page_index(app->screen) < SETUP_PAGES;
}

void setup_go_on(struct app *app)
{
    enum chore chore = setup_chore_of(app->screen);
    if (setup_is_first_run(app)) {
        uint32_t next = setup_page_index(app->screen) + 1;
        enum screen_id page = next < SETUP_PAGES ? PAGES[next] : SCREEN_MEETING;
        app_act_common(app, ACTION_GO, (int32_t)page);
    } else if (setup_is_open(app, chore)) {
        struct message *message = app_ask(app, app->screen, MESSAGE_SETTLE);
        if (message != NULL) {
            message->as.chore = (uint8_t)chore;
        }
    } else {
        app_return(app);
    }
}

static void go_back(struct app *app)
{
    if (!setup_is_first_run(app)) {
        app_reset_look(app); /* a look that was tried and not kept */
        app_return(app);
    } else if (setup_page_index(app->screen) > 0) {
        app_go(app, PAGES[setup_page_index(app->screen) - 1]);
    }
}

static void ask_for_choice(struct app *app)
{
    struct message *message = app_ask(app, app->screen, MESSAGE_SET_SETTINGS);
    if (message != NULL) {
        message->as.choice = draft_of(app)->choice;
    }
}

static struct settings_choice kept_choice(const struct app *app)
{
    return (struct settings_choice){.scale = app->status.scale,
                                    .look_back = app->settings.choice.look_back,
                                    .question_off = app->settings.choice.question_off};
}

void setup_choose(struct app *app)
{
    struct draft *draft = draft_state(app);
    const struct settings_choice kept = kept_choice(app);
    if (memcmp(&draft->choice, &kept, sizeof(kept)) == 0) {
        setup_go_on(app);
    } else if (app->status.file == FILE_NONE) {
        ask_for_choice(app); /* no series has begun that could end */
    } else {
        draft->asks_series = true;
        app_view(app);
    }
}

void setup_keep_machine(struct app *app, const struct machine *machine)
{
    struct message *message = app_ask(app, app->screen, MESSAGE_SET_MACHINE);
    if (message != NULL) {
        message->as.machine = *machine;
    }
}

bool setup_act(struct app *app, enum action action)
{
    switch ((int)action) {
    case ACTION_BACK:
        go_back(app);
        return true;
    case ACTION_NEXT:
    case SETUP_SKIP:
        setup_go_on(app);
        return true;
    case SETUP_KEEP:
        app_go(app, app->screen);
        return true;
    case SETUP_CHANGE:
        ask_for_choice(app);
        return true;
    default:
        return false;
    }
}

void setup_fail(struct app *app, enum status why)
{
    draft_state(app)->problem = why;
    draft_state(app)->asks_series = false;
    app_view(app);
}

bool setup_answer(struct app *app, enum message_type asked, const struct message *answer)
{
    enum status result = (enum status)(answer->type == MESSAGE_REFUSED ? answer->as.refused.why
                                                                       : app->status.result);
    if (result == STATUS_OK && asked == MESSAGE_SETTLE) {
        app_return(app);
    } else if (result == STATUS_OK) {
        setup_go_on(app);
    } else {
        setup_fail(app, result);
    }
    return true;
}

/* Another page begins with what is kept. */
static void follow_place(struct app *app)
{
    struct draft *draft = draft_state(app);
    if (draft->arrival != app->arrival) {
        draft->arrival = app->arrival;
        draft->problem = STATUS_OK;
        draft->choice = kept_choice(app);
        draft->asks_series = false;
    }
}

/* A module's arrival is that of the machine at rest, or at its lock. */
const struct module_ops MODULE_OPS_DRAFT = {
    .part = {.state_bytes = sizeof(struct draft), .life = LIFE_ARRIVAL}, .moved = follow_place};
