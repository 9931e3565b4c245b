/* SPDX-License-Identifier: MIT */
/* A line as it is asked for and shown: which questions, over which blocks, its points, and what may
 * be said about it. All numbers are whole points of a hundred. core/trends.h says what they are
 * estimated from, and how. */
#ifndef CORE_LINE_H
#define CORE_LINE_H

#include "core/claim.h"
#include "core/pack.h"

enum {
    LINE_THREE_BLOCKS = 3, /* the shortest period */
    LINE_YEAR_BLOCKS = 13, /* 52 weekly meetings */
};

/* Names a line. Themes and questions are indices into the pack. */
enum line_kind { LINE_ALL, LINE_THEME, LINE_QUESTION };
struct line_id {
    enum line_kind kind;
    uint32_t index;
};

/* The newest blocks: at most three, those of a year, or all. */
enum period { PERIOD_THREE, PERIOD_YEAR, PERIOD_ALL, PERIOD_COUNT };

/* centre: the level, which is how many of 100 answers are on the upper side. The room's true level
 * lies between low and high nine times in ten; that takes in blur and chance. readable: the band is
 * narrow enough, and has enough answers, to be shown as a number. */
struct band {
    uint8_t centre;
    uint8_t low;
    uint8_t high;
    bool readable;
};

/* A claim in whole points of a hundred, as it is shown. */
struct claim_shown {
    enum grade grade;
    enum not_yet reason;
    uint32_t blocks_needed;
    uint32_t strength; /* strength of the claim in thousandths; a claim needs more than 1000 */
    bool up;
    uint32_t since; /* CHANGED: index in the period of the first block after the change */
    uint8_t before;
    uint8_t after;
};

/* One finished block. */
struct point {
    uint16_t block_index; /* 0-based within the period */
    struct month month;   /* of its first meeting */
    struct band band;
};

struct line_view {
    uint32_t block_count;      /* blocks of the period */
    bool series_before;        /* the period also reaches finished blocks of an earlier series */
    struct month series_month; /* earliest of the running series */
    struct claim_shown claim;
    struct month first_month; /* earliest of the period */
    struct month since_month; /* CHANGED: earliest after the change */
    uint32_t point_count;     /* 0: the running series does not ask the line's questions */
};

/* Asks for a line over a period, and for at most max of its points from this index on. */
struct line_query {
    struct line_id line;
    enum period period;
    uint32_t from, max;
};

struct totals;
struct trends;

/* The totals' own blocks of a period: totals->block[first..first + count). */
struct line_span {
    uint32_t first;
    uint32_t count;
};
struct line_span line_span_of(const struct trends *trends, enum period period);

/* Reads one line of trends that were computed from these totals. points[0..max) gets the points
 * that were asked for. Returns how many; view->point_count is the full number. max 0: points may be
 * NULL. */
uint32_t line_read(const struct totals *totals, const struct trends *trends,
                   const struct pack *pack, const struct line_query *query, struct line_view *view,
                   struct point *points);

#endif
