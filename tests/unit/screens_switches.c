/* SPDX-License-Identifier: MIT */
/* Protects people who press with one or two switches: two presses in any order learn a switch, each
 * target of a screen is met once a loop and Pause last, the frame stands as long as it was told and
 * rests after three loops, a press shorter than the acceptance time or too soon after its like is
 * none (ACCESS 26, 27, 30, 31, 32). */
#include "app_rig.h"
#include "screens/access/switches.h"
#include "shipped_words.h"
#include "tools/stage/test_show.h"

enum { A = 100, B = 101, C = 102 };

static void hold_key(enum key key, uint16_t code, uint64_t held_ms)
{
    struct input input = {.kind = INPUT_KEY_DOWN, .key = key, .code = code};
    step(&input);
    wait(held_ms);
    input.kind = INPUT_KEY_UP;
    step(&input);
}

/* On a screen that takes presses again. */
static void press(uint16_t code)
{
    uint64_t free_ms = app.screen_ms + GUARD_MS;
    wait(now_ms < free_ms ? free_ms - now_ms : 1);
    hold_key(KEY_OTHER, code, 60);
}

static int begin(void **state)
{
    (void)state;
    static struct message message;
    now_ms = 1000000;
    const struct app_config config = shipped_config(&secret);
    app_init(&app, &config, now_ms);
    step(NULL);
    shipped_open_meeting(&message);
    message.as.status.opened = message.as.status.closes = message.as.status.closed =
        message.as.status.today = (struct civil_time){{2026, 11}, 3, 19, 5};
    step(&(struct input){.kind = INPUT_MESSAGE, .message = &message});
    assert_int_equal(app.screen, SCREEN_WELCOME);
    return 0;
}

static void show(enum screen_id screen)
{
    app_show(&app, screen, now_ms);
    wait(GUARD_MS);
    assert_int_equal(app.screen, screen);
}

static void learn_two(void)
{
    app_call(&app, SCREEN_SWITCHES);
    wait(GUARD_MS);
    press(A);
    press(A);
    press(B);
    press(B);
    assert_true(switches_ready(switches_of(&app)));
}

static void learn_one(void)
{
    app_call(&app, SCREEN_SWITCHES);
    learning_choose(&app, true);
    wait(GUARD_MS);
    press(A);
    press(A);
    assert_true(switches_ready(switches_of(&app)));
}

static void any_order_learns(void **state)
{
    static const struct {
        uint16_t press[6];
        uint16_t move, select;
    } ORDERS[] = {
        {{A, A, B, B}, A, B},
        {{A, B, A, B}, A, B},
        {{A, B, B, A}, A, B},
        {{B, A, A, B}, B, A},            /* whichever comes first is Move */
        {{A, C, C, B, B}, B, C},         /* the first was a slip: twice in a row takes its place */
        {{A, B, C, A, B}, A, B},         /* another one in between is met and forgotten */
        {{A, A, A, B, B}, A, B},         /* a third press of one is too many, and no harm */
        {{A, B, CODE_NONE, A, B}, A, B}, /* one that cannot be told apart is none */
    };
    for (size_t i = 0; i < sizeof(ORDERS) / sizeof(ORDERS[0]); i++) {
        begin(state);
        app_call(&app, SCREEN_SWITCHES);
        wait(GUARD_MS);
        uint32_t count = 0;
        for (; !switches_ready(switches_of(&app)) && count < 6; count++) {
            press(ORDERS[i].press[count]);
        }
        assert_true(switches_ready(switches_of(&app)));
        assert_true(count == 6 || ORDERS[i].press[count] == 0); /* no press more was needed */
        assert_int_equal(switches_of(&app)->code[SWITCH_MOVE], ORDERS[i].move);
        assert_int_equal(switches_of(&app)->code[SWITCH_SELECT], ORDERS[i].select);
    }
}

static void one_press_each_is_not_enough(void **state)
{
    (void)state;
    app_call(&app, SCREEN_SWITCHES);
    wait(GUARD_MS);
    hold_key(KEY_OTHER, A, 5000); /* held, it is one press */
    press(B);
    press(C);
    assert_false(switches_ready(switches_of(&app)));
    press(B);
    assert_false(switches_ready(switches_of(&app)));
    wait(LEARN_MS / 2);
    assert_int_equal(app.screen, SCREEN_SWITCHES); /* no clock */
    press(A);
    assert_true(switches_ready(switches_of(&app)));
}

