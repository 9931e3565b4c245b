/* SPDX-License-Identifier: MIT */
/* What a facilitator may see of complete blocks: windows, shares with a 90 % band, and claims only
 * beyond the noise (PRIVACY in the README's words; formulas at the functions). Bands are decided in
 * integers; doubles serve only the test of a change. */
#ifndef CORE_BAND_H
#define CORE_BAND_H

#include "core/pack.h"
#include "core/totals.h"

#include <stdbool.h>

enum {
    BAND_WIDTH_READABLE_MAX = 40, /* wider: the band stays, line and number give way */
    BAND_WIDTH_SINGLE_MAX = 25, /* all seven: wider one-block bands are pooled over three blocks */
    BAND_POOL_BLOCKS = 3,       /* a question or a theme always joins three blocks */
    BAND_LEAN_POINTS = 10,      /* smaller differences are "about the same" */
    BAND_LAST_YEAR_BLOCKS = 13, /* 52 weekly meetings */
};

/* Sums over the blocks and questions of one window. draws: noise draws per side. */
struct window_sum {
    int64_t upper;
    int64_t lower;
    uint32_t draws_scale[NOISE_SCALE_MAX + 1]; /* how many draws per side of each scale */
};

/* centre, low, high: of 100 answers, how many in the upper half. Readable: high - low <= 40. */
struct band {
    uint8_t centre;
    uint8_t low;
    uint8_t high;
    bool readable;
};

/* T = max(0, upper), B = max(0, lower), i inside iff
 * 1000 ((100-i) T - i B)^2 <= S ((100-i)^2 + i^2), S = sum over draws of K(scale),
 * K = 1000 * 1.644854^2 * 2a/(1-a)^2. centre is T/(T+B) rounded, moved into the band if need be;
 * an empty inside is closed to the centre; T = B = 0 gives 50 in 0..100. */
struct band band_of(const struct window_sum *sum);

/* Which line. Themes and questions are indices into the pack. */
enum line_kind { LINE_ALL, LINE_THEME, LINE_QUESTION };
struct line_id {
    enum line_kind kind;
    uint32_t index;
};

enum period { PERIOD_THREE, PERIOD_YEAR, PERIOD_ALL, PERIOD_COUNT };

enum verdict {
    VERDICT_NONE, /* no complete window at all */
    VERDICT_ONE,  /* a single window, or no two windows apart */
    VERDICT_WIDE, /* first or last band wider than 40 */
    VERDICT_UP,   /* a claim: beyond z sqrt(V1 + V2) */
    VERDICT_DOWN,
    VERDICT_LEAN_UP, /* at least 10 points, could be chance */
    VERDICT_LEAN_DOWN,
    VERDICT_SAME,
};

struct point {
    uint16_t block_index;    /* 0-based, of the window's newest complete block, within the period */
    struct month month;      /* first meeting of the newest block */
    struct month month_from; /* first meeting of the oldest block of the window */
    struct band band;
};

struct line_view {
    uint32_t block_count;      /* complete blocks of the running series in the period */
    uint32_t pool_blocks;      /* 1 or 3: blocks joined in each point */
    bool series_before;        /* the period also holds complete blocks of an earlier series */
    struct month series_month; /* first month of the running series */
    enum verdict verdict;      /* first window against last, never overlapping */
    uint8_t first;             /* a: centre of the first window compared */
    uint8_t last;              /* b */
    struct month first_month;  /* month of the first window compared */
    uint32_t point_count;
};

/* The blocks a period shows: totals->block[first..first + count), all complete, all of the newest
 * complete block's series and scale, without another block between them. */
struct line_span {
    uint32_t first;
    uint32_t count;
};

/* A period is the newest complete blocks of any series, at most 3, 13 or all; the span is the part
 * of them that belongs to the running series. No complete block: count 0. */
struct line_span line_span_of(const struct totals *totals, enum period period);

/* One point: the window of pool_blocks blocks that begins at the index-th block of the span. */
struct point line_point(const struct totals *totals, const struct pack *pack, struct line_id line,
                        struct line_span span, uint32_t pool_blocks, uint32_t index);

/* A line over a period, and which of its points: at most max, from this index on. */
struct line_query {
    struct line_id line;
    enum period period;
    uint32_t from, max;
};

/* Computes one line over the span of a period. A theme or a question always joins three blocks; all
 * seven join three when some single block's band is wider than 25 and there are three to join. A
 * line whose questions the running series does not ask has no points. points[0..max) receives those
 * asked for; returns how many, while view->point_count is the full number. max 0: points may be
 * NULL. */
uint32_t line_compute(const struct totals *totals, const struct pack *pack,
                      const struct line_query *query, struct line_view *view, struct point *points);

/* True when |s2 - s1| > z sqrt(V1 + V2), V = [W (T^2+B^2)/N^2 + TB/N]/N^2, W = sum of v(scale). */
bool band_change_is_claimed(const struct window_sum *first, const struct window_sum *last,
                            enum line_kind kind);

/* The figures of the promise, computed from scale and question count by this build: the best guess
 * in 100 of somebody who took the machine and knew everything else. */
struct promise_figures {
    uint8_t guess_one;   /* one answer, upper or lower */
    uint8_t guess_part;  /* took part or not */
    uint8_t guess_all;   /* all answers or their exact opposites */
    uint8_t guess_year;  /* one same answer in 52 meetings, the file copied each time */
    uint8_t guess_alone; /* one same answer in four meetings held for that person alone */
};
void promise_compute(uint32_t scale, uint32_t question_count, struct promise_figures *out);

/* Pr[Z = z] of one draw: (1-a)/(1+a) a^|z|, a = exp(-1/scale). For pictures. */
double promise_chance(uint32_t scale, int32_t z);

#endif
