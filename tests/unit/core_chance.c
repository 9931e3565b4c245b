/* SPDX-License-Identifier: MIT */
/* Protects practices and prompts from being favoured: each of a few comes about as often. */
#include "core/chance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void each_comes_about_as_often(void **state)
{
    (void)state;
    enum { DRAWS = 30000, MOST = 12 };
    for (uint32_t n = 1; n <= MOST; n++) {
        uint32_t seed = n, seen[MOST] = {0};
        for (uint32_t i = 0; i < DRAWS; i++) {
            const uint32_t drawn = chance_below(&seed, n);
            assert_in_range(drawn, 0, n - 1);
            seen[drawn]++;
        }
        for (uint32_t i = 0; i < n; i++) {
            assert_in_range(seen[i], DRAWS / n * 9 / 10, DRAWS / n * 11 / 10);
        }
    }
}

static void the_same_state_gives_the_same(void **state)
{
    (void)state;
    uint32_t one = 7, other = 7;
    for (uint32_t i = 0; i < 100; i++) {
        assert_int_equal(chance_below(&one, 5), chance_below(&other, 5));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_comes_about_as_often),
        cmocka_unit_test(the_same_state_gives_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
