/* SPDX-License-Identifier: MIT */
/* All clear, and the idle warning. */
#include "core/presence.h"
#include "screens/parts/page.h"
#include "screens/visit/visit.h"
#include "ui/blocks/countdown.h"

enum {
    CLEAR_FRAME_MS = 67,
    IDLE_FRAME_MS = 100,
    IDLE_FRAME_LESS_MS = 1000,
    IDLE_NUMBER_MS = 22 * 1000, /* the number shows for the last part of the warning only */
};
enum { WATER_FIRST = 55, WATER_STILL = 16 /* hundredths */ };

/* Returns how strong the rings are. They run out, fast at first and then ever slower, and the still
 * water stays. A sixth power lies close to an exponential and needs no table. */
static uint8_t water_strength(const struct app *app)
{
    uint64_t since = app->now_ms - app->screen_ms;
    if (app->comfort.motion_less || since >= CLEAR_DECAY_MS) {
        return WATER_STILL;
    }
    float left = 1 - (float)since / CLEAR_DECAY_MS, cube = left * left * left;
    return (uint8_t)(WATER_STILL + (float)(WATER_FIRST - WATER_STILL) * cube * cube + 0.5F);
}

static void build_clear(const struct app *app, struct ui *ui)
{
    const struct page page = {.ground = GROUND_HERO,
                              .strength = water_strength(app),
                              .one_page = true,
                              .right = {CONTROL_DONE},
                              .block = {{BLOCK_DISPLAY, "clear.title", MSG_CLEAR_TITLE, 0},
                                        {BLOCK_LEAD_SMALL, "clear.body", MSG_CLEAR_BODY, 3500}}};
    page_build(app, ui, &page);
    ui->frame->scene.stone = false;
}

static void act_clear(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if (action == ACTION_DONE) {
        app_rest(app);
    }
}

static uint64_t clear_ms(const struct app *app)
{
    return app->screen_ms + (app->comfort.slow ? CLEAR_SLOW_MS : CLEAR_MS);
}

static uint64_t clear_due(const struct app *app)
{
    uint64_t still = app->screen_ms + CLEAR_DECAY_MS;
    if (app->comfort.motion_less || app->now_ms >= still) {
        return clear_ms(app);
    }
    uint64_t frame = app_next_frame(app, app->screen_ms, CLEAR_FRAME_MS);
    return frame < still ? frame : still;
}

/* Returns how many ms are left of the idle warning. */
static uint64_t idle_left_ms(const struct app *app)
{
    uint64_t end = app->screen_ms + IDLE_WARNING_MS;
    return app->now_ms < end ? end - app->now_ms : 0;
}

static uint64_t idle_due(const struct app *app)
{
    uint64_t frame_ms = app->comfort.motion_less ? IDLE_FRAME_LESS_MS : IDLE_FRAME_MS;
    uint64_t frame = app_next_frame(app, app->screen_ms, frame_ms);
    uint64_t end = app->screen_ms + IDLE_WARNING_MS;
    return frame < end ? frame : end;
}

/* Nobody came back: the visit ends, and no way leads back into it. */
static void idle_fire(struct app *app)
{
    if (app->visit == VISIT_PRACTICE && app->status.unlocked) {
        app_lock(app);
    }
    app->back_count = 0;
    app_wipe_answers(app);
    app_go(app, SCREEN_CLEAR);
}

/* Any sign of a person returns to the screen that was left, and does nothing else. */
static bool idle_woken(struct app *app, const struct input *input)
{
    (void)input;
    if (presence_is_doubtful(
            &app->presence, app->status.unlocked ? UNPRESSED_OPEN_MS : UNPRESSED_MS, app->now_ms)) {
        return false; /* what moves has moved for so long that only a press tells of a person */
    }
    app_return(app);
    return true;
}

static void build_idle(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .ground = GROUND_HERO,
        .strength = 55,
        .one_page = true,
        .left = {{"idle.here", MSG_IDLE_HERE, ACTION_RETURN, .kind = BUTTON_HERO_PRIMARY}}};
    struct flow flow;
    page_begin(app, ui, &PAGE, &flow);
    /* A very small panel shows the title alone, and the voice says all three with it. */
    const char *title = word(app, MSG_IDLE_TITLE), *lead = word(app, MSG_IDLE_LEAD);
    const char *body = word(app, MSG_IDLE_BODY);
    const char *whole = words_joined(ui, title, words_joined(ui, lead, body));
    const struct ui_block blocks[] = {
        {BLOCK_DISPLAY, "idle.title", title, 0, ui->paged ? whole : NULL},
        {BLOCK_LEAD, "idle.lead", lead, 2500, NULL},
        {BLOCK_BODY, "idle.body", body, 4500, NULL}};
    flow_blocks(&flow, blocks, 3);
    if (!ui->paged) {
        int32_t y;
        (void)flow_block(&flow, ui_um(ui, COUNTDOWN_OVER_UM), &y);
    }
    flow_end(&flow);
    const uint64_t left_ms = idle_left_ms(app), step = app->comfort.motion_less ? 1000 : 100;
    const uint64_t seconds = (left_ms + 999) / 1000;
    char digits[NUMBER_BYTES];
    ui_countdown(ui, &(struct countdown){
                         .left = (left_ms + step - 1) / step * step,
                         .whole = IDLE_WARNING_MS,
                         .id = "idle.count",
                         .beside_id = "idle.here",
                         .digits = number_digits(app, digits, (int64_t)seconds),
                         .words = left_ms <= IDLE_NUMBER_MS
                                      ? fill_plural(app, ui, MSG_IDLE_COUNT, seconds, NULL, 0)
                                      : NULL});
    ui->page_count = 1; /* any press ends this screen: there is no turning to another page */
}

const struct screen_ops SCREEN_OPS_CLEAR = {.part = {.due = clear_due, .fire = app_rest},
                                            .patience = PATIENCE_OWN,
                                            .build = build_clear,
                                            .act = act_clear,
                                            .next_id = "common.done",
                                            .own = {"common.done"}};
const struct screen_ops SCREEN_OPS_IDLE = {.part = {.due = idle_due, .fire = idle_fire},
                                           .patience = PATIENCE_OWN,
                                           .build = build_idle,
                                           .woken = idle_woken,
                                           .focus_id = "idle.here",
                                           .own = {"idle.here"}};
