/* SPDX-License-Identifier: MIT */
/* Moving between screens, and what begins and ends with a visit. */
#include "core/contact.h"
#include "core/presence.h"
#include "screens/app/screen.h"

#include <assert.h>
#include <string.h>

/* A new picture takes no press at first, and focus begins anew on it. */
static void begin_view(struct app *app)
{
    app->stale = true;
    app->crossing++;
    app->screen_ms = app->now_ms;
    app->focus_moved = app->keys_hint = app->was_refused = false;
    memset(app->focus_id, 0, sizeof(app->focus_id));
    memset(app->pressed_id, 0, sizeof(app->pressed_id));
    app->contact.taken = false; /* a finger that is still down holds nothing on the new picture */
    MODULES_DO(app, moved, app);
}

void app_turn(struct app *app, uint32_t page)
{
    app->page = page;
    begin_view(app);
}

void app_view(struct app *app)
{
    app_turn(app, 0);
}

static void leave(struct app *app)
{
    const struct screen_ops *ops = screen_ops(app, app->screen);
    if (ops->leave != NULL) {
        ops->leave(app);
    }
}

void app_go(struct app *app, enum screen_id screen)
{
    const struct screen_ops *ops = screen_ops(app, screen);
    leave(app);
    app->screen = screen;
    app->arrival = ++app->arrivals;
    app->page_count = 1;
    app_turn(app, 0);
    if (ops->part.life == LIFE_ARRIVAL) {
        part_wipe(app, screen);
    }
    if (ops->enter != NULL) {
        ops->enter(app);
    }
}

/* Returns the place of the screen on the stack of ways back; back_count when it is not there. A
 * screen stands there once, so who calls a screen that stands there returns to it. */
static uint32_t find_back(const struct app *app, enum screen_id screen)
{
    uint32_t i = 0;
    while (i < app->back_count && app->back[i].screen != (uint16_t)screen) {
        i++;
    }
    return i;
}

/* A facilitator's screen that was locked meanwhile asks for the PIN instead. */
static void return_to(struct app *app, uint32_t index)
{
    const struct way_back way = app->back[index];
    if (screen_is_facilitators(app, (enum screen_id)way.screen) && app->status.pin_set &&
        !app->status.unlocked) {
        app_show_lock(app);
        return;
    }
    leave(app);
    app->back_count = index;
    app->screen = way.screen;
    app->arrival = way.arrival;
    app->arrivals = app->arrivals > way.arrival ? app->arrivals : way.arrival;
    app->page_count = way.page + 1U; /* until it is built */
    app_turn(app, way.page);
}

/* Goes to the screen at once, or lets the screen first fetch what it shows (screen_ops.open). */
static void open_screen(struct app *app, enum screen_id screen)
{
    const struct screen_ops *ops = screen_ops(app, screen);
    if (ops->open != NULL) {
        ops->open(app);
    } else {
        app_go(app, screen);
    }
}

void app_call(struct app *app, enum screen_id screen)
{
    uint32_t at = find_back(app, screen);
    if (at < app->back_count) {
        return_to(app, at);
        return;
    }
    app->back_count = find_back(app, app->screen);
    /* Nobody returns to a resting screen, because by then another screen may be the resting one. */
    if (!screen_rests(app, app->screen)) {
        assert(app->back_count < BACK_MAX);
        app->back[app->back_count++] = (struct way_back){
            .screen = (uint16_t)app->screen, .page = (uint16_t)app->page, .arrival = app->arrival};
    }
    open_screen(app, screen);
}

void app_return(struct app *app)
{
    if (app->back_count > 0) {
        return_to(app, app->back_count - 1);
    } else {
        app_go(app, app_rest_screen(app));
    }
}

enum screen_id app_caller(const struct app *app)
{
    return app->back_count > 0 ? (enum screen_id)app->back[app->back_count - 1].screen
                               : SCREEN_COUNT;
}

/* Returns how many ways back there are up to the first facilitator's screen on the stack; 0 when
 * the stack has none. */
static uint32_t facilitator_back(const struct app *app)
{
    uint32_t n = app->back_count;
    while (n > 0 && !screen_is_facilitators(app, (enum screen_id)app->back[n - 1].screen)) {
        n--;
    }
    return n;
}

bool app_facilitator_waits(const struct app *app)
{
    return facilitator_back(app) > 0;
}

bool app_awaits_setup(const struct app *app)
{
    return app->heard && !app->status.pin_set && !app->status.simulated && !app->config.demo;
}

enum screen_id app_rest_screen(const struct app *app)
{
    const struct keeper_status *status = &app->status;
    if (!app->heard) {
        return SCREEN_CLOSED;
    }
    if (app_awaits_setup(app)) {
        return app_first_run_page(app, 0);
    }
    return status->meeting == MEETING_OPEN && !status->paused ? SCREEN_WELCOME : SCREEN_CLOSED;
}

/* Lower panels begin with small letters, which leave room for what a screen is there for. */
enum { LOW_PANEL_UM = 100000 };

