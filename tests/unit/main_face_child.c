/* SPDX-License-Identifier: MIT */
/* Protects a meeting from a display that goes and comes back: a face that lost it has not broken,
 * and another is tried, but not where there never was a display, and not for ever. */
#include "main/face_child.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void a_display_that_comes_back_is_waited_for(void **state)
{
    (void)state;
    struct face_child child = {.number = 1, .again_ms = UINT64_MAX};
    assert_false(face_child_waits(&child, 1000));
    for (uint64_t round = 0; round < 3; round++) {
        face_child_shows(&child);
        for (uint64_t i = 0; i < FACE_CHILD_BLIND_MAX; i++) {
            assert_true(face_child_waits(&child, i));
            assert_int_equal(child.again_ms, i + FACE_CHILD_AGAIN_MS);
        }
        assert_false(face_child_waits(&child, 9));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_display_that_comes_back_is_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
