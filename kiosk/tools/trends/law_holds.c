/* SPDX-License-Identifier: MIT */
/* What has to hold, with the Monte Carlo error of so few groups. The same seeds every time. */
#include "tools/trends/law.h"

#include <math.h>
#include <stdio.h>

/* A figure may be worse than its limit by so many of its standard errors. With fixed seeds that is
 * a margin for another machine's rounding, not for luck. */
static const double ERRORS = 2.5;

/* Thousands of bands, of which far more have to hold than the nine in ten that are promised: a
 * local level allows for changes that a quiet group does not make. */
static const double INSIDE = .90, QUIET_INSIDE = .95;

static struct measure measured;
static uint32_t passed, failed;

static void check(bool holds, const char *what, const struct group *group, double got, double limit)
{
    passed += holds;
    failed += !holds;
    printf("%s %s: %u people, scale %u, %u questions%s, %s: %.3f, limit %.3f\n",
           holds ? "ok  " : "FAIL", what, group->people, group->scale, group->questions,
           group->together > 0 ? " going together" : "", group_course_name(group->course), got,
           limit);
}

/* Standard error of a share of so many groups, whose looks are not independent. */
static double error_of(double share, double groups)
{
    return sqrt(share * (1 - share) / groups);
}

static void check_at_most(const char *what, const struct group *group, double got, double limit)
{
    const double slack = limit + ERRORS * error_of(limit, measured.groups);
    check(got <= slack, what, group, got, slack);
}

static void check_at_least(const char *what, const struct group *group, double got, double limit)
{
    const double slack = limit - ERRORS * error_of(limit, measured.groups);
    check(got >= slack, what, group, got, slack);
}

static struct group group_of(uint32_t people, uint32_t scale, enum course course)
{
    return (struct group){.people = people,
                          .scale = scale,
                          .questions = PACK_QUESTION_MAX,
                          .course = course,
                          .blocks = 2 * MEASURE_YEAR,
                          .seed = 1000};
}

/* Quiet groups: at most 5 looks and 15 years in 100 with any false claim, over any period. */
static void hold_quiet(uint32_t groups)
{
    struct group quiet[] = {
        group_of(5, 2, COURSE_QUIET),  group_of(12, 2, COURSE_QUIET),
        group_of(30, 4, COURSE_QUIET), group_of(8, 4, COURSE_COMING),
        group_of(20, 2, COURSE_QUIET), group_of(12, 2, COURSE_COMING),
    };
    double years = 0, years_false = 0;
    for (uint32_t i = 0; i < sizeof(quiet) / sizeof(quiet[0]); i++) {
        quiet[i].together = i % 2 == 0 ? 20 : 0;
        quiet[i].questions = i == 4 ? PACK_QUESTION_MIN : PACK_QUESTION_MAX;
        measure_groups(&quiet[i], groups, measure_new, &measured);
        for (uint32_t period = 0; period < MEASURE_PERIODS; period++) {
            const struct claims *claims = &measured.claims[period];
            check_at_most("looks with a false claim", &quiet[i],
                          claims->looks_false / measured.looks, .05);
            check_at_most("years with a false claim", &quiet[i],
                          claims->years_false / measured.years, .15);
            years += measured.years;
            years_false += claims->years_false;
        }
        for (uint32_t kind = 0; kind < MEASURE_KINDS; kind++) {
            const struct accuracy *of = &measured.accuracy[kind];
            check(of->inside >= QUIET_INSIDE * of->count, "bands that hold", &quiet[i],
                  of->inside / of->count, QUIET_INSIDE);
        }
    }
    measured.groups = years;
    check_at_most("years with a false claim, these and all before", &quiet[5], years_false / years,
                  .15);
}

static void hold_found(uint32_t groups)
{
    static const struct {
        enum course course;
        uint32_t blocks;
        double found;
    } ROWS[] = {{COURSE_STEP_ONE, 6, .42},
                {COURSE_STEP_ONE, 13, .52},
                {COURSE_STEP_ALL, 6, .56},
                {COURSE_STEP_ALL, 13, .67},
                {COURSE_DIP_ALL, 13, .95}};
    for (uint32_t i = 0; i < sizeof(ROWS) / sizeof(ROWS[0]); i++) {
        const struct group group = group_of(12, 2, ROWS[i].course);
        if (i == 0 || ROWS[i].course != ROWS[i - 1].course) {
            measure_groups(&group, groups, measure_new, &measured);
            check_at_most("looks with a false claim", &group,
                          measured.claims[0].looks_false / measured.looks, .05);
        }
        check_at_least("found", &group, measured.claims[0].found[ROWS[i].blocks] / measured.groups,
                       ROWS[i].found);
    }
}

/* Errors of all together and of a question in a group that drifts, in points, with a tenth of
 * slack; and that what is shown is not what came out small. */
static void hold_accuracy(uint32_t groups)
{
    static const struct {
        uint32_t people, scale;
        double all, question;
    } ROWS[] = {{8, 2, 3.0, 6.0}, {12, 2, 2.6, 5.0}, {20, 2, 2.1, 3.8}, {8, 4, 4.6, 8.6}};
    for (uint32_t i = 0; i < sizeof(ROWS) / sizeof(ROWS[0]); i++) {
        const struct group group = group_of(ROWS[i].people, ROWS[i].scale, COURSE_DRIFT);
        const double limits[] = {[LINE_ALL] = ROWS[i].all, [LINE_QUESTION] = ROWS[i].question};
        measure_groups(&group, groups, measure_new, &measured);
        for (uint32_t kind = 0; kind < MEASURE_KINDS; kind++) {
            const struct accuracy *of = &measured.accuracy[kind];
            check(of->inside >= INSIDE * of->count, "bands that hold", &group,
                  of->inside / of->count, INSIDE);
            check(of->shown_inside >= INSIDE * of->shown, "bands of numbers shown that hold",
                  &group, of->shown_inside / of->shown, INSIDE);
            if (kind != LINE_THEME) {
                const double error = sqrt(of->square / of->count);
                check(error <= 1.1 * limits[kind], "error in points", &group, error,
                      1.1 * limits[kind]);
            }
        }
    }
}

bool law_holds(uint32_t groups)
{
    passed = failed = 0;
    hold_quiet(groups);
    hold_found(groups);
    hold_accuracy(groups / 2);
    printf("%u passed, %u failed\n", passed, failed);
    return failed == 0;
}
