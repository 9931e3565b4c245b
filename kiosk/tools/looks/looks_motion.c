/* SPDX-License-Identifier: MIT */
/* What moves: how fast light changes, how long a breath is, and that nothing moves when somebody
 * asked for less. Virtual time, so a series of frames is the same on every run. */
#include "core/fnv.h"
#include "core/resting.h"
#include "screens/visit/rest.h"
#include "screens/visit/visit.h"
#include "tools/looks/looks.h"
#include "tools/story/hands.h"

#include <math.h>

enum {
    SERIES_MAX = 512,
    LIGHT_STEP_MS = 100,
    LIGHT_WINDOW_MS = 300,
    LIGHT_PERCENT = 10,
    BREATH_MS = 10 * 1000,
    BREATH_IN_MS = 4 * 1000,
};

#define TO_BREATHE                                                                                 \
    "tap welcome.begin\ntap promise.ready\ntap common.pause\ntap "                                 \
    "pause.breathe\n"
#define LESS_MOTION "tap welcome.comfort\ntap comfort.motion.less\ntap common.done\n"

static float mean_luminance(const struct frame *frame)
{
    const struct canvas *canvas = looks_paint(frame, LOOKS_WHOLE);
    double sum = 0;
    for (int32_t y = 0; y < canvas->height; y++) {
        float row = 0;
        for (int32_t x = 0; x < canvas->width; x++) {
            row += looks_luminance(looks_pixel(canvas, x, y));
        }
        sum += (double)row;
    }
    return (float)(sum / ((double)canvas->width * canvas->height));
}

/* Every frame from here on, and the most that the mean light differs within any window. */
static void check_light(struct looks *looks, uint32_t length_ms)
{
    enum { WINDOW = LIGHT_WINDOW_MS / LIGHT_STEP_MS };
    float series[SERIES_MAX];
    uint32_t count = length_ms / LIGHT_STEP_MS;
    float most = 0;
    for (uint32_t i = 0; i < count && i < SERIES_MAX; i++) {
        series[i] = mean_luminance(&looks->stage->app.frame);
        for (uint32_t back = 1; back <= WINDOW && back <= i; back++) {
            float a = series[i], b = series[i - back];
            float off = fabsf(a - b) / fmaxf(fmaxf(a, b), 1e-4F);
            most = off > most ? off : most;
        }
        looks->measured++;
        stage_wait(looks->stage, LIGHT_STEP_MS);
    }
    if (most * 100 > LIGHT_PERCENT) {
        looks_complain(looks, "mean luminance changes by %.1f %% in %d ms", 100 * (double)most,
                       LIGHT_WINDOW_MS);
    }
}

/* Small, for the mean is the same at any size. */
static void small_panel(struct looks *looks)
{
    looks_panel(looks, 320, 180, 927);
}

static void breathing_is_gentle(struct looks *looks)
{
    small_panel(looks);
    for (int t = 0; t < THEME_COUNT; t++) {
        if (looks_reach(looks, "breathe", "usual", (enum theme_id)t)) {
            check_light(looks, BREATH_MS);
        }
    }
}

static void rings_are_gentle(struct looks *looks)
{
    small_panel(looks);
    for (int t = 0; t < THEME_COUNT; t++) {
        if (looks_reach(looks, "welcome", "usual", (enum theme_id)t)) {
            stage_input(looks->stage, &(struct input){.kind = INPUT_PRESENCE});
            check_light(looks, RINGS_MS + 500);
        }
    }
}

static void resting_dims_slowly(struct looks *looks)
{
    small_panel(looks);
    for (int t = 0; t < THEME_COUNT; t++) {
        if (!looks_reach(looks, "welcome", "usual", (enum theme_id)t)) {
            continue;
        }
        const struct app *app = &looks->stage->app;
        stage_wait(looks->stage, (uint32_t)(app->presence.input_ms + REST_DIM_MS - app->now_ms));
        float before = mean_luminance(&app->frame);
        check_light(looks, REST_DIM_FADE_MS + 500);
        if (mean_luminance(&app->frame) >= before) {
            looks_complain(looks, "it did not dim");
        }
    }
}

/* Place and size of everything drawn; a word or a fill may become another. */
static uint64_t geometry_hash(const struct frame *frame)
{
    uint64_t hash = FNV_START;
    const struct scene *scene = &frame->scene;
    const int32_t still[] = {scene->phase,     scene->centre_x, scene->centre_y,
                             scene->horizon_y, scene->scale_x,  scene->strength};
    for (size_t i = 0; i < sizeof(still) / sizeof(still[0]); i++) {
        hash = fnv_value(hash, (uint32_t)still[i]);
    }
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        if (draw->kind == DRAW_TEXT) {
            continue;
        }
        const float place[] = {draw->x, draw->y, draw->w, draw->h};
        for (size_t p = 0; p < sizeof(place) / sizeof(place[0]); p++) {
            hash = fnv_value(hash, (uint32_t)(int32_t)lroundf(place[p] * 64));
        }
        hash = fnv_value(hash, draw->kind);
    }
    return hash;
}

/* Everything drawn but words and the bar's dots, which only fill or empty where they are. */
static void check_still(struct looks *looks, const char *way, uint32_t length_ms)
{
    if (!looks_reach(looks, "welcome", "usual", THEME_CALM_LIGHT) ||
        !looks_do(looks, LESS_MOTION) || !looks_do(looks, way)) {
        return;
    }
    uint64_t first = geometry_hash(&looks->stage->app.frame);
    for (uint32_t at_ms = 0; at_ms < length_ms; at_ms += LIGHT_STEP_MS) {
        stage_wait(looks->stage, LIGHT_STEP_MS);
        looks->measured++;
        if (geometry_hash(&looks->stage->app.frame) != first) {
            looks_complain(looks, "after less motion something moves: %s at %u ms",
                           app_screen_name(&looks->stage->app), at_ms);
            return;
        }
    }
}