static uint32_t target_count(void)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < app.frame.node_count; i++) {
        count += (app.frame.node[i].flags & NODE_FOCUSABLE) != 0;
    }
    return count;
}

/* Every screen: Move meets each target once, in the same order again, and Pause last. */
static void each_target_is_met_once(void **state)
{
    uint32_t seen = 0;
    for (enum screen_id screen = 0; screen < SCREEN_COUNT; screen++) {
        begin(state);
        learn_two();
        show(screen);
        if (screen == SCREEN_IDLE || app.frame_rests || target_count() == 0) {
            continue; /* any press will do there; a keeper who is not here has not answered */
        }
        seen++;
        char met[NODE_MAX][NODE_ID_BYTES];
        uint32_t count = target_count();
        app.show_focus = false;
        hold_key(KEY_OTHER, A, 1); /* the first press only shows where focus is */
        for (uint32_t i = 0; i < count; i++) {
            memcpy(met[i], app.focus_id, NODE_ID_BYTES);
            for (uint32_t k = 0; k < i; k++) {
                assert_string_not_equal(met[i], met[k]);
            }
            if (app.show_focus) {
                hold_key(KEY_OTHER, A, 1);
            }
        }
        assert_string_equal(app.focus_id, met[0]);
        if (frame_find(&app.frame, "common.pause") != NULL && count > 1) {
            assert_string_equal(met[count - 1], "common.pause");
        }
    }
    assert_true(seen > SCREEN_COUNT - 6);
}

static void the_frame_keeps_its_pace(void **state)
{
    (void)state;
    static const uint32_t STEPS[] = {500, 1000, 1500, 2000, 3000, 4000, 6000, 8000};
    for (int32_t i = 0; i < 8; i++) {
        begin(state);
        learn_one();
        assert_int_equal(switches_step_ms(switches_of(&app)), 2000); /* as everybody begins */
        for (int32_t k = 3; k != i; k += i < 3 ? -1 : 1) {
            switches_step_by(switches_state(&app), i < 3 ? -1 : 1);
        }
        assert_int_equal(switches_step_ms(switches_of(&app)), STEPS[i]);
        assert_int_equal(switches_step_can(switches_of(&app), -1), i > 0);
        assert_int_equal(switches_step_can(switches_of(&app), 1), i < 7);
        app_show(&app, SCREEN_ARRIVE, now_ms);
        step(NULL);
        wait(2 * STEPS[i] - 1); /* one step longer on the first */
        assert_string_equal(app.focus_id, "arrive.breathe");
        wait(1);
        assert_string_equal(app.focus_id, "arrive.look");
        wait(STEPS[i] - 1);
        assert_string_equal(app.focus_id, "arrive.look");
        wait(1);
        assert_string_equal(app.focus_id, "arrive.begin");
    }
}

static void after_three_loops_nothing_wakes(void **state)
{
    (void)state;
    learn_one();
    app_begin_visit(&app, VISIT_COUNTING);
    app_go(&app, SCREEN_ARRIVE);
    step(NULL);
    uint64_t from = now_ms, targets = target_count(), moves = 0;
    while (app.deadline_ms - now_ms < IDLE_MS) {
        now_ms = app.deadline_ms;
        step(NULL);
        moves++;
    }
    assert_int_equal(moves, SCAN_LOOPS * targets);
    assert_int_equal(now_ms - from, SCAN_LOOPS * (targets + 1) * SCAN_STEP_MS);
    assert_false(app.show_focus);
    assert_int_equal(app.deadline_ms, now_ms + IDLE_MS); /* the frame was somebody's presence */
    press(A);
    assert_int_equal(app.screen, SCREEN_ARRIVE); /* it starts again, and took nothing */
    assert_true(app.show_focus);
    press(A);
    assert_int_equal(app.screen, SCREEN_BREATHE);
}

