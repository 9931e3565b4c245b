/* SPDX-License-Identifier: MIT */
#include "tools/trends/group.h"

#include "main/seeded.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    MILLION = 1000000,
    MEETINGS = TOTALS_MEETINGS_PER_BLOCK,
    THEMES = 4,
    FEWEST = 5, /* fewer in the group are not counted */
    YEAR = 13,
};

static const double ANSWERED = .92; /* of the questions; the rest are skipped */
static const double DRIFT = .012, STEP_ONE = .2, STEP_ALL = .1, DIP_ONE = .25, DIP_ALL = .2;
static const double CLIMB = .3;                               /* of all, in RISE and FALL */
static const double SWING = .12, REPLACED = .125, APART = .2; /* of one person from the group */
static const double COMES = .8;                               /* of those who may, in COMING */
static const double SHARE_MIN = .05, SHARE_MAX = .95;
static const double SHARE[GROUP_QUESTIONS] = {.64, .50, .42, .52, .50, .60, .68};
static const uint32_t THEME[GROUP_QUESTIONS] = {0, 1, 1, 2, 3, 3, 2};

static const char *const NAMES[COURSE_NAMES] = {
    [COURSE_QUIET] = "quiet",
    [COURSE_COMING] = "quiet, few or many come",
    [COURSE_DRIFT] = "slow drift",
    [COURSE_STEP_ONE] = "step of one",
    [COURSE_STEP_ALL] = "step of all",
    [COURSE_DIP_ONE] = "dip of one",
    [COURSE_DIP_ALL] = "dip of all",
    [COURSE_SWING] = "swing",
    [COURSE_REPLACED] = "members replaced",
    [COURSE_RISE] = "rise",
    [COURSE_FALL] = "fall",
};

/* What a group is made of: people's answers come from one stream, the noise from another. */
struct dice {
    struct seeded people, noise;
};

static bool happens(struct dice *dice, double chance)
{
    return seeded_below(&dice->people, MILLION) < (uint32_t)(chance * MILLION);
}

/* Roughly normal, as much so as anybody can see: twelve uniform numbers. */
static double normal(struct dice *dice)
{
    double sum = -6;
    for (int i = 0; i < 12; i++) {
        sum += (seeded_below(&dice->people, MILLION) + .5) / MILLION;
    }
    return sum;
}

static double within(double share)
{
    return share < SHARE_MIN ? SHARE_MIN : share > SHARE_MAX ? SHARE_MAX : share;
}

const char *group_course_name(enum course course)
{
    return NAMES[course];
}

enum course group_course_named(const char *name)
{
    enum course course = COURSE_QUIET;
    while (course < COURSE_NAMES && (NAMES[course] == NULL || strcmp(NAMES[course], name) != 0)) {
        course++;
    }
    return course;
}

const struct pack *group_pack(void)
{
    static struct pack pack;
    pack.theme_count = THEMES;
    pack.question_count = GROUP_QUESTIONS;
    for (uint32_t i = 0; i < GROUP_QUESTIONS; i++) {
        (void)snprintf(pack.question[i].id, PACK_ID_BYTES, "q%u", i + 1);
        pack.question[i].theme = THEME[i];
    }
    return &pack;
}

/* By how much a question is away from its usual share. */
static double moved(const struct group *group, uint32_t block, uint32_t question)
{
    const bool one = question == GROUP_MOVED, late = block >= GROUP_CHANGE;
    const uint32_t dip = GROUP_CHANGE + GROUP_DIP;
    const bool low = block >= dip && block < dip + GROUP_DIP_BLOCKS;
    const double climbed = CLIMB * ((double)block / group->blocks - .5);
    switch (group->course) {
    case COURSE_STEP_ONE:
        return one && late ? STEP_ONE : 0;
    case COURSE_STEP_ALL:
        return late ? STEP_ALL : 0;
    case COURSE_DIP_ONE:
        return one && low ? -DIP_ONE : 0;
    case COURSE_DIP_ALL:
        return low ? -DIP_ALL : 0;
    case COURSE_SWING:
        return SWING * sin(2 * acos(-1) * block / YEAR);
    case COURSE_RISE:
        return climbed;
    case COURSE_FALL:
        return -climbed;
    case COURSE_QUIET:
    case COURSE_COMING:
    case COURSE_DRIFT:
    case COURSE_REPLACED:
    case COURSE_COUNT:
    case COURSE_NAMES:
        break;
    }
    return 0;
}

struct walk {
    double all;
    double own[GROUP_QUESTIONS];
};

