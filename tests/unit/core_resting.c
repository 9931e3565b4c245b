/* SPDX-License-Identifier: MIT */
/* Protects a display that rests for days: its picture visits every place and never leaves its
 * margins, and its light changes slowly, is never gone, and comes back to the same. */
#include "core/resting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void a_step_is_to_a_neighbour_and_stays_within_the_margins(void **state)
{
    (void)state;
    struct resting_place before = resting_place(0);
    assert_int_equal(before.across, 0);
    assert_int_equal(before.down, 0);
    for (uint64_t step = 1; step < 5000; step++) {
        const struct resting_place now = resting_place(step);
        assert_int_equal(abs(now.across - before.across), 1);
        assert_int_equal(abs(now.down - before.down), 1);
        assert_in_range(now.across + REST_DRIFT_ACROSS, 0, 2 * REST_DRIFT_ACROSS);
        assert_in_range(now.down + REST_DRIFT_DOWN, 0, 2 * REST_DRIFT_DOWN);
        before = now;
    }
}

static void both_ways_turn_at_different_times(void **state)
{
    (void)state;
    enum { ACROSS = 2 * REST_DRIFT_ACROSS + 1, DOWN = 2 * REST_DRIFT_DOWN + 1 };
    static uint32_t seen[ACROSS][DOWN];
    uint32_t places = 0;
    for (uint64_t step = 0; step < 4 * REST_DRIFT_ACROSS * REST_DRIFT_DOWN; step++) {
        const struct resting_place at = resting_place(step);
        uint32_t *here = &seen[at.across + REST_DRIFT_ACROSS][at.down + REST_DRIFT_DOWN];
        places += *here == 0;
        (*here)++;
    }
    assert_true(places >= ACROSS * DOWN / 2 - 1); /* as on a chess board: those of one colour */
}

static void it_moves_once_it_is_dim_and_then_by_the_minute(void **state)
{
    (void)state;
    const uint64_t first = resting_drift_ms(1000, 0);
    assert_int_equal(first, 1000 + REST_DIM_MS + REST_DIM_FADE_MS + REST_DRIFT_MS);
    assert_int_equal(resting_drift_ms(1000, first), first + REST_DRIFT_MS);
    assert_true(resting_drift_ms(first + 1, first) > first + REST_DRIFT_MS); /* somebody came */
}

static void light_goes_slowly_and_is_never_gone(void **state)
{
    (void)state;
    uint8_t before = resting_light(0, 0);
    assert_int_equal(before, 100);
    for (uint64_t ms = 0; ms <= REST_DIM_MS + REST_DIM_FADE_MS + 1000; ms += 300) {
        const uint8_t now = resting_light(ms, 0);
        assert_true(ms >= REST_DIM_MS || now == 100);
        assert_true(now <= before && before - now < 10); /* a tenth in 300 ms is the most */
        before = now;
    }
    for (uint64_t step = 0; step < 200; step++) {
        const int32_t now = resting_light(UINT64_MAX / 2, step);
        const int32_t next = resting_light(UINT64_MAX / 2, step + 1);
        assert_in_range(now, 45, 60);
        assert_true(abs(next - now) <= 1);
    }
}

static void rings_end_where_they_began(void **state)
{
    (void)state;
    uint16_t before = resting_rings(0, 5000);
    assert_int_equal(before, 0);
    for (uint64_t ms = 0; ms < 5000; ms += REST_RINGS_FRAME_MS) {
        const uint16_t now = resting_rings(ms, 5000);
        assert_true(now >= before && now < 1000);
        assert_int_equal(resting_rings(ms + REST_RINGS_FRAME_MS - 1, 5000), now);
        before = now;
    }
    assert_true(before > 990);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_is_to_a_neighbour_and_stays_within_the_margins),
        cmocka_unit_test(both_ways_turn_at_different_times),
        cmocka_unit_test(it_moves_once_it_is_dim_and_then_by_the_minute),
        cmocka_unit_test(light_goes_slowly_and_is_never_gone),
        cmocka_unit_test(rings_end_where_they_began),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
