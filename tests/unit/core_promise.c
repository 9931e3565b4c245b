/* SPDX-License-Identifier: MIT */
/* Protects the promise: the figures people read follow from the scale and the questions alone. */
#include "core/promise.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void test_figures_of_the_promise(void **state)
{
    (void)state;
    struct promise_figures two, four;
    promise_compute(2, 7, &two);
    promise_compute(4, 7, &four);
    assert_int_equal(two.guess_one, 62);
    assert_int_equal(two.guess_part, 75);
    assert_int_equal(two.guess_all, 82);
    assert_int_equal(two.guess_year, 99);
    assert_int_equal(two.guess_weeks, 90);
    assert_int_equal(four.guess_one, 56);
    assert_int_equal(four.guess_part, 63);
    assert_int_equal(four.guess_all, 68);
    assert_int_equal(four.guess_year, 90);
    assert_int_equal(four.guess_weeks, 74);
}

/* Half of one plus the total variation between Z and Z + 1, summed over the law itself: once for
 * one coordinate, once over pairs for one answer. */
static void test_one_answer_against_the_law(void **state)
{
    (void)state;
    enum { REACH = 80 };
    for (uint32_t scale = 1; scale <= NOISE_SCALE_MAX; scale++) {
        const double a = exp(-1.0 / scale), zero = (1 - a) / (1 + a);
        double apart = 0;
        for (int x = -REACH; x <= REACH; x++) {
            for (int y = -REACH; y <= REACH; y++) {
                double upper = zero * zero * pow(a, abs(x - 1) + abs(y));
                double lower = zero * zero * pow(a, abs(x) + abs(y - 1));
                apart += fabs(upper - lower);
            }
        }
        struct promise_figures figures;
        promise_compute(scale, 4, &figures);
        assert_int_equal(figures.guess_one, lround(100 * (0.5 + apart / 4)));
    }
}

static void test_more_told_is_never_guessed_less(void **state)
{
    (void)state;
    for (uint32_t scale = 1; scale <= NOISE_SCALE_MAX; scale++) {
        struct promise_figures before = {0}, now;
        for (uint32_t count = 1; count <= PACK_QUESTION_MAX; count++) {
            promise_compute(scale, count, &now);
            assert_true(now.guess_part >= before.guess_part && now.guess_all >= before.guess_all);
            assert_true(now.guess_one > 50 && now.guess_all <= 99 && now.guess_year <= 99);
            before = now;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures_of_the_promise),
        cmocka_unit_test(test_one_answer_against_the_law),
        cmocka_unit_test(test_more_told_is_never_guessed_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