static void set_shares(const struct group *group, struct dice *dice, uint32_t block,
                       struct walk *walk, double share[GROUP_QUESTIONS])
{
    const bool drifts = group->course == COURSE_DRIFT && block > 0;
    walk->all += drifts ? DRIFT * normal(dice) : 0;
    for (uint32_t i = 0; i < GROUP_QUESTIONS; i++) {
        walk->own[i] += drifts ? DRIFT * normal(dice) : 0;
        share[i] = within(SHARE[i] + walk->all + walk->own[i] + moved(group, block, i));
    }
}

/* A member's own shares, in COURSE_REPLACED. */
static void meet(struct dice *dice, double member[GROUP_QUESTIONS])
{
    for (uint32_t i = 0; i < GROUP_QUESTIONS; i++) {
        member[i] = within(SHARE[i] + APART * normal(dice));
    }
}

static void set_members(const struct group *group, struct dice *dice, uint32_t block,
                        double member[GROUP_PEOPLE_MAX][GROUP_QUESTIONS],
                        double share[GROUP_QUESTIONS])
{
    memset(share, 0, GROUP_QUESTIONS * sizeof(share[0]));
    for (uint32_t person = 0; person < group->people; person++) {
        if (block == 0 || happens(dice, REPLACED)) {
            meet(dice, member[person]);
        }
        for (uint32_t i = 0; i < GROUP_QUESTIONS; i++) {
            share[i] += member[person][i] / group->people;
        }
    }
}

/* Two answers of one visit come from one number with the chance that gives their correlation. */
static void visit(const struct group *group, struct dice *dice, const double share[GROUP_QUESTIONS],
                  struct counters *counters)
{
    uint8_t sides[PACK_QUESTION_MAX] = {SIDE_NONE};
    const double link = sqrt(group->together / 100.0);
    const uint32_t mood = seeded_below(&dice->people, MILLION);
    for (uint32_t i = 0; i < group->questions; i++) {
        const bool with_mood = happens(dice, link);
        const uint32_t own = seeded_below(&dice->people, MILLION);
        const bool upper = (with_mood ? mood : own) < (uint32_t)(share[i] * MILLION);
        if (happens(dice, ANSWERED)) {
            sides[i] = upper ? SIDE_UPPER : SIDE_LOWER;
        }
    }
    const enum status status = counters_add(counters, sides);
    assert(status == STATUS_OK);
}

static uint32_t people_here(const struct group *group, struct dice *dice)
{
    if (group->course != COURSE_COMING) {
        return group->people;
    }
    uint32_t here = 0;
    for (uint32_t i = 0; i < (uint32_t)(group->people / COMES + .5); i++) {
        here += happens(dice, COMES);
    }
    return here > FEWEST ? here : FEWEST;
}

static void hold_meeting(const struct group *group, struct dice *dice,
                         const struct meeting_label *label,
                         double member[GROUP_PEOPLE_MAX][GROUP_QUESTIONS],
                         const double share[GROUP_QUESTIONS], struct totals *totals)
{
    const struct random_source source = seeded_source(&dice->noise);
    struct counters counters;
    enum status status = counters_open(&counters, &source, group->questions, group->scale);
    assert(status == STATUS_OK);
    const uint32_t here = people_here(group, dice);
    for (uint32_t person = 0; person < here; person++) {
        visit(group, dice, group->course == COURSE_REPLACED ? member[person] : share, &counters);
    }
    status = totals_add_meeting(totals, &counters, label);
    assert(status == STATUS_OK);
}

static struct meeting_label law_label(uint32_t questions)
{
    struct meeting_label label = {
        .series = "0123456789abcdef", .month = {2026, 1}, .question_count = questions};
    for (uint32_t i = 0; i < questions; i++) {
        (void)snprintf(label.question[i], PACK_ID_BYTES, "q%u", i + 1);
    }
    return label;
}

void group_fill(const struct group *group, struct totals *totals, struct group_truth *truth)
{
    assert(group->people <= GROUP_PEOPLE_MAX && group->blocks <= GROUP_BLOCKS_MAX);
    double member[GROUP_PEOPLE_MAX][GROUP_QUESTIONS];
    struct dice dice = {.people = {.state = (uint64_t)group->seed << 32},
                        .noise = {.state = ((uint64_t)group->seed << 32) + 1}};
    struct walk walk = {.all = 0};
    struct meeting_label label = group->label != NULL ? *group->label : law_label(group->questions);
    const struct month first = label.month;
    totals->block_count = 0;
    for (uint32_t block = 0; block < group->blocks; block++) {
        double *share = truth->share[block];
        label.month = month_after(first, (int32_t)(block * MEETINGS * 7 * 4800 / 146097));
        if (group->course == COURSE_REPLACED) {
            set_members(group, &dice, block, member, share);
        } else {
            set_shares(group, &dice, block, &walk, share);
        }
        for (int i = 0; i < MEETINGS; i++) {
            hold_meeting(group, &dice, &label, member, share, totals);
        }
    }
}
