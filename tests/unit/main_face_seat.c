/* SPDX-License-Identifier: MIT */
/* Protects a meeting from a display that goes and comes back: a face that lost it has not broken,
 * and another is tried, but not where there never was a display, and not for ever. */
#include "main/face_seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void a_display_that_comes_back_is_waited_for(void **state)
{
    (void)state;
    struct face_seat seat = {.number = 1, .again_ms = UINT64_MAX};
    assert_false(face_seat_waits(&seat, 1000));
    for (uint64_t round = 0; round < 3; round++) {
        face_seat_shows(&seat);
        for (uint64_t i = 0; i < FACE_SEAT_BLIND_MAX; i++) {
            assert_true(face_seat_waits(&seat, i));
            assert_int_equal(seat.again_ms, i + FACE_SEAT_AGAIN_MS);
        }
        assert_false(face_seat_waits(&seat, 9));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_display_that_comes_back_is_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
