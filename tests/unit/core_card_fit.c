/* SPDX-License-Identifier: MIT */
/* Protects whoever holds a card to the screen, below any screen: presses come nearer by halves, and
 * neither they nor a finger bring the outline out of its room or beyond what screens have. */
#include "core/card_fit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct card_room LARGE = {4000, 3000};

static void test_six_presses_come_within_a_millimetre(void **state)
{
    (void)state;
    enum { GUESS = 4000, PRESSES = 6, NEAR_UM = 1000 };
    for (uint32_t truth = GUESS * 51 / 100; truth < GUESS * 2; truth += 37) {
        struct card_fit fit = {.px_per_m = GUESS};
        for (int press = 0; press < PRESSES; press++) {
            card_fit_press(&fit, LARGE, fit.px_per_m < truth ? 1 : -1);
        }
        int64_t off_um = (int64_t)MACHINE_CARD_WIDTH_UM * fit.px_per_m / truth;
        assert_true(llabs(off_um - MACHINE_CARD_WIDTH_UM) <= NEAR_UM);
    }
}

static void test_nothing_leaves_its_room(void **state)
{
    (void)state;
    const struct card_room room = {300, 400};
    struct card_fit fit = {.px_per_m = 3000};
    for (int press = 0; press < 20; press++) {
        card_fit_press(&fit, room, 1);
        assert_true((int64_t)fit.px_per_m * MACHINE_CARD_WIDTH_UM / 1000000 <= room.w);
        assert_true((int64_t)fit.px_per_m * MACHINE_CARD_HEIGHT_UM / 1000000 <= room.h);
    }
    card_fit_drag(&fit, room, 5000, 5000);
    assert_int_equal(fit.px_per_m, card_fit_in(room, UINT32_MAX));
    card_fit_drag(&fit, room, -5, -5);
    assert_int_equal(fit.px_per_m, MACHINE_PX_PER_M_MIN);
}

static void test_corner_follows_a_finger(void **state)
{
    (void)state;
    struct card_fit fit = {.px_per_m = 3000};
    card_fit_drag(&fit, LARGE, 428, 0); /* 85.6 mm in 428 px */
    assert_int_equal(fit.px_per_m, 5000);
}

static void test_sizes_in_millimetres(void **state)
{
    (void)state;
    assert_int_equal(card_fit_mm(1920, 5560), 345);
    assert_false(card_fit_is_small(1920, 1080, 3400));
    assert_true(card_fit_is_small(1920, 1080, 3300)); /* coarse */
    assert_true(card_fit_is_small(1024, 600, 6680));  /* little */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_six_presses_come_within_a_millimetre),
        cmocka_unit_test(test_nothing_leaves_its_room),
        cmocka_unit_test(test_corner_follows_a_finger),
        cmocka_unit_test(test_sizes_in_millimetres),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
