/* SPDX-License-Identifier: MIT */
/* Protects who touches a screen on which something else lies already: a sleeve, a drop or a leaning
 * hand blocks nobody, and a second finger beside one that is pressing presses nothing. */
#include "app_rig.h"
#include "core/contact.h"
#include "shipped_words.h"

static struct message message;

/* In the middle of what is pressed here. */
static int32_t press_x, press_y;

static int begin(void **state)
{
    (void)state;
    now_ms = 1000000;
    const struct app_config config = shipped_config(&secret);
    app_init(&app, &config, now_ms);
    step(NULL);
    shipped_open_meeting(&message);
    message.as.status.opened = message.as.status.closes = message.as.status.closed =
        message.as.status.today = (struct civil_time){{2026, 11}, 3, 19, 5};
    step(&(struct input){.kind = INPUT_MESSAGE, .message = &message});
    wait(GUARD_MS);
    assert_int_equal(app.screen, SCREEN_WELCOME);
    const struct node *node = frame_find(&app.frame, "welcome.begin");
    assert_non_null(node);
    press_x = node->hit.x + node->hit.w / 2;
    press_y = node->hit.y + node->hit.h / 2;
    return 0;
}

static void touch(enum input_kind kind, uint32_t contact, int32_t x, int32_t y)
{
    step(&(struct input){.kind = kind, .contact = contact, .touch = contact != 0, .x = x, .y = y});
}

static bool presses(uint32_t contact)
{
    touch(INPUT_POINTER_DOWN, contact, press_x, press_y);
    wait(60);
    touch(INPUT_POINTER_UP, contact, press_x, press_y);
    return app.screen != SCREEN_WELCOME;
}

static void what_lies_on_nothing_blocks_nobody(void **state)
{
    (void)state;
    touch(INPUT_POINTER_DOWN, 5, 1, 1);
    wait(100);
    assert_true(presses(6));
}

static void ten_contacts_in_any_order(void **state)
{
    (void)state;
    for (uint32_t i = 1; i <= 10; i++) {
        touch(INPUT_POINTER_DOWN, i, (int32_t)i, 1);
    }
    for (uint32_t i = 0; i < 10; i++) { /* 1, 4, 7, 10, 3, 6 ... */
        touch(INPUT_POINTER_MOVE, i * 3 % 10 + 1, 2, 2);
        touch(INPUT_POINTER_UP, i * 3 % 10 + 1, 2, 2);
        assert_int_equal(app.screen, SCREEN_WELCOME);
        wait(50);
    }
    assert_false(app.contact.down);
    assert_true(presses(11));
}

static void a_second_finger_disturbs_no_press(void **state)
{
    (void)state;
    touch(INPUT_POINTER_DOWN, 1, press_x, press_y);
    wait(100);
    uint64_t before = app.presence.pressed_ms;
    touch(INPUT_POINTER_DOWN, 2, 1, 1);
    assert_int_equal(app.presence.pressed_ms, before + 100); /* somebody is there */
    touch(INPUT_POINTER_MOVE, 2, 9, 9);
    touch(INPUT_POINTER_UP, 2, press_x, press_y);
    assert_int_equal(app.screen, SCREEN_WELCOME);
    touch(INPUT_POINTER_UP, 1, press_x, press_y);
    assert_int_not_equal(app.screen, SCREEN_WELCOME);
}

static void what_lies_on_a_control_gives_way_later(void **state)
{
    (void)state;
    touch(INPUT_POINTER_DOWN, 1, press_x, press_y);
    wait(CONTACT_RESTS_MS - 100);
    assert_false(presses(2));
    wait(100);
    assert_true(presses(3));
    uint32_t screen = app.screen;
    wait(GUARD_MS);
    touch(INPUT_POINTER_UP, 1, press_x, press_y); /* it was given up long since */
    assert_int_equal(app.screen, screen);
}

static void a_mouse_button_that_sticks(void **state)
{
    (void)state;
    touch(INPUT_POINTER_DOWN, 0, press_x, press_y);
    wait(CONTACT_RESTS_MS);
    assert_true(presses(1));
}

static void a_finger_that_rests_blocks_no_mouse(void **state)
{
    (void)state;
    touch(INPUT_POINTER_DOWN, 1, 1, 1);
    wait(50);
    assert_true(presses(0));
}

static void what_was_lost_is_pressed_anew(void **state)
{
    (void)state;
    touch(INPUT_POINTER_DOWN, 0, press_x, press_y);
    assert_true(presses(0)); /* its first release never came */
}

static void what_moves_does_not_rest(void **state)
{
    (void)state;
    int32_t far = (int32_t)(app.config.px_per_m * 6 / 1000);
    touch(INPUT_POINTER_DOWN, 1, press_x, press_y);
    for (uint32_t i = 0; i < 8; i++) {
        wait(500);
        touch(INPUT_POINTER_MOVE, 1, press_x + (int32_t)(i % 2) * far, press_y);
    }
    assert_false(presses(2));
    touch(INPUT_POINTER_UP, 1, press_x, press_y);
    assert_int_not_equal(app.screen, SCREEN_WELCOME);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_lies_on_nothing_blocks_nobody, begin),
        cmocka_unit_test_setup(ten_contacts_in_any_order, begin),
        cmocka_unit_test_setup(a_second_finger_disturbs_no_press, begin),
        cmocka_unit_test_setup(what_lies_on_a_control_gives_way_later, begin),
        cmocka_unit_test_setup(a_mouse_button_that_sticks, begin),
        cmocka_unit_test_setup(a_finger_that_rests_blocks_no_mouse, begin),
        cmocka_unit_test_setup(what_was_lost_is_pressed_anew, begin),
        cmocka_unit_test_setup(what_moves_does_not_rest, begin),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
