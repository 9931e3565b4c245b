/* SPDX-License-Identifier: MIT */
/* Where a page of the first run leads, the draft that all pages share, and how a choice comes to be
 * kept. */
#include "screens/setup/setup.h"

#include <string.h>

/* One row a page. What has no row here waits in the list of chores. */
const struct first_run_page SETUP_FIRST_RUN[SETUP_FIRST_RUN_COUNT] = {
    {SCREEN_SETUP_KEYS, APPLIANCE_KEYS},
    {SCREEN_SETUP_ZONE, APPLIANCE_ZONE},
    {SCREEN_SETUP_CLOCK, APPLIANCE_CLOCK},
    {SCREEN_SETUP_LOOK, 0},
    {SCREEN_SETUP_FIT, 0},
    {SCREEN_SETUP_PIN, 0},
};

uint32_t setup_page_index(const struct app *app, enum screen_id screen)
{
    uint32_t index = 0;
    while (app_first_run_page(app, index) != screen &&
           app_first_run_page(app, index) != SCREEN_COUNT) {
        index++;
    }
    return index;
}

uint32_t setup_page_count(const struct app *app)
{
    return setup_page_index(app, SCREEN_COUNT);
}

bool setup_is_first_run(const struct app *app)
{
    return !app_facilitator_waits(app) &&
           setup_page_index(app, app->screen) < setup_page_count(app);
}

void setup_go_on(struct app *app)
{
    enum chore chore = setup_chore_of(app->screen);
    if (setup_is_first_run(app)) {
        enum screen_id page = app_first_run_page(app, setup_page_index(app, app->screen) + 1);
        app_act_common(app, ACTION_GO, (int32_t)(page != SCREEN_COUNT ? page : SCREEN_MEETING));
    } else if (setup_is_open(app, chore)) {
        ASK_WITH(app, app->screen, MESSAGE_SETTLE, chore, (uint8_t)chore);
    } else {
        app_return(app);
    }
}

static void go_back(struct app *app)
{
    if (!setup_is_first_run(app)) {
        app_reset_look(app); /* a look that was tried and not kept goes */
        app_return(app);
    } else if (setup_page_index(app, app->screen) > 0) {
        app_go(app, app_first_run_page(app, setup_page_index(app, app->screen) - 1));
    }
}

static void ask_for_choice(struct app *app)
{
    ASK_WITH(app, app->screen, MESSAGE_SET_SETTINGS, choice, draft_of(app)->choice);
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
        ask_for_choice(app); /* there is no series that the choice could end */
    } else {
        draft->asks_series = true;
        app_view(app);
    }
}

void setup_keep_machine(struct app *app, const struct machine *machine)
{
    ASK_WITH(app, app->screen, MESSAGE_SET_MACHINE, machine, *machine);
}

void setup_act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    switch ((int)action) {
    case ACTION_BACK:
        go_back(app);
        break;
    case ACTION_NEXT:
    case SETUP_SKIP:
        setup_go_on(app);
        break;
    case SETUP_KEEP:
        app_go(app, app->screen);
        break;
    case SETUP_CHANGE:
        ask_for_choice(app);
        break;
    default:
        break;
    }
}

void setup_fail(struct app *app, enum status why)
{
    draft_state(app)->problem = why;
    draft_state(app)->asks_series = false;
    app_view(app);
}

bool setup_failed(struct app *app, const struct message *answer)
{
    const enum status result = (enum status)(
        answer->type == MESSAGE_REFUSED ? answer->as.refused.why : app->status.result);
    if (result != STATUS_OK) {
        setup_fail(app, result);
    }
    return result != STATUS_OK;
}

bool setup_answer(struct app *app, enum message_type asked, const struct message *answer)
{
    if (setup_failed(app, answer)) {
        return true;
    }
    if (asked == MESSAGE_SETTLE) {
        app_return(app);
    } else {
        setup_go_on(app);
    }
    return true;
}

/* On another page the draft begins with what is kept. */
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

/* LIFE_ARRIVAL: the draft of a module is zeroed when the machine rests or locks. */
const struct module_ops MODULE_OPS_DRAFT = {
    .part = {.state_bytes = sizeof(struct draft), .life = LIFE_ARRIVAL}, .moved = follow_place};
