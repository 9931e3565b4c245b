/* SPDX-License-Identifier: MIT */
/* The tables, as the page has them. */
#include "tools/trends/law.h"

#include <math.h>
#include <stdio.h>

static const uint32_t PEOPLE[] = {5, 8, 12, 20, 30};
enum {
    PEOPLE_COUNT = sizeof(PEOPLE) / sizeof(PEOPLE[0]),
    FEW_QUESTIONS = PACK_QUESTION_MIN,
    BLUR_PEOPLE = 10
};

static const struct group USUAL = {.people = 12,
                                   .scale = 2,
                                   .questions = PACK_QUESTION_MAX,
                                   .course = COURSE_QUIET,
                                   .blocks = 26,
                                   .seed = 1};

static struct measure measured;

static double percent(double part, double whole)
{
    return whole > 0 ? 100 * part / whole : 0;
}

static double error_of(const struct accuracy *of)
{
    return sqrt(of->square / of->count);
}

/* A row begins with the group. */
static void put_group(const struct group *group)
{
    printf("| %u | %u | %u | %s | %s |", group->people, group->scale, group->questions,
           group->together > 0 ? "yes" : "no", group_course_name(group->course));
}

static void put_false(const struct group *group, uint32_t groups)
{
    measure_groups(group, groups, measure_new, &measured);
    put_group(group);
    for (uint32_t i = 0; i < MEASURE_PERIODS; i++) {
        const struct claims *claims = &measured.claims[i];
        printf(" %.1f | %.0f |", percent(claims->looks_false, measured.looks),
               percent(claims->years_false, measured.years));
    }
    printf("\n");
}

static void table_false(uint32_t groups)
{
    printf("\nFalse claims, %u groups a row: looks and years in 100 with any.\n\n"
           "| people | scale | questions | together | course | looks, last year shown | years |"
           " looks, all shown | years |\n|---|---|---|---|---|---|---|---|---|\n",
           groups);
    for (uint32_t i = 0; i < PEOPLE_COUNT; i++) {
        for (uint32_t j = 0; j < 8; j++) {
            struct group group = USUAL;
            group.people = PEOPLE[i];
            group.scale = (j & 1) != 0 ? 4 : 2;
            group.together = (j & 2) != 0 ? 20 : 0;
            group.questions = (j & 4) != 0 ? FEW_QUESTIONS : PACK_QUESTION_MAX;
            put_false(&group, groups);
        }
    }
    for (enum course course = COURSE_COMING; course < COURSE_COUNT; course++) {
        struct group group = USUAL;
        group.course = course;
        put_false(&group, groups);
        group.together = 20;
        put_false(&group, groups);
    }
    static const uint32_t LONG_BLOCKS[] = {52, 104, 156};
    for (uint32_t i = 0; i < sizeof(LONG_BLOCKS) / sizeof(LONG_BLOCKS[0]); i++) {
        struct group group = USUAL;
        group.blocks = LONG_BLOCKS[i];
        group.together = 20;
        printf("| %u sets: ", LONG_BLOCKS[i]);
        put_false(&group, groups / 4);
    }
}

static void table_power(uint32_t groups)
{
    static const struct {
        enum course course;
        uint32_t soon, late; /* blocks from the change to the looks that count */
    } ROWS[] = {
        {COURSE_STEP_ONE, 6, 13},
        {COURSE_STEP_ALL, 6, 13},
        {COURSE_DIP_ONE, 9, 13},
        {COURSE_DIP_ALL, 9, 13},
    };
    printf("\nChanges found, %u groups a row, in 100, with the last year shown.\n\n"
           "| change | people | scale | within sets | found | within sets | found |\n"
           "|---|---|---|---|---|---|---|\n",
           groups);
    for (uint32_t i = 0; i < sizeof(ROWS) / sizeof(ROWS[0]); i++) {
        for (uint32_t j = 0; j < 2 * PEOPLE_COUNT; j++) {
            struct group group = USUAL;
            group.course = ROWS[i].course;
            group.people = PEOPLE[j / 2];
            group.scale = j % 2 == 0 ? 2 : 4;
            measure_groups(&group, groups, measure_new, &measured);
            const double *found = measured.claims[0].found;
            const bool dips = group.course == COURSE_DIP_ONE || group.course == COURSE_DIP_ALL;
            const uint32_t before = dips ? GROUP_DIP : 0; /* what is found then is a mistake */
            printf("| %s | %u | %u | %u | %.0f | %u | %.0f |\n", group_course_name(group.course),
                   group.people, group.scale, ROWS[i].soon - before,
                   percent(found[ROWS[i].soon], measured.groups), ROWS[i].late - before,
                   percent(found[ROWS[i].late], measured.groups));
        }
    }
}

