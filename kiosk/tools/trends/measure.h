/* SPDX-License-Identifier: MIT */
/* What a way of reading totals makes of made-up groups: how often it claims a change that is none,
 * how soon it finds one that is there, and how far its numbers are from the truth. */
#ifndef TOOLS_MEASURE_H
#define TOOLS_MEASURE_H

#include "core/trends.h"
#include "tools/trends/group.h"

enum {
    MEASURE_LINES = TRENDS_LINE_MAX,
    MEASURE_YEAR = 13,   /* blocks */
    MEASURE_EARLIER = 6, /* blocks back from the newest: how earlier ones are shown */
    MEASURE_PERIODS = 2, /* the last year and all of it; three blocks allow no claim */
    MEASURE_STEPS = 200, /* a histogram of strength: hundredths up to twice a claim's need */
    MEASURE_KINDS = 1 + LINE_QUESTION,
};

/* Sets [from, to). */
struct stretch {
    uint32_t from, to;
};

/* What is said of a line over one period. */
struct look_claim {
    enum grade grade;
    bool up;
    double strength;              /* above 1: a claim */
    struct stretch before, after; /* of a claim: the blocks compared */
};

/* One line at one look. */
struct look_line {
    bool exists;
    bool shown;               /* a number, not only a band */
    double centre, low, high; /* of a hundred; the newest point */
    bool has_earlier;         /* MEASURE_EARLIER blocks before */
    double earlier_centre, earlier_low, earlier_high;
    struct look_claim claim[MEASURE_PERIODS]; /* PERIOD_YEAR, PERIOD_ALL */
};

/* Reads the first `blocks` blocks of totals as they were read then. */
typedef void (*measure_reader)(struct totals *totals, uint32_t blocks,
                               struct look_line line[MEASURE_LINES]);

/* How far numbers are from the truth. */
struct accuracy {
    double count, square, inside, width;
    double shown, shown_inside;
    double earlier, earlier_square, earlier_inside;
    double grade[GRADE_CHANGED + 1]; /* over the last year */
    double steady_false;             /* steady, while the truth moved by more than 12 points */
};

struct claims {
    double looks_false;             /* looks in which a line claims what is not so */
    double years_false;             /* years with such a look */
    double found[MEASURE_YEAR + 1]; /* groups whose change was found within so many blocks */
    double look_strength[MEASURE_STEPS + 1]; /* looks by their strongest line, */
    double year_strength[MEASURE_STEPS + 1]; /* and years */
};

struct measure {
    double groups, looks, years; /* full years from the second on */
    struct accuracy accuracy[MEASURE_KINDS];
    struct claims claims[MEASURE_PERIODS];
};

/* Many groups like this one, each with its own seed, looked at after every block from the sixth on.
 */
void measure_groups(const struct group *like, uint32_t groups, measure_reader reader,
                    struct measure *out);

/* The strength that all but this share of a histogram stay below. */
double measure_strength(const double strength[MEASURE_STEPS + 1], double share);

/* The readers. */
void measure_new(struct totals *totals, uint32_t blocks, struct look_line line[MEASURE_LINES]);
void measure_old(struct totals *totals, uint32_t blocks, struct look_line line[MEASURE_LINES]);

#endif
