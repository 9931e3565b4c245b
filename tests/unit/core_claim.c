/* SPDX-License-Identifier: MIT */
/* Protects what may be said of a line: the split is the best one, the four grades follow from the
 * numbers in their order, and a reason is the true one. How often that goes wrong in made-up groups
 * is measured by "kiosk-test trends-law". */
#include "core/claim.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { MANY = 30 };

static struct reading readings[BLOCKS_MAX], level[BLOCKS_MAX];
static struct evidence evidence;

static void assert_near(double got, double expected)
{
    if (!(fabs(got - expected) <= 1e-9)) {
        print_message("%.12f is not %.12f\n", got, expected);
    }
    assert_true(fabs(got - expected) <= 1e-9);
}

/* So many sets at one share, from `at` on at another, each with this variance. */
static void put(uint32_t count, double before, uint32_t at, double after, double variance)
{
    for (uint32_t t = 0; t < count; t++) {
        readings[t] = level[t] = (struct reading){t < at ? before : after, variance};
    }
    evidence = (struct evidence){.reading = readings,
                                 .count = count,
                                 .level = level,
                                 .change = {after - before, variance},
                                 .chance = .5};
}

static void test_the_split_by_hand(void **state)
{
    (void)state;
    put(8, .4, 5, .6, .01);
    const struct split split = claim_split(readings, 8);
    assert_int_equal(split.at, 5);
    assert_near(split.before, .4);
    assert_near(split.after, .6);
    assert_near(split.z, .2 / sqrt(.01 / 5 + .01 / 3));
}

static void test_weights_are_of_the_variances(void **state)
{
    (void)state;
    put(6, .5, 3, .5, .01);
    readings[0] = (struct reading){.2, .0025}; /* counts four times */
    const struct split split = claim_split(readings, 6);
    assert_int_equal(split.at, 3);
    assert_near(split.before, (4 * .2 + .5 + .5) / 6);
    assert_near(split.z, (.5 - split.before) / sqrt(.01 / 6 + .01 / 3));
}

static void test_both_sides_have_three_sets(void **state)
{
    (void)state;
    for (uint32_t at = 0; at <= 12; at++) {
        put(12, .3, at, .7, .001);
        const struct split split = claim_split(readings, 12);
        if (at >= CLAIM_SIDE_MIN && at <= 12 - CLAIM_SIDE_MIN) {
            assert_int_equal(split.at, at);
        }
        assert_true(split.at == 0 ||
                    (split.at >= CLAIM_SIDE_MIN && split.at <= 12 - CLAIM_SIDE_MIN));
    }
    for (uint32_t count = 0; count < CLAIM_BLOCKS_MIN; count++) {
        put(count, .1, 2, .9, .001);
        const struct split split = claim_split(readings, count);
        assert_int_equal(split.at, 0);
        assert_near(split.z, 0);
    }
}

/* Every split tried one by one, without running sums. */
static void test_no_split_is_better(void **state)
{
    (void)state;
    uint32_t seed = 5;
    for (int i = 0; i < 200; i++) {
        for (uint32_t t = 0; t < MANY; t++) {
            seed = seed * 1664525u + 1013904223u;
            readings[t] = (struct reading){(seed >> 8) / 16777216.0, .001 + (seed >> 20) / 1e6};
        }
        double best = 0;
        for (uint32_t at = CLAIM_SIDE_MIN; at <= MANY - CLAIM_SIDE_MIN; at++) {
            double value[2] = {0, 0}, weight[2] = {0, 0};
            for (uint32_t t = 0; t < MANY; t++) {
                value[t >= at] += readings[t].value / readings[t].variance;
                weight[t >= at] += 1 / readings[t].variance;
            }
            const double z =
                (value[1] / weight[1] - value[0] / weight[0]) / sqrt(1 / weight[0] + 1 / weight[1]);
            best = fabs(z) > fabs(best) ? z : best;
        }
        assert_near(claim_split(readings, MANY).z, best);
    }
}

static void test_the_critical_value(void **state)
{
    (void)state;
    assert_near(claim_critical(6), 3.65);
    assert_near(claim_critical(26), 3.65);
    assert_near(claim_critical(52), 3.73);
    assert_near(claim_critical(104), 3.81);
    for (uint32_t count = 1; count < BLOCKS_MAX; count++) {
        assert_true(claim_critical(count) <= claim_critical(count + 1));
    }
}

static void test_too_few_sets(void **state)
{
    (void)state;
    for (uint32_t count = 1; count < CLAIM_BLOCKS_MIN; count++) {
        put(count, .1, 2, .9, 1e-6);
        const struct claim claim = claim_judge(&evidence);
        assert_int_equal(claim.grade, GRADE_NOT_YET);
        assert_int_equal(claim.reason, NOT_YET_FEW_BLOCKS);
        assert_int_equal(claim.blocks_needed, CLAIM_BLOCKS_MIN - count);
        assert_near(claim.strength, 0);
    }
}