static void put_accuracy(const struct group *group, measure_reader reader, uint32_t groups,
                         const char *way)
{
    measure_groups(group, groups, reader, &measured);
    printf("| %s%u | %u | %s |", way, group->people, group->scale,
           group_course_name(group->course));
    for (uint32_t kind = 0; kind < MEASURE_KINDS; kind++) {
        const struct accuracy *of = &measured.accuracy[kind];
        printf(" %.1f | %.0f | %.0f | %.1f |", error_of(of), of->width / of->count,
               percent(of->inside, of->count), sqrt(of->earlier_square / of->earlier));
    }
    printf("\n");
}

static const char ACCURACY_HEADS[] =
    " people | scale | course | all: error | width | inside | earlier | theme: error | width | "
    "inside | earlier | question: error | width | inside | earlier |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";

static void table_accuracy(uint32_t groups)
{
    static const enum course COURSES[] = {COURSE_QUIET, COURSE_DRIFT, COURSE_STEP_ONE,
                                          COURSE_STEP_ALL, COURSE_REPLACED};
    printf(
        "\nHow far the newest level is from the truth (root mean square, points), how wide its "
        "band is,\nand how often it holds the truth, in 100; and the error of the level six sets "
        "earlier.\n\n|%s",
        ACCURACY_HEADS);
    for (uint32_t i = 0; i < sizeof(COURSES) / sizeof(COURSES[0]); i++) {
        for (uint32_t j = 0; j < 2 * PEOPLE_COUNT; j++) {
            struct group group = USUAL;
            group.course = COURSES[i];
            group.people = PEOPLE[j / 2];
            group.scale = j % 2 == 0 ? 2 : 4;
            put_accuracy(&group, measure_new, groups / 2, "");
        }
    }
}

static void table_shown(uint32_t groups)
{
    printf(
        "\nNumbers shown, and of those the ones whose band holds the truth, in 100; slow drift.\n"
        "\n| people | scale | all: shown | hold | theme: shown | hold | question: shown | hold |\n"
        "|---|---|---|---|---|---|---|---|\n");
    for (uint32_t j = 0; j < 2 * PEOPLE_COUNT; j++) {
        struct group group = USUAL;
        group.course = COURSE_DRIFT;
        group.people = PEOPLE[j / 2];
        group.scale = j % 2 == 0 ? 2 : 4;
        measure_groups(&group, groups / 2, measure_new, &measured);
        printf("| %u | %u |", group.people, group.scale);
        for (uint32_t kind = 0; kind < MEASURE_KINDS; kind++) {
            const struct accuracy *of = &measured.accuracy[kind];
            printf(" %.0f | %.0f |", percent(of->shown, of->count),
                   percent(of->shown_inside, of->shown));
        }
        printf("\n");
    }
}

static void table_grades(uint32_t groups)
{
    printf(
        "\nWhat is said of a line over the last year, in 100 looks; steady though the truth "
        "moved by more than\ntwelve points.\n\n| course | people | scale | line | too early | "
        "steady | leaning | changed | steady, not so |\n|---|---|---|---|---|---|---|---|---|\n");
    static const char *const KINDS[] = {"all", "theme", "question"};
    for (enum course course = COURSE_QUIET; course < COURSE_COUNT; course++) {
        for (uint32_t j = 0; j < 4; j++) {
            struct group group = USUAL;
            group.course = course;
            group.people = j < 2 ? 8 : 20;
            group.scale = j % 2 == 0 ? 2 : 4;
            measure_groups(&group, groups / 4, measure_new, &measured);
            for (uint32_t kind = 0; kind < MEASURE_KINDS; kind++) {
                const struct accuracy *of = &measured.accuracy[kind];
                printf("| %s | %u | %u | %s |", group_course_name(course), group.people,
                       group.scale, KINDS[kind]);
                for (enum grade grade = GRADE_NOT_YET; grade <= GRADE_CHANGED; grade++) {
                    printf(" %.0f |", percent(of->grade[grade], of->count));
                }
                printf(" %.1f |\n", percent(of->steady_false, of->count));
            }
        }
    }
}

