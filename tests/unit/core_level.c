/* SPDX-License-Identifier: MIT */
/* Protects what a line is drawn from: the estimator does what its headers say, by cases that can be
 * reckoned by hand and against the definition written out another way. */
#include "core/level.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { FIFTY_YEARS = 650, QUESTIONS = PACK_QUESTION_MAX };

static struct block sets[FIFTY_YEARS];
static struct answers answers;
static struct observed all, own;
static struct local_level level, distance;

static void assert_near(double got, double expected, double within)
{
    if (!(fabs(got - expected) <= within)) {
        print_message("%.9f is not %.9f\n", got, expected);
    }
    assert_true(fabs(got - expected) <= within);
}

static struct block *put_set(uint32_t index, uint32_t questions, int32_t upper, int32_t lower)
{
    struct block *set = &sets[index];
    *set = (struct block){.id = index + 1, .meetings = 4, .scale = 2, .tally_count = questions};
    for (uint32_t i = 0; i < questions; i++) {
        (void)snprintf(set->tally[i].question, PACK_ID_BYTES, "q%u", i + 1);
        set->tally[i].upper = upper;
        set->tally[i].lower = lower;
    }
    return set;
}

static void test_blur_of_a_set(void **state)
{
    (void)state;
    for (uint32_t scale = NOISE_SCALE_MIN; scale <= NOISE_SCALE_MAX; scale++) {
        const double a = exp(-1.0 / scale);
        const struct block set = {.meetings = 4, .scale = scale};
        assert_near(answers_blur(&set), 4 * 2 * a / ((1 - a) * (1 - a)), 1e-4);
    }
}

static void test_answers_of_one_set(void **state)
{
    (void)state;
    put_set(0, QUESTIONS, 30, 14);
    sets[0].tally[0].upper = 37; /* the mean is 45 */
    answers_estimate(sets, 1, &answers);
    assert_int_equal(answers.block_count, 1);
    assert_int_equal(answers.question_count, QUESTIONS);
    assert_near(answers.level[0], 45, 1e-9);
    assert_near(answers.variance[0], 2 * 31.3416 / 7, 1e-4);
    /* Its own sum is 51 of 45; the noise 2 x 31.3416 / 45^2 is .030955, so the trust .24418. */
    assert_near(answers.part[0], 1 + .24418 * (51.0 / 45 - 1), 1e-5);
    assert_near(answers_of(&answers, 0, 1), 45 + .24418 * (44 - 45), 1e-4);
}

static void test_answers_follow_the_room(void **state)
{
    (void)state;
    put_set(0, QUESTIONS, 20, 20);
    put_set(1, QUESTIONS, 30, 30);
    answers_estimate(sets, 2, &answers);
    /* Step 4, variance 8.9547 + 16, noise 8.9547: the gain is .73593. */
    assert_near(answers.level[1], 40 + .73593 * 20, 1e-3);
    assert_near(answers.variance[1], (8.9547 + 16) * (1 - .73593), 1e-3);
    put_set(0, QUESTIONS, 300, 300); /* a tenth of 600 is more than 4 */
    put_set(1, QUESTIONS, 400, 400);
    answers_estimate(sets, 2, &answers);
    assert_near(answers.level[1], 600 + 200 * (8.9547 + 3600) / (2 * 8.9547 + 3600), 1e-2);
}

static void test_answers_of_nobody(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 3; i++) {
        put_set(i, QUESTIONS, -9, -11);
    }
    answers_estimate(sets, 3, &answers);
    for (uint32_t i = 0; i < 3; i++) {
        assert_near(answers.level[i], 3, 0);
        assert_near(answers_of(&answers, i, 0), 3, 0); /* nothing is known of parts */
    }
}

static void test_parts_have_limits(void **state)
{
    (void)state;
    /* So many answers that the blur tells nothing: only the limits hold a part. */
    put_set(0, 4, 50000, 50000);
    sets[0].tally[0].upper = sets[0].tally[0].lower = 0;
    sets[0].tally[1].upper = 300000;
    answers_estimate(sets, 1, &answers);
    assert_near(answers.part[0], .4, 0);
    assert_near(answers.part[1], 1.6, 0);
}

static void test_one_reading_is_weighed_against_the_prior(void **state)
{
    (void)state;
    const struct reading seen = {.8, .0625}; /* as sure as the prior: half way */
    local_level_smooth(&seen, 1, (struct prior){.5, .25}, &level);
    assert_int_equal(level.count, 1);
    assert_near(level.level[0].value, .65, 1e-12);
    assert_near(level.level[0].variance, .03125, 1e-12);
    /* One set tells nothing of the drift, and changes nothing. */
    const double prior[DRIFT_COUNT] = {.2, .25, .25, .2, .1};
    for (int i = 0; i < DRIFT_COUNT; i++) {
        assert_near(level.weight[i], prior[i], 1e-12);
    }
    const struct reading change = local_level_change(&level, 0);
    assert_near(change.value, 0, 1e-12);
    assert_near(change.variance, 0, 1e-12);
}