static void test_a_change_is_claimed_beyond_the_critical_value(void **state)
{
    (void)state;
    for (int up = 0; up <= 1; up++) {
        const double apart = up ? .2 : -.2;
        /* z = .2 / sqrt(v/7 + v/6): with v of the first it is 3.66, of the second 3.64. */
        const double beyond = pow(.2 / 3.66, 2) / (1 / 7. + 1 / 6.);
        const double within = pow(.2 / 3.64, 2) / (1 / 7. + 1 / 6.);
        put(13, .5, 7, .5 + apart, beyond);
        struct claim claim = claim_judge(&evidence);
        assert_int_equal(claim.grade, GRADE_CHANGED);
        assert_int_equal(claim.reason, NOT_YET_NOTHING);
        assert_int_equal(claim.up, up);
        assert_int_equal(claim.since, 7);
        assert_near(claim.before, .5);
        assert_near(claim.after, .5 + apart);
        assert_near(claim.strength, 3.66 / 3.65);
        put(13, .5, 7, .5 + apart, within);
        claim = claim_judge(&evidence);
        assert_int_not_equal(claim.grade, GRADE_CHANGED);
        assert_near(claim.strength, 3.64 / 3.65);
    }
}

static void test_a_small_change_is_nothing_to_talk_about(void **state)
{
    (void)state;
    put(13, .5, 7, .5301, 1e-6);
    assert_int_equal(claim_judge(&evidence).grade, GRADE_CHANGED);
    put(13, .5, 7, .529, 1e-6);
    assert_int_not_equal(claim_judge(&evidence).grade, GRADE_CHANGED);
}

static void test_leaning(void **state)
{
    (void)state;
    put(13, .5, 13, .5, .01);
    level[0].value = .45;
    level[12].value = .61;
    evidence.change = (struct reading){.16, .16 * .16 / (1.51 * 1.51)};
    struct claim claim = claim_judge(&evidence);
    assert_int_equal(claim.grade, GRADE_LEANING);
    assert_true(claim.up);
    assert_near(claim.before, .45);
    assert_near(claim.after, .61);
    evidence.change.value = -.16;
    assert_false(claim_judge(&evidence).up);
    evidence.change.variance = .16 * .16 / (1.49 * 1.49);
    assert_int_not_equal(claim_judge(&evidence).grade, GRADE_LEANING);
}

static void test_steady(void **state)
{
    (void)state;
    put(13, .5, 13, .5, .01);
    const double spread = .1 / 1.644854; /* the band of the change is within 10 points of it */
    evidence.change = (struct reading){.019, spread * spread};
    assert_int_equal(claim_judge(&evidence).grade, GRADE_STEADY);
    evidence.change.value = -.019;
    assert_int_equal(claim_judge(&evidence).grade, GRADE_STEADY);
    evidence.change.value = .021;
    assert_int_equal(claim_judge(&evidence).grade, GRADE_NOT_YET);
    evidence.change.value = .019;
    level[6].value = .37; /* a dip that is over: nothing happened would be wrong */
    assert_int_equal(claim_judge(&evidence).grade, GRADE_NOT_YET);
    level[6].value = .39;
    assert_int_equal(claim_judge(&evidence).grade, GRADE_STEADY);
}

static void test_the_reason_is_the_true_one(void **state)
{
    (void)state;
    put(13, .5, 13, .5, .01);
    evidence.change = (struct reading){0, .01}; /* the band reaches 16 points */
    evidence.chance = .5;                       /* without the blur it would reach 11.6 */
    struct claim claim = claim_judge(&evidence);
    assert_int_equal(claim.grade, GRADE_NOT_YET);
    assert_int_equal(claim.reason, NOT_YET_MUCH_BLUR);
    assert_int_equal(claim.blocks_needed, 0);
    evidence.chance = .6; /* 12.7: the answers are too few, with or without it */
    assert_int_equal(claim_judge(&evidence).reason, NOT_YET_FEW_ANSWERS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_split_by_hand),
        cmocka_unit_test(test_weights_are_of_the_variances),
        cmocka_unit_test(test_both_sides_have_three_sets),
        cmocka_unit_test(test_no_split_is_better),
        cmocka_unit_test(test_the_critical_value),
        cmocka_unit_test(test_too_few_sets),
        cmocka_unit_test(test_a_change_is_claimed_beyond_the_critical_value),
        cmocka_unit_test(test_a_small_change_is_nothing_to_talk_about),
        cmocka_unit_test(test_leaning),
        cmocka_unit_test(test_steady),
        cmocka_unit_test(test_the_reason_is_the_true_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