void law_tables(uint32_t groups)
{
    table_false(groups);
    table_power(groups);
    table_accuracy(groups);
    table_shown(groups);
    table_grades(groups);
}

bool law_critical(uint32_t groups)
{
    double most = 0;
    printf("| people | scale | questions | together | course | needed, last year shown | all |\n"
           "|---|---|---|---|---|---|---|\n");
    for (uint32_t i = 0; i < 16 * PEOPLE_COUNT; i++) {
        struct group group = USUAL;
        group.people = PEOPLE[i / 16];
        group.scale = (i & 1) != 0 ? 4 : 2;
        group.together = (i & 2) != 0 ? 20 : 0;
        group.questions = (i & 4) != 0 ? FEW_QUESTIONS : PACK_QUESTION_MAX;
        group.course = (i & 8) != 0 ? COURSE_COMING : COURSE_QUIET;
        measure_groups(&group, groups, measure_new, &measured);
        put_group(&group);
        for (uint32_t period = 0; period < MEASURE_PERIODS; period++) {
            const double looks = measure_strength(measured.claims[period].look_strength, .05);
            const double years = measure_strength(measured.claims[period].year_strength, .15);
            const double needed = looks > years ? looks : years;
            most = needed > most ? needed : most;
            printf(" %.2f |", needed);
        }
        printf("\n");
    }
    printf("largest %.2f of the critical value, which is %.2f\n", most, claim_critical(1));
    return most <= 1;
}

void law_compare(uint32_t groups)
{
    printf("|%s", ACCURACY_HEADS);
    for (uint32_t i = 0; i < 4; i++) {
        struct group group = USUAL;
        group.people = i < 2 ? 8 : 12;
        group.course = i % 2 == 0 ? COURSE_QUIET : COURSE_DRIFT;
        for (uint32_t way = 0; way < 2; way++) {
            put_accuracy(&group, way == 0 ? measure_old : measure_new, groups,
                         way == 0 ? "old, " : "new, ");
            const struct claims *year = &measured.claims[0];
            printf("false claims: %.1f in 100 looks, %.0f in 100 years\n",
                   percent(year->looks_false, measured.looks),
                   percent(year->years_false, measured.years));
        }
    }
}

static bool is_as_near(const struct measure *now, const struct measure *before, uint32_t kind)
{
    return error_of(&now->accuracy[kind]) <= error_of(&before->accuracy[kind]);
}

bool law_blur(uint32_t groups)
{
    static const enum course COURSES[] = {COURSE_QUIET, COURSE_DRIFT, COURSE_STEP_ONE,
                                          COURSE_STEP_ALL};
    static struct measure before;
    bool holds = true;
    printf("|%s", ACCURACY_HEADS);
    for (uint32_t i = 0; i < sizeof(COURSES) / sizeof(COURSES[0]); i++) {
        struct group group = USUAL;
        group.people = BLUR_PEOPLE;
        group.course = COURSES[i];
        put_accuracy(&group, measure_old, groups, "before, ");
        before = measured;
        group.scale = 4;
        put_accuracy(&group, measure_new, groups, "now, ");
        holds = holds && is_as_near(&measured, &before, LINE_ALL) &&
                is_as_near(&measured, &before, LINE_QUESTION);
    }
    return holds;
}

void law_cost(uint32_t blocks)
{
    static struct totals totals;
    static struct group_truth truth;
    static struct trends trends;
    struct group group = USUAL;
    group.blocks = GROUP_BLOCKS_MAX;
    group_fill(&group, &totals, &truth);
    for (; totals.block_count < blocks; totals.block_count++) {
        totals.block[totals.block_count] = totals.block[totals.block_count - GROUP_BLOCKS_MAX];
    }
    trends_compute(&totals, group_pack(), &trends);
    printf("%u sets, %u lines\n", trends.count, trends.line_count);
}
