/* SPDX-License-Identifier: MIT */
/* Everything that happens because time passed. Timers are deadlines in state: nothing counts. */
#include "screens/access/switches.h"
#include "screens/facilitator/backup.h"
#include "screens/facilitator/meeting.h"
#include "screens/setup/setup.h"

#include <assert.h>

enum {
    RINGS_FRAME_MS = 67, /* 15 a second */
    FADE_FRAME_MS = 50,
    BREATH_FRAME_MS = 16,
    BREATH_FRAME_LARGE_MS = 33, /* a surface this large: 30 frames a second keep half a core free */
    BREATH_LARGE_PX = 4000000,
    BREATH_FRAME_LESS_MS = 1000,
    IDLE_FRAME_MS = 100,
    CLEAR_FRAME_MS = 67,
    IDLE_FRAME_LESS_MS = 1000,
    WAIT_FRAME_MS = 1000,
};

static uint64_t idle_ms(const struct app *app, enum patience patience)
{
    bool slow = patience == PATIENCE_PAUSE || app->comfort.slow;
    return slow ? IDLE_SLOW_MS : IDLE_MS;
}

static uint64_t clear_ms(const struct app *app)
{
    return app->comfort.slow ? CLEAR_SLOW_MS : CLEAR_MS;
}

uint64_t app_idle_left_ms(const struct app *app)
{
    uint64_t end = app->screen_ms + IDLE_WARNING_MS;
    return app->now_ms < end ? end - app->now_ms : 0;
}

/* A keypad with nothing typed on the first run's own screen is a resting screen. */
static bool pin_rests(const struct app *app)
{
    return app->screen == SCREEN_SETUP_PIN && app->config.secret->pin[0] == '\0' &&
           !app->pin_again && !app->pin_differ;
}

static bool rings_move(const struct app *app)
{
    return app->screen == SCREEN_WELCOME && !app->comfort.motion_less &&
           !theme_get((enum theme_id)app->comfort.theme)->high_contrast &&
           app->now_ms < app->rings_ms + RINGS_MS;
}

/* One spacing in five seconds, gently in and gently out: the rings come to rest where they began,
 * so a settled screen is always the same picture. Whole frames, so that two runs agree. */
uint16_t app_rings_phase(const struct app *app)
{
    if (!rings_move(app)) {
        return 0;
    }
    uint64_t since = (app->now_ms - app->rings_ms) / RINGS_FRAME_MS * RINGS_FRAME_MS;
    uint64_t t = since * 1000 / RINGS_MS;
    return (uint16_t)(t * t * (3000 - 2 * t) / 1000000 % 1000);
}

static void warn_or_erase(struct app *app, enum patience patience)
{
    if (app->visit == VISIT_NONE) {
        /* Comfort opened from Welcome and left: nothing to ask about. */
        if (app->now_ms >= app->input_ms + idle_ms(app, patience)) {
            app_rest(app);
        }
        return;
    }
    if (app->now_ms >= app->input_ms + idle_ms(app, patience)) {
        app->from_idle = app->screen;
        app_go(app, SCREEN_IDLE);
    }
}

static bool comfort_is_changed(const struct app *app)
{
    struct comfort fresh = app_fresh_comfort(app);
    return __builtin_memcmp(&fresh, &app->comfort, sizeof(fresh)) != 0 || switches_ready(app);
}

static void rest_timers(struct app *app)
{
    if (comfort_is_changed(app) && app->now_ms >= app->input_ms + IDLE_MS) {
        app_reset_comfort(app);
    }
}

/* The clock stands still while somebody learns their switches. Without a visit there is nothing to
 * lose, and after an hour nobody to learn. */
static void learning_timers(struct app *app)
{
    if (switches_ready(app)) {
        warn_or_erase(app, PATIENCE_VISIT);
    } else if (app->visit == VISIT_NONE && app->now_ms >= app->input_ms + LEARN_MS) {
        app_rest(app);
    }
}

static uint64_t learning_deadline(const struct app *app)
{
    if (switches_ready(app)) {
        return app->input_ms + idle_ms(app, PATIENCE_VISIT);
    }
    return app->visit == VISIT_NONE ? app->input_ms + LEARN_MS : UINT64_MAX;
}

static void own_timers(struct app *app)
{
    if (app->screen == SCREEN_IDLE && app_idle_left_ms(app) == 0) {
        setup_practice_leave(app); /* nobody came back */
        app_wipe_answers(app);
        app_go(app, SCREEN_CLEAR);
    } else if (app->screen == SCREEN_CLEAR && app->now_ms >= app->screen_ms + clear_ms(app)) {
        app_rest(app);
    }
}

/* Until there is a PIN nothing is locked: an untouched machine goes back to its first page. */
static bool is_first_run(const struct app *app)
{
    return app_rest_screen(app) == SCREEN_SETUP_LOOK && !app->status.unlocked;
}

static void first_run_timers(struct app *app)
{
    bool moved = app->screen != SCREEN_SETUP_LOOK || comfort_is_changed(app);
    if (moved && app->now_ms >= app->input_ms + LOCK_MS) {
        app_rest(app);
    }
}

static uint64_t first_run_deadline(const struct app *app)
{
    bool moved = app->screen != SCREEN_SETUP_LOOK || comfort_is_changed(app);
    return moved ? app->input_ms + LOCK_MS : UINT64_MAX;
}

/* The keeper's lock begins its time-out anew whenever somebody was here since it last heard so. */
static bool may_stay(const struct app *app)
{
    bool open = app->practising || app->from_settings ||
                screen_ops(app->screen)->patience == PATIENCE_FACILITATOR;
    return open && app->status.unlocked && app->input_ms > app->stay_ms;
}

