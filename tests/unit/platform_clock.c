/* SPDX-License-Identifier: MIT */
/* Protects a turn from a machine that takes itself for having slept: while it is awake, no look at
 * the clocks says that it slept more than the looks before did. */
#include "platform/system/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum {
    LOOKS = 2000000, /* read one after the other, the two clocks pass a millisecond in between in
                        one look of some ten thousand */
    ROUNDING_MS = 1,
};

static void test_an_awake_machine_does_not_sleep(void **state)
{
    (void)state;
    uint64_t most = 0, first = 0;
    for (int i = 0; i < 100; i++) { /* the first ones may have been kept waiting */
        uint64_t slept = clock_slept_ms();
        first = slept > first ? slept : first;
    }
    for (int i = 0; i < LOOKS; i++) {
        uint64_t slept = clock_slept_ms();
        most = slept > most ? slept : most;
    }
    assert_true(most <= first + ROUNDING_MS);
    assert_true(most <= clock_boot_ms());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_awake_machine_does_not_sleep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
