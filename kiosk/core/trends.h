/* SPDX-License-Identifier: MIT */
/* All lines of the running series at once: level, band and what may be said, from complete blocks
 * alone. Computed once for each change of the totals; everything that shows a line, a screen, the
 * page that leaves or the table, reads it here. */
#ifndef CORE_TRENDS_H
#define CORE_TRENDS_H

#include "core/level.h"
#include "core/line.h"

enum {
    TRENDS_LINE_MAX = 1 + PACK_THEME_MAX + PACK_QUESTION_MAX,
    TRENDS_ANSWERS_MIN = 12, /* expected in a block: fewer are not shown as a number */
    TRENDS_WIDTH_MAX = 40,   /* a wider band has no number */
    TRENDS_SHARE_MIN = 4,    /* shown as "under 5" */
    TRENDS_SHARE_MAX = 96,   /* shown as "over 95" */
};

struct trend_line {
    uint32_t count; /* one point a block; 0: the series does not ask it */
    struct band band[BLOCKS_MAX];
    struct claim_shown claim[PERIOD_COUNT];
};

/* About half a megabyte, static. Lines: all, then the themes and the questions of the pack. */
struct trends {
    uint32_t first; /* totals->block[first..first + count): the blocks that are used */
    uint32_t count;
    uint32_t line_count;
    struct trend_line line[TRENDS_LINE_MAX];
    /* Scratch of the computation. */
    struct answers answers;
    struct observed all, own;
    struct local_level level, distance;
    struct reading sum[BLOCKS_MAX];
};

/* Reads the unbroken run of the newest complete block's series, with the same scale and questions,
 * of which the newest BLOCKS_MAX are used. No complete block: count 0, every grade GRADE_NONE. */
void trends_compute(const struct totals *totals, const struct pack *pack, struct trends *out);

/* How many blocks a period shows at most, and how many of these it does: the newest ones. */
uint32_t trends_period_most(enum period period);
uint32_t trends_period_count(const struct trends *trends, enum period period);

/* low, centre, high: level -+ 1.645 standard deviations and the level in points of a hundred, the
 * ends rounded outwards, all within 4..96. Readable: at most 40 points wide before that, with at
 * least twelve answers to be expected. */
struct band trends_band(struct reading level, double answers);

#endif
