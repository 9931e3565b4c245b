/* SPDX-License-Identifier: MIT */
/* The visit: what its screens share, from the promise to all clear. The answers themselves are in
 * locked memory (config.secret); which kind of visit it is, the app knows. */
#ifndef SCREENS_VISIT_H
#define SCREENS_VISIT_H

#include "screens/app/part.h"

/* All clear. */
enum {
    CLEAR_MS = 20 * 1000, /* until Welcome */
    CLEAR_SLOW_MS = 60 * 1000,
    CLEAR_DECAY_MS = 2400, /* until its water is still */
};

STATE_BEGIN
struct visit_state {
    uint32_t question; /* index among those switched on */
    bool again;        /* this question was reached by Back */
    bool settled;      /* the answers are added or erased: there is nothing left to erase */
    bool ended;        /* the meeting ended in mid-visit: nothing can be added */
    uint8_t unused;
};
STATE_END

/* visit_state: to be changed by the visit itself. */
PART_STATE(struct visit_state, OWNER_MODULE + MODULE_VISIT, visit_of, visit_state)

/* To the question that is index-th of those switched on; again: by Back. */
void visit_ask(struct app *app, uint32_t index, bool again);

/* The closing screen as it is once somebody chose (pictures and tests). */
void closing_show(struct app *app, uint32_t practice);
/* As if this question were asked, to measure it. */
void visit_measure(struct app *app, uint32_t index);

#endif