static void stay(struct app *app)
{
    if (may_stay(app) && app->now_ms >= app->stay_ms + STAY_MS) {
        app->stay_ms = app->now_ms;
        app_send(app, MESSAGE_STAY);
    }
}

static uint64_t stay_deadline(const struct app *app)
{
    return may_stay(app) ? app->stay_ms + STAY_MS : UINT64_MAX;
}

static void facilitator_timers(struct app *app)
{
    if (is_first_run(app)) {
        first_run_timers(app);
    } else if (app->now_ms >= app->input_ms + LOCK_MS) {
        app_lock(app);
        app->auto_locked = true;
        app_go(app, SCREEN_PIN);
    }
}

void app_timers(struct app *app)
{
    if (app->finish == FINISH_WAITING && app->now_ms >= app->add_ms + ADD_REPLY_MS) {
        app->finish = FINISH_UNKNOWN;
        app->screen_ms = app->now_ms;
        app_wipe_answers(app);
    }
    switches_timers(app);
    enum patience patience = screen_ops(app->screen)->patience;
    switch (patience) {
    case PATIENCE_REST:
        rest_timers(app);
        break;
    case PATIENCE_VISIT:
    case PATIENCE_PAUSE:
        warn_or_erase(app, patience);
        break;
    case PATIENCE_LEARNING:
        learning_timers(app);
        break;
    case PATIENCE_OWN:
        own_timers(app);
        break;
    case PATIENCE_PIN:
        if (!pin_rests(app) && app->now_ms >= app->input_ms + PIN_IDLE_MS &&
            app->now_ms >= app->screen_ms + PIN_IDLE_MS) {
            app_pin_wipe(app);
            if (app->status.unlocked) {
                app_lock(app); /* a new PIN was being chosen */
            }
            if (app->visit != VISIT_NONE) {
                app_go(app, app->from_idle);
            } else {
                app_rest(app);
            }
        }
        break;
    case PATIENCE_FACILITATOR:
        facilitator_timers(app);
        break;
    }
    stay(app);
}

static uint64_t earlier(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static uint64_t next_frame(uint64_t now, uint64_t since, uint64_t frame)
{
    return since + ((now - since) / frame + 1) * frame;
}

static uint64_t rest_deadline(const struct app *app)
{
    uint64_t now = app->now_ms, next = UINT64_MAX;
    if (rings_move(app)) {
        next = earlier(next, next_frame(now, app->rings_ms, RINGS_FRAME_MS));
    }
    uint64_t dim = app->input_ms + REST_DIM_MS;
    if (now < dim) {
        next = earlier(next, dim);
    } else if (now < dim + REST_DIM_FADE_MS) {
        next = earlier(next, next_frame(now, dim, FADE_FRAME_MS));
    }
    if (comfort_is_changed(app)) { /* left so on the resting screen, it goes back */
        next = earlier(next, app->input_ms + IDLE_MS);
    }
    return next;
}

static uint64_t own_deadline(const struct app *app)
{
    if (app->screen == SCREEN_CLEAR) {
        uint64_t still = app->screen_ms + CLEAR_DECAY_MS;
        bool moves = !app->comfort.motion_less && app->now_ms < still;
        return moves ? earlier(next_frame(app->now_ms, app->screen_ms, CLEAR_FRAME_MS), still)
                     : app->screen_ms + clear_ms(app);
    }
    uint64_t frame = app->comfort.motion_less ? IDLE_FRAME_LESS_MS : IDLE_FRAME_MS;
    return earlier(next_frame(app->now_ms, app->screen_ms, frame),
                   app->screen_ms + IDLE_WARNING_MS);
}

static uint64_t breath_frame_ms(const struct app *app)
{
    if (app->comfort.motion_less) {
        return BREATH_FRAME_LESS_MS;
    }
    int64_t px = (int64_t)app->config.width * app->config.height;
    return px > BREATH_LARGE_PX ? BREATH_FRAME_LARGE_MS : BREATH_FRAME_MS;
}

uint64_t app_next_deadline(const struct app *app)
{
    uint64_t now = app->now_ms, next = UINT64_MAX;
    enum patience patience = screen_ops(app->screen)->patience;
    switch (patience) {
    case PATIENCE_REST:
        next = rest_deadline(app);
        break;
    case PATIENCE_VISIT:
    case PATIENCE_PAUSE:
        next = app->input_ms + idle_ms(app, patience);
        if (app->screen == SCREEN_BREATHE) {
            next = earlier(next, next_frame(now, app->screen_ms, breath_frame_ms(app)));
        }
        break;
    case PATIENCE_LEARNING:
        next = learning_deadline(app);
        break;
    case PATIENCE_OWN:
        next = own_deadline(app);
        break;
    case PATIENCE_PIN: {
        uint64_t since = app->input_ms > app->screen_ms ? app->input_ms : app->screen_ms;
        next = pin_rests(app) ? UINT64_MAX : since + PIN_IDLE_MS;
        if (app->wait_until_ms > now) {
            next = earlier(next, next_frame(now, app->screen_ms, WAIT_FRAME_MS));
        }
        break;
    }
    case PATIENCE_FACILITATOR:
        next = is_first_run(app) ? first_run_deadline(app) : app->input_ms + LOCK_MS;
        next = earlier(next, restore_deadline(app));
        if (app->close_sequence != 0 && !meeting_is_saving(app)) {
            next = earlier(next, app->close_ms + SAVING_MS);
        }
        break;
    }
    next = earlier(next, stay_deadline(app));
    if (app->finish == FINISH_WAITING) {
        next = earlier(next, app->add_ms + ADD_REPLY_MS);
    }
    next = earlier(next, switches_deadline(app));
    return next > now ? next : now + 1;
}
