/* SPDX-License-Identifier: MIT */
/* What happens because time passed. Every wait is a deadline: "due" says when, "fire" does it. The
 * screen's patience, the facilitator's stay, requests that take long, the modules and the screen
 * each have one. */
#include "core/presence.h"
#include "screens/app/screen.h"

enum {
    PIN_IDLE_MS = 30 * 1000, /* an untouched PIN screen goes away */
    STAY_MS = 15 * 1000,     /* how often the keeper hears that a facilitator is there */
};

struct timer {
    uint64_t (*due)(const struct app *app);
    void (*fire)(struct app *app);
};

static uint64_t earlier(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static uint64_t later(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}

uint64_t app_next_frame(const struct app *app, uint64_t since, uint64_t frame_ms)
{
    return since + ((app->now_ms - since) / frame_ms + 1) * frame_ms;
}

uint64_t app_idle_ms(const struct app *app, enum patience patience)
{
    bool slow = patience == PATIENCE_PAUSE || app->comfort.slow;
    return slow ? IDLE_SLOW_MS : IDLE_MS;
}

/* Returns whether the machine still holds something of one person's, such as a text size. */
static bool is_personal(const struct app *app)
{
    struct comfort fresh = app_fresh_comfort(app);
    bool personal = __builtin_memcmp(&fresh, &app->comfort, sizeof(fresh)) != 0;
    MODULES_ASK(personal, app, personal, app);
    return personal;
}

/* Comfort that somebody left on the resting screen goes back to the usual one. */
static uint64_t rest_due(const struct app *app)
{
    return is_personal(app) ? presence_end(&app->presence, IDLE_MS, UNPRESSED_MS) : UINT64_MAX;
}

/* Returns when a visit shows the idle warning. A facilitator may be practising the visit, with the
 * screens unlocked. */
static uint64_t asked_due(const struct app *app)
{
    const enum patience patience = screen_ops(app, app->screen)->patience;
    uint64_t unpressed_ms = app->status.unlocked ? UNPRESSED_OPEN_MS : UNPRESSED_MS;
    return presence_end(&app->presence, app_idle_ms(app, patience), unpressed_ms);
}

/* Without a visit, as on Comfort opened from Welcome, there is nothing to ask about. */
void app_ask_presence(struct app *app)
{
    if (app->visit == VISIT_NONE) {
        app_rest(app);
    } else {
        app_call(app, SCREEN_IDLE);
    }
}

/* Returns whether there is no PIN yet. Nothing is locked then, and an untouched machine goes back
 * to its first page. */
static bool is_first_run(const struct app *app)
{
    return app_awaits_setup(app) && !app->status.unlocked;
}

static uint64_t facilitator_due(const struct app *app)
{
    bool moved = app->screen != app_first_run_page(app, 0) || is_personal(app);
    return !is_first_run(app) || moved ? presence_end(&app->presence, LOCK_MS, UNPRESSED_OPEN_MS)
                                       : UINT64_MAX;
}

static void facilitator_fire(struct app *app)
{
    if (is_first_run(app)) {
        app_rest(app);
    } else {
        app_lock(app);
        app_show_lock(app);
    }
}

static uint64_t pin_due(const struct app *app)
{
    const struct screen_ops *ops = screen_ops(app, app->screen);
    if (ops->rests != NULL && ops->rests(app)) {
        return UINT64_MAX;
    }
    uint64_t from = later(app->presence.input_ms, app->screen_ms) + PIN_IDLE_MS;
    return earlier(from, later(app->presence.pressed_ms, app->screen_ms) + UNPRESSED_OPEN_MS);
}

static void pin_fire(struct app *app)
{
    app_pin_wipe(app);
    if (app->status.unlocked) {
        app_lock(app); /* a new PIN was being chosen */
    }
    if (app->visit != VISIT_NONE) {
        app_return(app);
    } else {
        app_rest(app);
    }
}

static uint64_t never(const struct app *app)
{
    (void)app;
    return UINT64_MAX;
}

static const struct timer PATIENCE[] = {
    [PATIENCE_REST] = {rest_due, app_reset_comfort},
    [PATIENCE_VISIT] = {asked_due, app_ask_presence},
    [PATIENCE_PAUSE] = {asked_due, app_ask_presence},
    [PATIENCE_OWN] = {never, NULL},
    [PATIENCE_PIN] = {pin_due, pin_fire},
    [PATIENCE_FACILITATOR] = {facilitator_due, facilitator_fire},
};

/* Returns when the keeper is to hear that a facilitator is still there, which begins the time-out
 * of the keeper's lock anew. */
static uint64_t stay_due(const struct app *app)
{
    bool open = app_facilitator_waits(app) || screen_is_facilitators(app, app->screen);
    bool may = open && app->status.unlocked && app->presence.input_ms > app->stay_ms;
    return may ? app->stay_ms + STAY_MS : UINT64_MAX;
}

static void stay_fire(struct app *app)
{
    app->stay_ms = app->now_ms;
    app_tell(app, MESSAGE_STAY);
}

/* Timers by number: modules, then the screen's own, its patience, the stay, and what takes long. */
enum { TIMER_SCREEN = MODULE_COUNT, TIMER_PATIENCE, TIMER_STAY, TIMER_LONG, TIMER_COUNT };

static struct timer timer_at(const struct app *app, uint32_t index)
{
    if (index == TIMER_PATIENCE) {
        return PATIENCE[screen_ops(app, app->screen)->patience];
    }
    if (index == TIMER_STAY) {
        return (struct timer){stay_due, stay_fire};
    }
    if (index == TIMER_LONG) {
        return (struct timer){app_long_due, NULL}; /* brings a new picture */
    }
    uint32_t owner = index == TIMER_SCREEN ? (uint32_t)app->screen : OWNER_MODULE + index;
    const struct part_ops *part = part_ops(app, owner);
    return (struct timer){part->due != NULL ? part->due : never, part->fire};
}

void app_timers(struct app *app)
{
    for (uint32_t i = 0; i < TIMER_COUNT; i++) {
        const struct timer timer = timer_at(app, i);
        if (timer.fire != NULL && timer.due(app) <= app->now_ms) {
            timer.fire(app);
            app->stale = true;
        }
    }
}

uint64_t app_next_deadline(const struct app *app)
{
    uint64_t next = UINT64_MAX;
    for (uint32_t i = 0; i < TIMER_COUNT; i++) {
        next = earlier(next, timer_at(app, i).due(app));
    }
    return next > app->now_ms ? next : app->now_ms + 1;
}
