/* SPDX-License-Identifier: MIT */
/* Protects a display that shows the resting screen for days: while a meeting is open no pixel keeps
 * one bright value, and no edge stays where it was. Nothing leaves the display, and nothing jumps
 * under the finger of whoever wakes it. */
#include "app_rig.h"
#include "core/resting.h"
#include "shipped_words.h"

#include "platform/display/paint.h"
#include "screens/visit/rest.h"

#include <stdlib.h>

enum {
    WIDTH = 640,
    HEIGHT = 400,
    PX_PER_M = 4200,
    LOOKS = 32,
    LOOK_MS = 7 * REST_DRIFT_MS, /* nearly four hours in all */
    BRIGHT = 90,                 /* of 255: what a pixel shows that is worth wearing out */
    CHANGE = 20,                 /* what a bright one has to change by */
    SHARP = 50,                  /* from one pixel to the next: an edge that would be seen */
};

static struct text_engine *engine;
static struct paint *painter;
static struct message message;
static uint32_t pixels[HEIGHT][WIDTH];
static uint8_t most[HEIGHT][WIDTH], least[HEIGHT][WIDTH];
static uint32_t sum[HEIGHT][WIDTH]; /* of what a pixel shows at full light */

static int open_all(void **state)
{
    struct error error;
    assert_int_equal(text_open(&engine, &error), STATUS_OK);
    painter = paint_open(engine);
    return shipped_words_load(state);
}

static int close_all(void **state)
{
    (void)state;
    paint_close(painter);
    text_close(engine);
    return 0;
}

static void rest(enum theme_id theme, bool open, bool paused)
{
    now_ms = 1000000;
    struct app_config config = shipped_config(&secret);
    config.text = text_measure(engine);
    config.width = WIDTH;
    config.height = HEIGHT;
    config.px_per_m = PX_PER_M;
    config.theme = theme;
    app_init(&app, &config, now_ms);
    step(NULL);
    shipped_open_meeting(&message);
    message.as.status.meeting = open ? MEETING_OPEN : MEETING_NONE;
    message.as.status.paused = paused;
    step(&(struct input){.kind = INPUT_MESSAGE, .message = &message});
    wait(REST_DIM_MS + REST_DIM_FADE_MS);
    assert_int_equal(app.frame.scene.dim, 60);
}

static void paint_now(void)
{
    struct canvas canvas = {&pixels[0][0], WIDTH, HEIGHT, WIDTH};
    paint_frame(painter, &app.frame, &canvas, &(struct box){0, 0, WIDTH, HEIGHT}, 1);
}

static int32_t light(uint32_t rgb)
{
    return (int32_t)((54 * (rgb >> 16 & 0xFF) + 183 * (rgb >> 8 & 0xFF) + 19 * (rgb & 0xFF)) >> 8);
}

static void look(bool first)
{
    paint_now();
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            uint8_t now = (uint8_t)light(pixels[y][x]);
            most[y][x] = first || now > most[y][x] ? now : most[y][x];
            least[y][x] = first || now < least[y][x] ? now : least[y][x];
            sum[y][x] = (first ? 0 : sum[y][x]) + now * 100U / app.frame.scene.dim;
        }
    }
}

/* Places in the mean of so many pictures where the light changes sharply. */
static uint32_t sharp_places(uint32_t pictures)
{
    uint32_t count = 0;
    for (int y = 1; y < HEIGHT; y++) {
        for (int x = 1; x < WIDTH; x++) {
            int32_t here = (int32_t)(sum[y][x] / pictures);
            int32_t left = (int32_t)(sum[y][x - 1] / pictures);
            int32_t above = (int32_t)(sum[y - 1][x] / pictures);
            count += abs(here - left) > SHARP || abs(here - above) > SHARP;
        }
    }
    return count;
}

static void all_is_on_the_display(void)
{
    for (uint32_t i = 0; i < app.frame.node_count; i++) {
        const struct box *box = &app.frame.node[i].rect;
        assert_true(box->x >= 0 && box->y >= 0 && box->x + box->w <= WIDTH &&
                    box->y + box->h <= HEIGHT);
    }
}

static void no_pixel_keeps_one_bright_value(void **state)
{
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        rest((enum theme_id)theme, true, theme % 2 == 1);
        look(true);
        uint32_t sharp = sharp_places(1);
        for (int i = 1; i < LOOKS; i++) {
            wait(LOOK_MS);
            look(false);
            all_is_on_the_display();
        }
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assert_true(most[y][x] < BRIGHT || most[y][x] - least[y][x] >= CHANGE);
            }
        }
        assert_true(sharp > 500);
        assert_true(sharp_places(LOOKS) < sharp / 20);
    }
}

static void the_picture_stays_where_it_was_woken(void **state)
{
    (void)state;
    rest(THEME_CALM_LIGHT, true, false);
    const int32_t at = frame_find(&app.frame, "welcome.begin")->rect.x;
    wait(6 * LOOK_MS / 7);
    struct box moved = frame_find(&app.frame, "welcome.begin")->rect;
    assert_int_not_equal(moved.x, at);
    step(&(struct input){.kind = INPUT_POINTER_DOWN, .touch = true, .contact = 1, .x = 1, .y = 1});
    step(&(struct input){.kind = INPUT_POINTER_UP, .touch = true, .contact = 1, .x = 1, .y = 1});
    wait(100);
    assert_int_equal(app.frame.scene.dim, 100);
    assert_memory_equal(&frame_find(&app.frame, "welcome.begin")->rect, &moved, sizeof(moved));
}

static void nothing_moves_while_nothing_is_open(void **state)
{
    (void)state;
    rest(THEME_CALM_LIGHT, false, false);
    assert_true(app.deadline_ms == UINT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_pixel_keeps_one_bright_value),
        cmocka_unit_test(the_picture_stays_where_it_was_woken),
        cmocka_unit_test(nothing_moves_while_nothing_is_open),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