static void less_motion_is_none(struct looks *looks)
{
    check_still(looks, "", RINGS_MS + 1000);
    check_still(looks, TO_BREATHE, 2 * BREATH_MS);
    check_still(looks, "visit ------- finish\ntap finish.add\ntap common.done\n", 5 * 1000);
}

/* The rings of a visit run out and do not come back; then nothing wakes before the screen leaves.
 */
static void water_comes_to_rest(struct looks *looks)
{
    enum { FIRST = 55, STILL = 16, STEP_MS = 50 };
    if (!looks_reach(looks, "clear", "first", THEME_CALM_LIGHT)) {
        return;
    }
    struct stage *stage = looks->stage;
    const struct app *app = &stage->app;
    uint8_t before = FIRST;
    while (app->now_ms < app->screen_ms + CLEAR_DECAY_MS) {
        uint8_t now = app->frame.scene.strength;
        looks->measured++;
        if (now > before || now < STILL) {
            looks_complain(looks, "strength %u after %u", now, before);
        }
        before = now;
        stage_wait(stage, STEP_MS);
    }
    if (before > STILL + 1 || app->frame.scene.strength != STILL ||
        app->deadline_ms != app->screen_ms + CLEAR_MS) {
        looks_complain(looks, "not still: strength %u, next at %u ms", app->frame.scene.strength,
                       (unsigned)(app->deadline_ms - app->screen_ms));
    }
    small_panel(looks);
    for (int t = 0; t < THEME_COUNT; t++) {
        if (looks_reach(looks, "clear", "first", (enum theme_id)t)) {
            check_light(looks, CLEAR_DECAY_MS + 500);
        }
    }
}

/* The radius of the outer ring, which is the largest disc drawn. */
static float breath_radius(const struct frame *frame)
{
    float most = 0;
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        most = draw->kind == DRAW_DISC && draw->w > most ? draw->w : most;
    }
    return most;
}

static void breath_is_ten_seconds(struct looks *looks)
{
    enum { STEP_MS = 100, CYCLE = BREATH_MS / STEP_MS, SERIES = 3 * CYCLE };
    uint64_t hash[SERIES];
    float radius[SERIES];
    if (!looks_reach(looks, "breathe", "usual", THEME_CALM_LIGHT)) {
        return;
    }
    struct stage *stage = looks->stage;
    stage_wait(stage, BREATH_MS - (stage->now_ms - stage->app.screen_ms) % BREATH_MS);
    for (uint32_t i = 0; i < SERIES; i++) {
        hash[i] = frame_hash(&stage->app.frame);
        radius[i] = breath_radius(&stage->app.frame);
        stage_wait(stage, STEP_MS);
        looks->measured++;
    }
    /* No shorter lag repeats the whole series. */
    for (uint32_t lag = 1; lag <= CYCLE; lag++) {
        bool repeats = true;
        for (uint32_t i = 0; i + lag < SERIES && repeats; i++) {
            repeats = hash[i] == hash[i + lag];
        }
        if (repeats != (lag == CYCLE)) {
            looks_complain(looks, "the period is not 10.0 s: lag %u ms", lag * STEP_MS);
        }
    }
    uint32_t widest = 0;
    for (uint32_t i = 0; i < CYCLE; i++) {
        widest = radius[i] > radius[widest] ? i : widest;
    }
    if (widest * STEP_MS != BREATH_IN_MS || fabsf(radius[0] / radius[widest] - 0.86F) > 0.005F) {
        looks_complain(looks, "widest at %u ms, from %.3f of it", widest * STEP_MS,
                       (double)(radius[0] / radius[widest]));
    }
}

/* Beside the breath stand others of the same kind and size. */
static void breath_has_peers(struct looks *looks)
{
    static const char *const IDS[] = {"pause.look", "pause.sit"};
    if (!looks_reach(looks, "pause", "usual", THEME_CALM_LIGHT)) {
        return;
    }
    const struct frame *frame = &looks->stage->app.frame;
    const struct node *breathe = frame_find(frame, "pause.breathe");
    for (size_t i = 0; breathe != NULL && i < sizeof(IDS) / sizeof(IDS[0]); i++) {
        const struct node *peer = frame_find(frame, IDS[i]);
        looks->measured++;
        if (peer == NULL || peer->rect.w != breathe->rect.w || peer->rect.h != breathe->rect.h) {
            looks_complain(looks, "%s is no peer of the breath", IDS[i]);
        }
    }
}

const struct looks_test LOOKS_MOTION[] = {
    {"ACCESS 15: breathing changes light slowly", breathing_is_gentle},
    {"ACCESS 15: the rings of Welcome change light slowly", rings_are_gentle},
    {"ACCESS 15: the resting screen dims slowly", resting_dims_slowly},
    {"ACCESS 16: with less motion nothing moves or grows", less_motion_is_none},
    {"ACCESS 15: the water of All clear comes to rest", water_comes_to_rest},
    {"ACCESS 17: a breath is 4 s in and 6 s out", breath_is_ten_seconds},
    {"ACCESS 17: other ways to rest stand beside the breath", breath_has_peers},
};
const uint32_t LOOKS_MOTION_COUNT = sizeof(LOOKS_MOTION) / sizeof(LOOKS_MOTION[0]);
