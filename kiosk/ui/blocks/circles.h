/* SPDX-License-Identifier: MIT */
/* What is learned, step by step, of one or two things: a circle for each, with a pip for each step
 * and then a tick over its name, and below it what it does; or, where there is little room, a row.
 */
#ifndef UI_BLOCKS_CIRCLES_H
#define UI_BLOCKS_CIRCLES_H

#include "ui/ui.h"

enum { CIRCLES_MAX = 2, CIRCLE_PIPS = 2 };

struct circle {
    const char *id, *state_id, *does_id;
    const char *name, *whole; /* whole: with what it does, as it is said and stands in a row */
    const char *does;
    const char *state, *state_spoken; /* "": nothing yet. NULL: the state */
    uint32_t pips;                    /* steps so far */
    bool known, asked;
};

struct circles {
    struct circle circle[CIRCLES_MAX];
    uint32_t first;                 /* those before it are left out */
    const char *state_known;        /* the longest state */
    const char *remark_id, *remark; /* below them; NULL: none now */
    const char *remark_longest;     /* there is room for it, also when there is none */
};

struct circles_size {
    int32_t radius, step; /* of a circle, of a column */
    int32_t words_h;
    int32_t height;
};
/* As large as so much room allows; whether that is large enough. */
struct circles_size circles_in(const struct ui *ui, const struct circles *circles, int32_t w,
                               int32_t h);
bool circles_fit(const struct ui *ui, const struct circles *circles,
                 const struct circles_size *size);
void circles_draw(struct ui *ui, const struct circles *circles, const struct circles_size *size,
                  int32_t x, int32_t y);
/* In the middle of a box, where they stay when a remark comes below them. False: they are too small
 * there to be read. */
bool circles_figure(struct ui *ui, const struct circles *circles, struct box box);
/* The same in what the flow leaves of its page, where they fit. */
bool circles_below(struct flow *flow, const struct circles *circles);
/* A row for each. */
void circles_rows(struct flow *flow, const struct circles *circles);

#endif