static enum text_size first_size(const struct app_config *config)
{
    if (config->size != SIZE_COUNT) {
        return config->size;
    }
    int64_t height_um = (int64_t)config->height * 1000000 / config->px_per_m;
    return height_um < LOW_PANEL_UM ? SIZE_S : SIZE_M;
}

struct comfort app_fresh_comfort(const struct app *app)
{
    return (struct comfort){.language = (uint8_t)app->config.language_first,
                            .size = (uint8_t)first_size(&app->config),
                            .theme = (uint8_t)app->config.theme,
                            .speed = VOICE_SPEED_USUAL,
                            .volume = VOICE_VOLUME_USUAL};
}

void app_reset_comfort(struct app *app)
{
    app->comfort = app_fresh_comfort(app);
    MODULES_DO(app, reset, app);
}

void app_reset_look(struct app *app)
{
    const struct comfort fresh = app_fresh_comfort(app);
    app->comfort.language = fresh.language;
    app->comfort.theme = fresh.theme;
}

void app_pin_wipe(struct app *app)
{
    explicit_bzero(app->config.secret->pin, sizeof(app->config.secret->pin));
    explicit_bzero(app->config.secret->pin_first, sizeof(app->config.secret->pin_first));
}

void app_wipe_answers(struct app *app)
{
    session_wipe(&app->config.secret->session);
    effect_forget(app);
    presence_forget(&app->presence);
    contact_forget(&app->contact);
    MODULES_DO(app, forget, app);
}

/* Sets numbers back that would count visits. A request and its answer share such a number, so the
 * numbers stay while a request is open. */
static void begin_numbers(struct app *app)
{
    app->crossing = 0;
    if (requests_are_answered(app)) {
        app->sequence = 0;
        app->arrivals = 0;
    }
}

void app_rest(struct app *app)
{
    bool practising = app->visit == VISIT_PRACTICE && app_facilitator_waits(app);
    if (app->visit != VISIT_NONE) {
        app_wipe_answers(app);
        begin_numbers(app);
    }
    app->visit = VISIT_NONE;
    app->show_focus = app->auto_locked = false;
    parts_wipe(app, LIFE_VISIT);
    app_reset_comfort(app);
    MODULES_DO(app, forget, app);
    if (app->status.meeting == MEETING_ENDING) {
        app_tell(app, MESSAGE_TURN_FREE);
    }
    if (practising) {
        return_to(app, facilitator_back(app) - 1);
        return;
    }
    app->back_count = 0;
    parts_wipe(app, LIFE_ARRIVAL);
    app_go(app, app_rest_screen(app));
}

void app_begin_visit(struct app *app, enum visit visit)
{
    session_wipe(&app->config.secret->session);
    parts_wipe(app, LIFE_VISIT);
    app->visit = visit;
    if (visit == VISIT_PRACTICE) {
        app_call(app, SCREEN_PROMISE);
    } else {
        app->back_count = 0;
        app_go(app, SCREEN_PROMISE);
    }
}

void app_lock(struct app *app)
{
    app_pin_wipe(app);
    app_tell(app, MESSAGE_LOCK);
    app->status.unlocked = 0;
    if (app->visit == VISIT_NONE || app->visit == VISIT_PRACTICE) {
        app->back_count = 0;
    }
}

void app_show_lock(struct app *app)
{
    parts_wipe(app, LIFE_ARRIVAL);
    app->auto_locked = true;
    app_go(app, SCREEN_PIN);
    app->back_count = 0;
}

const char *app_screen_name(const struct app *app)
{
    return app->config.screens->screen[app->screen].name;
}

void app_act_common(struct app *app, enum action action, int32_t arg)
{
    bool done = false;
    switch ((int)action) {
    case ACTION_MORE:
        app_turn(app, app->page + 1 < app->page_count ? app->page + 1 : 0);
        break;
    case ACTION_LANGUAGE:
        assert(arg >= 0 && (uint32_t)arg < app->config.language_count);
        app->comfort.language = (uint8_t)arg;
        break;
    case ACTION_LOOK:
        app->comfort.theme = (uint8_t)arg;
        break;
    case ACTION_PRIVATE:
        app->comfort.private_view = arg < 0 ? !app->comfort.private_view : arg != 0;
        break;
    case ACTION_PAUSE:
        app_call(app, SCREEN_PAUSE);
        break;
    case ACTION_COMFORT:
        app_call(app, SCREEN_COMFORT);
        break;
    case ACTION_FACILITATOR:
        if (app->visit == VISIT_PRACTICE) { /* the person who practises is the facilitator */
            app_rest(app);
        } else {
            app_call(app, SCREEN_PIN);
        }
        break;
    case ACTION_LOCK:
        app_lock(app);
        app_rest(app);
        break;
    case ACTION_GO:
        app->back_count = 0;
        open_screen(app, (enum screen_id)arg);
        break;
    case ACTION_CALL:
        app_call(app, (enum screen_id)arg);
        break;
    case ACTION_SWAP:
        open_screen(app, (enum screen_id)arg);
        break;
    case ACTION_RETURN:
        app_return(app);
        break;
    default:
        MODULES_ASK(done, app, act, app, action, arg);
        break;
    }
}
