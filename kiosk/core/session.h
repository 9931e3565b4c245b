/* SPDX-License-Identifier: MIT */
/* One person's visit. The struct holds no pointers and nothing derived. It lives in a locked page
 * of the screen process and is wiped in one call. The level of an answer, 1 to 4, never leaves the
 * struct; only sides do. */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include "core/counters.h"

#include <stdbool.h>

enum answer {
    ANSWER_NONE = 0, /* nothing chosen, or a way to pass: both are stored alike */
    ANSWER_NOT_THIS_TIME = 1,
    ANSWER_LITTLE = 2,
    ANSWER_GOOD_AMOUNT = 3,
    ANSWER_MOST = 4,
    ANSWER_UNFIT = 5,  /* a mark only: never stored */
    ANSWER_UNSAID = 6, /* a mark only: never stored */
    ANSWER_COUNT = 7,
};

struct session {
    uint8_t level[PACK_QUESTION_MAX]; /* 0 or 1..4 */
    uint8_t mark;                     /* what this view of the question shows: enum answer */
};

/* Overwrites the whole visit: no level and no mark is left. */
void session_wipe(struct session *session);

/* Called when a question comes on the screen, the first time or after Back: no mark shows. */
void session_enter(struct session *session);

/* Somebody taps an answer in this view: marks it and stores its level. If the answer is tapped
 * again, takes the mark off and stores nothing. The first tap of a view always marks. */
void session_choose(struct session *session, uint32_t question, enum answer answer);

/* Returns what Add sends for a level: upper for the two higher levels, lower for the two lower
 * ones, none without an answer. */
void session_sides(const struct session *session, uint32_t question_count,
                   uint8_t sides[PACK_QUESTION_MAX]);

#endif
