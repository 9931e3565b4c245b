/* SPDX-License-Identifier: MIT */
/* The visit: what its screens share, from the promise to All clear. The answers themselves are in
 * locked memory (config.secret). The kind of the visit is app.visit. */
#ifndef SCREENS_VISIT_H
#define SCREENS_VISIT_H

#include "screens/app/part.h"

/* The screen All clear. */
enum {
    CLEAR_MS = 20 * 1000, /* until Welcome */
    CLEAR_SLOW_MS = 60 * 1000,
    CLEAR_DECAY_MS = 2400, /* until its water is still */
};

STATE_BEGIN
struct visit_state {
    uint32_t question; /* index among the questions switched on */
    bool again;        /* this question was reached by Back */
    bool settled;      /* the answers are added or erased: there is nothing left to erase */
    bool ended;        /* the meeting ended in mid-visit: nothing can be added */
    uint8_t unused;
};
STATE_END

/* visit_state is for the visit's own files. */
PART_STATE(struct visit_state, OWNER_MODULE + MODULE_VISIT, visit_of, visit_state)

/* Goes to a question: index among the questions switched on. again: Back led to the question. */
void visit_ask(struct app *app, uint32_t index, bool again);

/* Shows the closing screen as it is once somebody chose; for pictures and tests. */
void closing_show(struct app *app, uint32_t practice);
/* Sets the state as if this question were asked, so that the question can be measured. */
void visit_measure(struct app *app, uint32_t index);

#endif