static void a_lone_target_is_not_scanned(void **state)
{
    (void)state;
    learn_one();
    app_begin_visit(&app, VISIT_COUNTING);
    app_call(&app, SCREEN_PAUSE);
    app_call(&app, SCREEN_SIT);
    step(NULL);
    assert_int_equal(target_count(), 1);
    assert_true(app.deadline_ms >= app.presence.input_ms + IDLE_SLOW_MS);
    press(A);
    assert_int_equal(app.screen, SCREEN_PAUSE);
}

static void a_short_press_is_none(void **state)
{
    (void)state;
    learn_one();
    switches_state(&app)->hold = 1;
    show(SCREEN_ARRIVE);
    wait(3000);
    hold_key(KEY_OTHER, A, 499);
    wait(1);
    assert_int_equal(app.screen, SCREEN_ARRIVE);
    /* The frame waits for a press that may yet count, and the press takes what it began on. */
    struct input input = {.kind = INPUT_KEY_DOWN, .key = KEY_OTHER, .code = A};
    char focus[NODE_ID_BYTES];
    memcpy(focus, app.focus_id, sizeof(focus));
    wait(SCAN_STEP_MS - 10);
    step(&input);
    wait(499);
    assert_string_equal(app.focus_id, focus);
    assert_int_equal(app.screen, SCREEN_ARRIVE);
    wait(1);
    assert_int_not_equal(app.screen, SCREEN_ARRIVE);
    /* Held on, it counts no second time. */
    enum screen_id screen = app.screen;
    wait(5000);
    assert_int_equal(app.screen, screen);
}

static void too_soon_after_its_like(void **state)
{
    (void)state;
    learn_two();
    app.comfort.repeat_guard = 2;
    app_begin_visit(&app, VISIT_COUNTING);
    app_go(&app, SCREEN_QUESTION);
    wait(GUARD_MS);
    hold_key(KEY_OTHER, A, 10);
    assert_string_equal(app.focus_id, "question.answer.2");
    wait(500);
    hold_key(KEY_OTHER, A, 10);
    assert_string_equal(app.focus_id, "question.answer.2");
    hold_key(KEY_OTHER, B, 10); /* another switch is not its like */
    assert_int_equal(secret.session.mark, ANSWER_LITTLE);
    hold_key(KEY_OTHER, B, 10);
    assert_int_equal(secret.session.mark, ANSWER_LITTLE);
    wait(1000);
    hold_key(KEY_OTHER, A, 10);
    assert_string_equal(app.focus_id, "question.answer.3");
}

/* A facilitator types a PIN where somebody learned a digit. */
static void digits_type_a_pin(void **state)
{
    (void)state;
    app_call(&app, SCREEN_SWITCHES);
    wait(GUARD_MS);
    for (int i = 0; i < 4; i++) {
        hold_key((enum key)(KEY_DIGIT_0 + i / 2), (uint16_t)(A + i / 2), 10);
    }
    assert_true(switches_ready(switches_of(&app)));
    app_act_common(&app, ACTION_FACILITATOR, 0);
    wait(GUARD_MS);
    hold_key(KEY_DIGIT_0 + 1, A + 1, 10);
    hold_key(KEY_DIGIT_0, A, 10);
    assert_string_equal(secret.pin, "10");
}

static void the_next_person_has_none(void **state)
{
    (void)state;
    learn_one();
    switches_state(&app)->hold = 2;
    switches_step_by(switches_state(&app), 1);
    app_begin_visit(&app, VISIT_COUNTING);
    app_rest(&app);
    step(NULL);
    static const struct switches NONE;
    assert_memory_equal(switches_of(&app), &NONE, sizeof(NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(any_order_learns, begin),
        cmocka_unit_test_setup(one_press_each_is_not_enough, begin),
        cmocka_unit_test_setup(each_target_is_met_once, begin),
        cmocka_unit_test_setup(the_frame_keeps_its_pace, begin),
        cmocka_unit_test_setup(after_three_loops_nothing_wakes, begin),
        cmocka_unit_test_setup(a_lone_target_is_not_scanned, begin),
        cmocka_unit_test_setup(a_short_press_is_none, begin),
        cmocka_unit_test_setup(too_soon_after_its_like, begin),
        cmocka_unit_test_setup(digits_type_a_pin, begin),
        cmocka_unit_test_setup(the_next_person_has_none, begin),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