/* The same by the definition: levels and readings are jointly normal, so what is known of the
 * levels follows from the matrix of covariances; nothing is done set by set. */
enum { FEW = 6 };
struct by_definition {
    double mean[FEW];
    double covariance[FEW][FEW];
    double likelihood;
};

/* Gauss and Jordan, with the logarithm of the determinant. */
static double invert(double m[FEW][2 * FEW])
{
    double log_determinant = 0;
    for (int i = 0; i < FEW; i++) {
        const double pivot = m[i][i];
        log_determinant += log(pivot);
        for (int k = 0; k < 2 * FEW; k++) {
            m[i][k] /= pivot;
        }
        for (int j = 0; j < FEW; j++) {
            const double factor = m[j][i];
            for (int k = 0; k < 2 * FEW && j != i; k++) {
                m[j][k] -= factor * m[i][k];
            }
        }
    }
    return log_determinant;
}

static struct by_definition define(const struct reading *seen, struct prior prior, double drift)
{
    double joint[FEW][FEW], m[FEW][2 * FEW] = {{0}};
    for (int i = 0; i < FEW; i++) {
        for (int j = 0; j < FEW; j++) {
            joint[i][j] = prior.deviation * prior.deviation + drift * drift * (i < j ? i : j);
            m[i][j] = joint[i][j] + (i == j ? seen[i].variance : 0);
        }
        m[i][FEW + i] = 1;
    }
    struct by_definition out = {.likelihood = -.5 * invert(m)};
    for (int i = 0; i < FEW; i++) {
        out.mean[i] = prior.mean;
        for (int j = 0; j < FEW; j++) {
            const double miss = seen[j].value - prior.mean;
            out.covariance[i][j] = joint[i][j];
            out.likelihood -= .5 * (seen[i].value - prior.mean) * m[i][FEW + j] * miss;
            for (int k = 0; k < FEW; k++) {
                out.mean[i] += joint[i][k] * m[k][FEW + j] * miss;
                for (int l = 0; l < FEW; l++) {
                    out.covariance[i][j] -= joint[i][k] * m[k][FEW + l] * joint[l][j];
                }
            }
        }
    }
    return out;
}

static void test_smoothing_is_the_definition(void **state)
{
    (void)state;
    static const double drift[DRIFT_COUNT] = {.005, .012, .025, .05, .10};
    static const double prior_weight[DRIFT_COUNT] = {.2, .25, .25, .2, .1};
    const struct reading seen[FEW] = {{.41, .004},  {.52, .002},  {.38, .009},
                                      {.71, .0015}, {.66, .0031}, {.69, .02}};
    const struct prior prior = {.5, .25};
    struct by_definition each[DRIFT_COUNT];
    double weight[DRIFT_COUNT], sum = 0;
    for (int i = 0; i < DRIFT_COUNT; i++) {
        each[i] = define(seen, prior, drift[i]);
        weight[i] = prior_weight[i] * exp(each[i].likelihood);
        sum += weight[i];
    }
    local_level_smooth(seen, FEW, prior, &level);
    for (int t = 0; t < FEW; t++) {
        double mean = 0, square = 0, change = 0, change_square = 0;
        for (int i = 0; i < DRIFT_COUNT; i++) {
            const double w = weight[i] / sum, difference = each[i].mean[FEW - 1] - each[i].mean[t];
            mean += w * each[i].mean[t];
            square += w * (each[i].covariance[t][t] + each[i].mean[t] * each[i].mean[t]);
            change += w * difference;
            change_square += w * (each[i].covariance[t][t] + each[i].covariance[FEW - 1][FEW - 1] -
                                  2 * each[i].covariance[t][FEW - 1] + difference * difference);
        }
        assert_near(level.level[t].value, mean, 1e-9);
        assert_near(level.level[t].variance, square - mean * mean, 1e-9);
        const struct reading got = local_level_change(&level, (uint32_t)t);
        assert_near(got.value, change, 1e-9);
        assert_near(got.variance, change_square - change * change, 1e-9);
    }
    for (int i = 0; i < DRIFT_COUNT; i++) {
        assert_near(level.weight[i], weight[i] / sum, 1e-9);
    }
}

static void test_what_a_line_shows(void **state)
{
    (void)state;
    put_set(0, QUESTIONS, 20, 20);
    sets[0].tally[2].upper = 30; /* q3: 30 and 10 */
    sets[0].tally[2].lower = 10;
    answers_estimate(sets, 1, &answers);
    level_observe(sets, &answers, 1u << 2, &own);
    assert_int_equal(own.count, 1);
    assert_near(own.reading[0].value, .75, 1e-12);
    /* W = 31.3416; p = .75; 62.6832 + 4 x 40 x .1875 + .25 x 4 x 8.9547, over 4 x 1600. */
    assert_near(own.reading[0].variance, (62.6832 + 30 + 8.9547) / 6400, 1e-7);
    assert_near(own.chance, 30 / (62.6832 + 30 + 8.9547), 1e-6);
    level_observe(sets, &answers, (1u << QUESTIONS) - 1, &all);
    /* d = 20, m = 280; p = .535714; answers of a visit go together: 1.6. */
    assert_near(all.reading[0].value, .5 + 20.0 / 560, 1e-12);
    assert_near(all.reading[0].variance,
                (7 * 62.6832 + 4 * 280 * .535714 * .464286 * 1.6 + .0051020 * 4 * 8.9547 * 49) /
                    (4.0 * 280 * 280),
                1e-7);
}

