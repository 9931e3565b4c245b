/* SPDX-License-Identifier: MIT */
/* Protects a visit that was left on a table that shakes: motion is a person's only where it goes as
 * far as a hand moves it, and whatever moves, a visit without a press is asked after, and what a
 * PIN opened is locked. */
#include "app_rig.h"
#include "core/presence.h"
#include "shipped_words.h"
#include "tools/stage/test_show.h"

static struct message message;

static void status(bool unlocked)
{
    shipped_open_meeting(&message);
    message.as.status.opened = message.as.status.closes = message.as.status.closed =
        message.as.status.today = (struct civil_time){{2026, 11}, 3, 19, 5};
    message.as.status.unlocked = unlocked;
    message.as.status.pin_set = true;
    step(&(struct input){.kind = INPUT_MESSAGE, .message = &message});
}

static int begin(void **state)
{
    (void)state;
    now_ms = 1000000;
    const struct app_config config = shipped_config(&secret);
    app_init(&app, &config, now_ms);
    step(NULL);
    status(false);
    assert_int_equal(app.screen, SCREEN_WELCOME);
    return 0;
}

static void at_a_question(void)
{
    app_show(&app, SCREEN_QUESTION, now_ms);
    wait(GUARD_MS);
    assert_int_equal(app.screen, SCREEN_QUESTION);
    assert_int_not_equal(app.visit, VISIT_NONE);
}

static void hover(int32_t x, int32_t y)
{
    step(&(struct input){.kind = INPUT_HOVER, .x = x, .y = y});
}

static int32_t mm(uint32_t n)
{
    return (int32_t)(n * app.config.px_per_m / 1000);
}

static bool was_somebody(int32_t x, int32_t y)
{
    uint64_t before = app.presence.input_ms;
    wait(1);
    hover(x, y);
    return app.presence.input_ms != before;
}

static void a_tremble_is_nobody(void **state)
{
    (void)state;
    at_a_question();
    hover(100, 100);
    for (uint32_t i = 0; i < 240 && app.screen == SCREEN_QUESTION; i++) {
        hover(100 + (int32_t)(i % 2), 100);
        wait(30 * 1000);
    }
    assert_int_equal(app.screen, SCREEN_IDLE);
    for (uint32_t i = 0; i < 40 && app.screen == SCREEN_IDLE; i++) {
        hover(100 + (int32_t)(i % 2), 100);
        wait(2000);
    }
    assert_int_equal(app.screen, SCREEN_CLEAR);
    assert_false(app.presence.knows_place); /* nothing tells where the last hand was */
}

static void far_is_straight_and_within_a_second(void **state)
{
    (void)state;
    at_a_question();
    assert_false(was_somebody(500, 500)); /* the first place there is */
    assert_false(was_somebody(500 + mm(3), 500));
    assert_true(was_somebody(500 + mm(5), 500));
    assert_false(was_somebody(500 + mm(2), 500)); /* back by three */
    assert_true(was_somebody(500, 500 + mm(4) + 1));
    wait(5000);
    for (int32_t i = 1; i < 20; i++) { /* it creeps, as something that slips does */
        assert_false(was_somebody(500, 500 + mm(4) + 1 + i * mm(1)));
        wait(500);
    }
    wait(5000);
    assert_true(was_somebody(500, 100)); /* one event for all of a fast motion */
    for (int32_t i = 0; i < 50; i++) {   /* a path of many millimetres on one spot */
        assert_false(was_somebody(500 + i % 2 * mm(1), 100));
    }
}

static void a_pressed_mouse_trembles_too(void **state)
{
    (void)state;
    at_a_question();
    step(&(struct input){.kind = INPUT_POINTER_DOWN, .x = 1, .y = 1});
    uint64_t down_ms = app.presence.input_ms;
    for (int32_t i = 0; i < 100; i++) {
        wait(50);
        step(&(struct input){.kind = INPUT_POINTER_MOVE, .x = 1 + i % 2, .y = 1, .touch = true});
    }
    assert_int_equal(app.presence.input_ms, down_ms);
    step(&(struct input){.kind = INPUT_POINTER_MOVE, .x = 1 + mm(9), .y = 1, .touch = true});
    assert_int_equal(app.presence.input_ms, now_ms);
}

