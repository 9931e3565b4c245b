/* SPDX-License-Identifier: MIT */
/* The table of views: for each screen and state, what the kiosk is like and the directives of a
 * story that lead there. Private to views.c, which walks them. */
#ifndef TOOLS_VIEW_TABLE_H
#define TOOLS_VIEW_TABLE_H

#include <stdint.h>

/* What the kiosk is like before the view's own directives. */
enum before {
    BEFORE_FIRST_RUN,
    BEFORE_CLOSED, /* two made-up years, no meeting */
    BEFORE_KEPT,   /* a PIN of its own, and a meeting behind it */
    BEFORE_FEW,    /* two made-up years, reflection only */
    BEFORE_MANY,   /* the same, a counting meeting */
    /* The same, where only the usual panel and text size lead to the view: it is walked to on
     * those, and then shown as was asked for. */
    BEFORE_MANY_USUAL,
    BEFORE_COUNT,
};

/* A row. The first row of a screen is its usual state. */
struct view {
    const char *screen;
    const char *state;
    enum before before;
    const char *script;
};

extern const struct view VIEWS[];
extern const uint32_t VIEW_COUNT;

/* A facilitator's screens begin with this. */
#define TO_MEETING "unlock 246810\n"

#endif
