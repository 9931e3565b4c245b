/* SPDX-License-Identifier: MIT */
/* Protects whoever holds a card to the screen: from any guess within a factor of two it matches in
 * six presses, the corner follows a finger, and nothing else moves or leaves the screen meanwhile.
 */
#include "shipped_words.h"
#include "tools/stage/test_show.h"

#include "screens/parts/words.h"

#include <stdlib.h>

enum { PRESSES = 6, AFTER_MS = 500, NEAR_UM = 1000 };

static struct app app;
static struct app_secret secret;
static uint64_t now_ms;

static void show(int32_t width, int32_t height, uint32_t px_per_m)
{
    struct app_config config = shipped_config(&secret);
    config.width = width;
    config.height = height;
    config.px_per_m = px_per_m;
    now_ms = 1000000;
    app_init(&app, &config, now_ms);
    app_show(&app, SCREEN_SETUP_FIT, now_ms);
    now_ms += AFTER_MS;
    app_step(&app, NULL, 0, now_ms);
}

static const struct node *node_of(const char *id)
{
    const struct node *node = frame_find(&app.frame, id);
    if (node == NULL) {
        fail_msg("%s is not there", id);
    }
    return node;
}

static void point(enum input_kind kind, int32_t x, int32_t y)
{
    const struct input input = {.kind = kind, .x = x, .y = y, .touch = true};
    now_ms += 1;
    app_step(&app, &input, 1, now_ms);
}

static void press(const char *id)
{
    struct box box = node_of(id)->rect;
    point(INPUT_POINTER_DOWN, box.x + box.w / 2, box.y + box.h / 2);
    point(INPUT_POINTER_UP, box.x + box.w / 2, box.y + box.h / 2);
    now_ms += AFTER_MS;
    app_step(&app, NULL, 0, now_ms);
}

/* How much wider the outline is than a card on a screen that has so many pixels a metre, um. */
static int64_t over_um(uint32_t truth)
{
    return (int64_t)node_of("setup.outline")->rect.w * 1000000 / truth - MACHINE_CARD_WIDTH_UM;
}

/* Presses towards the card until it matches; returns how many it took. */
static int match(uint32_t truth)
{
    int presses = 0;
    for (; llabs(over_um(truth)) > NEAR_UM && presses <= PRESSES; presses++) {
        press(over_um(truth) > 0 ? "setup.smaller" : "setup.larger");
    }
    return presses;
}

static void six_presses_from_any_guess(void **state)
{
    (void)state;
    static const struct {
        int32_t width, height;
        uint32_t px_per_m;
    } GUESSES[] = {{1920, 1080, 5567}, {1366, 768, 3958}, {2560, 1440, 6288}, {1080, 1920, 4030}};
    for (size_t i = 0; i < sizeof(GUESSES) / sizeof(GUESSES[0]); i++) {
        for (uint32_t percent = 50; percent <= 200; percent += 3) {
            uint32_t truth = GUESSES[i].px_per_m * percent / 100;
            if (truth < MACHINE_PX_PER_M_MIN + 60) {
                continue;
            }
            show(GUESSES[i].width, GUESSES[i].height, GUESSES[i].px_per_m);
            int presses = match(truth);
            if (presses > PRESSES) {
                fail_msg("%d wide at %u of %u: still %d um off", GUESSES[i].width, truth,
                         GUESSES[i].px_per_m, (int)over_um(truth));
            }
        }
    }
}

static void after_a_mistake_it_still_matches(void **state)
{
    (void)state;
    show(1920, 1080, 5567);
    for (int i = 0; i < PRESSES; i++) {
        press("setup.smaller");
    }
    for (int i = 0; i < 20 && llabs(over_um(8000)) > NEAR_UM; i++) {
        press(over_um(8000) > 0 ? "setup.smaller" : "setup.larger");
    }
    assert_in_range(llabs(over_um(8000)), 0, NEAR_UM);
}

static void the_corner_follows_a_finger(void **state)
{
    (void)state;
    show(1920, 1080, 5567);
    struct box before = node_of("setup.outline")->rect;
    point(INPUT_POINTER_DOWN, before.x + before.w, before.y + before.h);
    point(INPUT_POINTER_MOVE, before.x + before.w + 100, before.y + before.h + 60);
    struct box after = node_of("setup.outline")->rect;
    assert_int_equal(after.x, before.x);
    assert_int_equal(after.y, before.y);
    assert_in_range(after.w, before.w + 90, before.w + 110);
    point(INPUT_POINTER_MOVE, 1919, 1079); /* no further than its room goes */
    struct box room = node_of("setup.room")->rect;
    after = node_of("setup.outline")->rect;
    assert_true(after.x + after.w <= room.x + room.w && after.y + after.h <= room.y + room.h);
    point(INPUT_POINTER_UP, 1919, 1079);
    point(INPUT_POINTER_MOVE, before.x + 200, before.y + 200);
    assert_int_equal(node_of("setup.outline")->rect.w, after.w);
    assert_int_equal(app.screen, SCREEN_SETUP_FIT); /* what is below the finger was not pressed */
}

