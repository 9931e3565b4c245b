/* SPDX-License-Identifier: MIT */
/* Made-up groups whose truth is known: who comes, what share of them answers in the upper half, and
 * what of it reaches the file, through the engine's own counters, noise and totals. */
#ifndef TOOLS_GROUP_H
#define TOOLS_GROUP_H

#include "core/totals.h"

enum {
    GROUP_QUESTIONS = PACK_QUESTION_MAX,
    GROUP_BLOCKS_MAX = 160,
    GROUP_PEOPLE_MAX = 64,
    GROUP_CHANGE = 13, /* blocks before a step: a year */
    GROUP_DIP = 4,     /* blocks after that, before a dip, */
    GROUP_DIP_BLOCKS = 5,
};

/* How the shares move. */
enum course {
    COURSE_QUIET,
    COURSE_COMING,   /* quiet, and how many come differs from meeting to meeting */
    COURSE_DRIFT,    /* all together and each question by 1.2 points a block, at random */
    COURSE_STEP_ONE, /* one question by 20 points, once */
    COURSE_STEP_ALL, /* all by 10 points, once */
    COURSE_DIP_ONE,  /* one by 25 points for five blocks */
    COURSE_DIP_ALL,  /* all by 20 points for five blocks */
    COURSE_SWING,    /* all by 12 points up and down, once a year */
    COURSE_REPLACED, /* the same people each time, of whom one in eight is another person next block
                      */
    COURSE_COUNT,    /* what the law is measured on; pictures are told of these as well: */
    COURSE_RISE,     /* all by 30 points, from the first block to the last */
    COURSE_FALL,
    COURSE_NAMES,
};

/* The question that COURSE_STEP_ONE and COURSE_DIP_ONE move. */
enum { GROUP_MOVED = 1 };

struct group {
    uint32_t people;    /* at each meeting */
    uint32_t scale;     /* of the blur */
    uint32_t questions; /* the first so many are asked */
    uint32_t together;  /* hundredths: correlation of two answers of one visit */
    enum course course;
    uint32_t blocks;
    uint32_t seed;
    const struct meeting_label
        *label; /* of the first block, the next is four weeks later; or NULL */
};

/* The true share in the upper half, by block and question. */
struct group_truth {
    double share[GROUP_BLOCKS_MAX][GROUP_QUESTIONS];
};

/* The name of a course, as the directive `group` takes it. */
const char *group_course_name(enum course course);
/* COURSE_NAMES: no course has that name. */
enum course group_course_named(const char *name);

/* Seven questions in four themes, as the shipped ones. */
const struct pack *group_pack(void);

/* Holds the meetings of all blocks; the same seed gives the same totals. */
void group_fill(const struct group *group, struct totals *totals, struct group_truth *truth);

#endif
