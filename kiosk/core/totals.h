/* SPDX-License-Identifier: MIT */
/* The content of the totals file as a value: blocks of four meetings with their blurred tallies.
 * Knows nothing of files; store/ turns it into canonical bytes and back. */
#ifndef CORE_TOTALS_H
#define CORE_TOTALS_H

#include "core/calendar.h"
#include "core/counters.h"
#include "core/pack.h"

#include <stdbool.h>

enum {
    TOTALS_BLOCK_MAX = 4096,       /* three hundred years of weekly meetings */
    TOTALS_MEETINGS_PER_BLOCK = 4, /* people's "set"; single meetings stay out of view */
    TOTALS_SERIES_BYTES = 17,      /* 16 hex digits of a digest and a NUL */
    TOTALS_TALLY_LIMIT = 1000000,  /* |upper|, |lower|: checked on writing and on reading */
};

struct tally {
    char question[PACK_ID_BYTES];
    int32_t upper; /* blurred, may be negative, never clamped here */
    int32_t lower;
};

struct block {
    uint32_t id; /* 1, 2, 3, ... without gaps */
    char series[TOTALS_SERIES_BYTES];
    struct month month; /* of the block's first meeting */
    uint32_t meetings;  /* 1..4; below 4 is "under way" or "left" */
    uint32_t scale;
    uint32_t tally_count;
    struct tally tally[PACK_QUESTION_MAX]; /* in byte order of the question id */
};

struct totals {
    uint32_t block_count;
    struct block block[TOTALS_BLOCK_MAX];
};

/* What a meeting adds besides its counters. question[i] names counters index i. */
struct meeting_label {
    char series[TOTALS_SERIES_BYTES];
    struct month month;
    uint32_t question_count;
    char question[PACK_QUESTION_MAX][PACK_ID_BYTES];
};

/* Adds one closed meeting: into the last block when that is under way, of the same series, scale
 * and questions, and has room; else as the first meeting of a new block. LIMIT, and nothing
 * changed, where totals_take_meeting says no. */
MUST_USE enum status totals_add_meeting(struct totals *totals, const struct counters *counters,
                                        const struct meeting_label *label);

/* Can the next meeting of this label and scale be added, whoever comes to it? Asked wherever totals
 * come in and before a meeting opens: one that cannot be saved would be lost. */
bool totals_take_meeting(const struct totals *totals, const struct meeting_label *label,
                         uint32_t scale);

/* The earliest and the latest month of so many blocks, from that index on. */
struct month_span totals_months(const struct totals *totals, uint32_t first, uint32_t count);

/* Complete blocks, whatever their series. */
uint32_t totals_complete_count(const struct totals *totals);

/* Meetings held in the block that the next meeting of this label and scale continues: 0..3. The
 * label's month plays no part. */
uint32_t totals_open_meetings(const struct totals *totals, const struct meeting_label *label,
                              uint32_t scale);

/* Every rule of the file (ids, series text, months, limits, order); used on writing and reading. */
MUST_USE enum status totals_check(const struct totals *totals, struct error *error);

#endif