/* As far as a hand would move it, three times a minute. */
static void shake(uint64_t ms, uint32_t screen)
{
    for (uint64_t i = 0; i < ms / 20000 && app.screen == screen; i++) {
        step(&(struct input){.kind = INPUT_PRESENCE});
        hover(i % 2 == 0 ? 100 : 900, 100);
        wait(20000);
    }
}

static void a_visit_without_a_press_is_asked_after(void **state)
{
    (void)state;
    at_a_question();
    uint64_t began_ms = app.presence.pressed_ms;
    shake(3600 * 1000, SCREEN_QUESTION);
    assert_int_equal(app.screen, SCREEN_IDLE);
    assert_in_range(now_ms - began_ms, UNPRESSED_MS, UNPRESSED_MS + 20000);
    step(&(struct input){.kind = INPUT_PRESENCE}); /* what moved until now is no answer */
    hover(500, 500);
    assert_int_equal(app.screen, SCREEN_IDLE);
    step(&(struct input){.kind = INPUT_PRESENCE, .code = 225}); /* a Shift is one */
    assert_int_equal(app.screen, SCREEN_QUESTION);
    shake(UNPRESSED_MS - 60000, SCREEN_QUESTION);
    assert_int_equal(app.screen, SCREEN_QUESTION);
    shake(120000, SCREEN_QUESTION);
    assert_int_equal(app.screen, SCREEN_IDLE);
    wait(IDLE_WARNING_MS);
    assert_int_equal(app.screen, SCREEN_CLEAR);
}

static void what_is_unlocked_locks(void **state)
{
    (void)state;
    status(true);
    app_show(&app, SCREEN_SETTINGS, now_ms);
    wait(GUARD_MS);
    assert_int_equal(app.screen, SCREEN_SETTINGS);
    uint64_t began_ms = app.presence.pressed_ms;
    shake(3600 * 1000, SCREEN_SETTINGS);
    assert_int_equal(app.screen, SCREEN_PIN);
    assert_false(app.status.unlocked);
    assert_in_range(now_ms - began_ms, UNPRESSED_OPEN_MS, UNPRESSED_OPEN_MS + 20000);
}

static void a_press_of_any_kind_is_one(void **state)
{
    (void)state;
    static const struct input PRESSES[] = {
        {.kind = INPUT_POINTER_DOWN, .x = 1, .y = 1},
        {.kind = INPUT_KEY_DOWN, .key = KEY_OTHER, .code = 40},
        {.kind = INPUT_PRESENCE, .touch = true},
        {.kind = INPUT_PRESENCE, .code = 225},
    };
    at_a_question();
    for (size_t i = 0; i < sizeof(PRESSES) / sizeof(PRESSES[0]); i++) {
        wait(1000);
        step(&PRESSES[i]);
        assert_int_equal(app.presence.pressed_ms, now_ms);
        assert_int_equal(app.presence.input_ms, now_ms);
    }
    wait(1000);
    step(&(struct input){.kind = INPUT_WHEEL, .y = 1});
    assert_int_equal(app.presence.input_ms, now_ms);
    assert_int_not_equal(app.presence.pressed_ms, now_ms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_tremble_is_nobody, begin),
        cmocka_unit_test_setup(far_is_straight_and_within_a_second, begin),
        cmocka_unit_test_setup(a_pressed_mouse_trembles_too, begin),
        cmocka_unit_test_setup(a_visit_without_a_press_is_asked_after, begin),
        cmocka_unit_test_setup(what_is_unlocked_locks, begin),
        cmocka_unit_test_setup(a_press_of_any_kind_is_one, begin),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