/* A share near an end says little of the chance in it, so the end is not believed. */
static void test_shares_at_an_end(void **state)
{
    (void)state;
    put_set(0, QUESTIONS, 60, -20);
    answers_estimate(sets, 1, &answers);
    level_observe(sets, &answers, 1, &own);
    assert_near(own.reading[0].value, 1.5, 1e-12); /* the blur can do that; nothing is cut here */
    assert_near(own.chance, 4 * 40 * .85 * .15 / (62.6832 + 4 * 40 * .85 * .15 + .49 * 4 * 8.9547),
                1e-6);
}

static void smooth_line(uint32_t count, uint32_t mask, uint32_t questions)
{
    answers_estimate(sets, count, &answers);
    level_observe(sets, &answers, (1u << sets[0].tally_count) - 1, &all);
    level_observe(sets, &answers, mask, &own);
    level_of_all(&all, &level);
    level_distance(&own, &all, (double)questions / sets[0].tally_count, &distance);
}

static void test_a_line_that_is_away_from_all(void **state)
{
    (void)state;
    for (uint32_t t = 0; t < 40; t++) {
        put_set(t, QUESTIONS, 40, 40);
        sets[t].tally[0].upper = 60;
        sets[t].tally[0].lower = 20;
    }
    smooth_line(40, 1, 1);
    const double together = .5 + .25 / 7; /* one of seven is at three quarters */
    assert_near(level.level[39].value, together, .002);
    assert_near(level.level[39].value + distance.level[39].value, .75, .01);
}

static void test_questions_that_are_off(void **state)
{
    (void)state;
    for (uint32_t t = 0; t < 20; t++) {
        put_set(t, PACK_QUESTION_MIN, 30, 10);
    }
    smooth_line(20, 3, 2);
    assert_near(level.level[19].value, .75, .01);
    assert_near(distance.level[19].value, 0, 1e-9);
    /* Four tell less of how many came than seven do. */
    assert_near(answers.variance[0], 2 * 31.3416 / 4, 1e-4);
}

static void test_fifty_years_of_whatever_a_file_may_hold(void **state)
{
    (void)state;
    const int32_t ends[] = {-TOTALS_TALLY_LIMIT, TOTALS_TALLY_LIMIT, 0, -3, 17};
    for (uint32_t t = 0; t < FIFTY_YEARS; t++) {
        struct block *set = put_set(t, QUESTIONS, 0, 0);
        set->scale = NOISE_SCALE_MAX;
        for (uint32_t i = 0; i < QUESTIONS; i++) {
            set->tally[i].upper = ends[(t * 7 + i) % 5];
            set->tally[i].lower = ends[(t * 3 + i * i) % 5];
        }
    }
    smooth_line(FIFTY_YEARS, 5, 2);
    for (uint32_t t = 0; t < FIFTY_YEARS; t++) {
        assert_true(isfinite(level.level[t].value) && isfinite(distance.level[t].value));
        assert_true(level.level[t].variance >= 0 && distance.level[t].variance >= 0);
        assert_true(answers.level[t] >= 3 && answers.variance[t] > 0);
    }
    const struct reading change = local_level_change(&level, 0);
    assert_true(isfinite(change.value) && change.variance >= 0);
}

/* More years change nothing of what a quiet series is read as, and make nothing wider. */
static void test_fifty_quiet_years(void **state)
{
    (void)state;
    for (uint32_t t = 0; t < FIFTY_YEARS; t++) {
        put_set(t, QUESTIONS, 25 + (int32_t)(t * 7 % 11) - 5, 25 + (int32_t)(t * 5 % 11) - 5);
    }
    smooth_line(FIFTY_YEARS, 1, 1);
    for (uint32_t t = 13; t < FIFTY_YEARS; t++) {
        assert_near(level.level[t].value, .5, .03);
        assert_near(distance.level[t].value, 0, .03);
        assert_true(sqrt(level.level[t].variance + distance.level[t].variance) < .04);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blur_of_a_set),
        cmocka_unit_test(test_answers_of_one_set),
        cmocka_unit_test(test_answers_follow_the_room),
        cmocka_unit_test(test_answers_of_nobody),
        cmocka_unit_test(test_parts_have_limits),
        cmocka_unit_test(test_one_reading_is_weighed_against_the_prior),
        cmocka_unit_test(test_smoothing_is_the_definition),
        cmocka_unit_test(test_what_a_line_shows),
        cmocka_unit_test(test_shares_at_an_end),
        cmocka_unit_test(test_a_line_that_is_away_from_all),
        cmocka_unit_test(test_questions_that_are_off),
        cmocka_unit_test(test_fifty_years_of_whatever_a_file_may_hold),
        cmocka_unit_test(test_fifty_quiet_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