static void a_button_that_is_held_goes_on(void **state)
{
    (void)state;
    show(1920, 1080, 5567);
    struct box larger = node_of("setup.larger")->rect;
    int32_t width = node_of("setup.outline")->rect.w;
    point(INPUT_POINTER_DOWN, larger.x + 20, larger.y + 20);
    for (int i = 0; i < 10; i++) {
        now_ms += 150;
        app_step(&app, NULL, 0, now_ms);
    }
    int32_t held = node_of("setup.outline")->rect.w;
    assert_true(held > width * 115 / 100);
    point(INPUT_POINTER_UP, larger.x + 20, larger.y + 20);
    assert_int_equal(node_of("setup.outline")->rect.w, held); /* letting go is no press */
    now_ms += 5000;
    app_step(&app, NULL, 0, now_ms);
    assert_int_equal(node_of("setup.outline")->rect.w, held);
}

static bool is_inside(struct box box, const struct frame *frame)
{
    return box.x >= 0 && box.y >= 0 && box.x + box.w <= frame->width &&
           box.y + box.h <= frame->height;
}

static bool meet(struct box a, struct box b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* The whole outline is on the first page with its controls, and clear of them and of all words. */
static void check_frame(uint32_t px_per_m)
{
    const struct frame *frame = &app.frame;
    struct box outline = node_of("setup.outline")->rect;
    (void)node_of("common.next");
    (void)node_of("setup.smaller");
    (void)node_of("setup.larger");
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        bool own = strncmp(node->id, "setup.outline", sizeof("setup.outline")) == 0 ||
                   strncmp(node->id, "setup.room", sizeof("setup.room")) == 0 ||
                   strncmp(node->id, "setup.card", sizeof("setup.card")) == 0;
        if (!is_inside(node->rect, frame) || (node->flags & NODE_CLIPPED) != 0) {
            fail_msg("%d at %u: %s is off the screen", frame->width, px_per_m, node->id);
        }
        if (!own && meet(node->rect, outline)) {
            fail_msg("%d at %u: %s is on the outline", frame->width, px_per_m, node->id);
        }
    }
}

static void nothing_moves_or_leaves_the_screen(void **state)
{
    (void)state;
    static const struct {
        int32_t width, height, least_mm; /* narrower, a card is wider than what the page can hold */
    } PANELS[] = {{800, 480, 150},   {1024, 600, 152},  {1280, 720, 154},
                  {1280, 800, 150},  {1366, 768, 156},  {1920, 1080, 156},
                  {2560, 1080, 190}, {1080, 1920, 130}, {3840, 2160, 280}};
    for (size_t p = 0; p < sizeof(PANELS) / sizeof(PANELS[0]); p++) {
        for (int32_t mm = PANELS[p].least_mm; mm <= 2000; mm = mm * 11 / 10) {
            uint32_t px_per_m = (uint32_t)(PANELS[p].width * 1000 / mm);
            if (px_per_m < MACHINE_PX_PER_M_MIN || px_per_m > MACHINE_PX_PER_M_MAX) {
                continue;
            }
            show(PANELS[p].width, PANELS[p].height, px_per_m);
            if (llabs(over_um(px_per_m)) > NEAR_UM) {
                fail_msg("%d at %u: no whole card", PANELS[p].width, px_per_m);
            }
            struct box smaller = node_of("setup.smaller")->rect;
            struct box larger = node_of("setup.larger")->rect;
            struct box from = node_of("setup.outline")->rect;
            for (int i = 0; i < 14; i++) {
                check_frame(px_per_m);
                press(i < 5 ? "setup.larger" : "setup.smaller");
                assert_memory_equal(&smaller, &node_of("setup.smaller")->rect, sizeof(smaller));
                assert_memory_equal(&larger, &node_of("setup.larger")->rect, sizeof(larger));
                assert_int_equal(from.x, node_of("setup.outline")->rect.x);
                assert_int_equal(from.y, node_of("setup.outline")->rect.y);
            }
        }
    }
}

/* No guess says that a screen is small, and each size says where it comes from. */
static void a_guess_calls_nothing_small(void **state)
{
    (void)state;
    show(1280, 800, 5900);
    assert_null(frame_find(&app.frame, "setup.small"));
    assert_string_equal(node_of("setup.from")->text, word(&app, MSG_SETUP_FIT_FROM_USUAL));
    app.config.fit_source = FIT_EDID;
    app_show(&app, SCREEN_SETUP_FIT, now_ms);
    app_step(&app, NULL, 0, now_ms);
    assert_non_null(frame_find(&app.frame, "setup.small"));
    assert_string_equal(node_of("setup.from")->text, word(&app, MSG_SETUP_FIT_FROM_DISPLAY));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(six_presses_from_any_guess),
        cmocka_unit_test(after_a_mistake_it_still_matches),
        cmocka_unit_test(the_corner_follows_a_finger),
        cmocka_unit_test(a_button_that_is_held_goes_on),
        cmocka_unit_test(nothing_moves_or_leaves_the_screen),
        cmocka_unit_test(a_guess_calls_nothing_small),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
