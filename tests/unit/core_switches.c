/* SPDX-License-Identifier: MIT */
/* Protects people who press with one or two switches, below any screen: which key counts for which
 * switch, when scanning is offered, how long a press must last, and when the frame rests. */
#include "core/switches.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { A = 100, B = 101, C = 102 };

static void test_two_presses_learn_a_switch_in_any_order(void **state)
{
    (void)state;
    static const uint16_t ORDERS[][4] = {{A, A, B, B}, {A, B, A, B}, {A, B, B, A}};
    for (size_t i = 0; i < sizeof(ORDERS) / sizeof(ORDERS[0]); i++) {
        struct switches switches = {.one = false};
        for (size_t press = 0; press < 4; press++) {
            assert_false(switches_ready(&switches));
            switches_learn(&switches, ORDERS[i][press], 1000 * (press + 1));
        }
        assert_true(switches_ready(&switches));
        assert_int_equal(switches_find(&switches, A), SWITCH_MOVE);
        assert_int_equal(switches_find(&switches, B), SWITCH_SELECT);
        assert_int_equal(switches_find(&switches, C), SWITCH_COUNT);
    }
}

static void test_one_switch_is_offered_scanning_and_takes_it(void **state)
{
    (void)state;
    struct switches switches = {.one = false};
    switches_learn(&switches, A, 1000);
    switches_learn(&switches, A, 2000);
    assert_int_equal(switches_offer_ms(&switches), 1000 + SWITCH_ALONE_MS);
    assert_false(switches_offer(&switches, 1000 + SWITCH_ALONE_MS - 1));
    switches_learn(&switches, A, 1000 + SWITCH_ALONE_MS);
    assert_true(switches.one);
    assert_true(switches_ready(&switches));
    assert_int_equal(switches_find(&switches, A), SWITCH_SELECT);
    assert_int_equal(switches_offer_ms(&switches), UINT64_MAX);
}

static void test_what_is_forgotten_is_all_that_was_learned(void **state)
{
    (void)state;
    struct switches switches = {.one = true, .hold = 2, .step = 1};
    switches_learn(&switches, A, 1000);
    switches_learn(&switches, A, 2000);
    assert_true(switches_ready(&switches));
    switches_forget(&switches);
    assert_false(switches_ready(&switches));
    assert_int_equal(switches_find(&switches, A), SWITCH_COUNT);
    assert_int_equal(switches.hold, 2);
    assert_int_equal(switches_step_ms(&switches), 3000);
}

static void test_press_too_soon_or_too_short_is_none(void **state)
{
    (void)state;
    struct switches switches = {.one = true, .hold = 1};
    switches.code[SWITCH_SELECT] = A;
    scan_begin(&switches, 1000);
    assert_false(switches_press(&switches, SWITCH_SELECT, 0, 2000));
    assert_int_equal(switches.accept_ms, 2500);
    switches_release(&switches, A, 2400);
    assert_int_equal(switches.accept_ms, 0);
    assert_int_equal(switches.scan_ms, 2400 + SCAN_STEP_MS);
    switches.hold = 0;
    assert_false(switches_press(&switches, SWITCH_SELECT, 1000, 2999));
    assert_true(switches_press(&switches, SWITCH_SELECT, 1000, 3000));
}

static void test_frame_rests_after_its_loops(void **state)
{
    (void)state;
    struct switches switches = {.one = true};
    scan_begin(&switches, 1000);
    assert_int_equal(switches.scan_ms, 1000 + 2 * SCAN_STEP_MS);
    for (uint32_t loop = 1; loop < SCAN_LOOPS; loop++) {
        assert_true(scan_next(&switches, false, 5000));
        assert_int_equal(switches.scan_ms, 5000 + SCAN_STEP_MS);
        assert_true(scan_next(&switches, true, 5000));
        assert_int_equal(switches.scan_ms, 5000 + 2 * SCAN_STEP_MS);
    }
    assert_false(scan_next(&switches, true, 9000));
    assert_true(scan_rests(&switches));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_presses_learn_a_switch_in_any_order),
        cmocka_unit_test(test_one_switch_is_offered_scanning_and_takes_it),
        cmocka_unit_test(test_what_is_forgotten_is_all_that_was_learned),
        cmocka_unit_test(test_press_too_soon_or_too_short_is_none),
        cmocka_unit_test(test_frame_rests_after_its_loops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
