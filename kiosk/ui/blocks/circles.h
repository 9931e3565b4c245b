/* SPDX-License-Identifier: MIT */
/* What is learned, step by step, of one or two things. Each thing has a circle, with a pip for each
 * step and then a tick over the thing's name, and below the circle what the thing does. Where there
 * is little room each thing has a row in place of a circle. */
#ifndef UI_BLOCKS_CIRCLES_H
#define UI_BLOCKS_CIRCLES_H

#include "ui/ui.h"

enum { CIRCLES_MAX = 2, CIRCLE_PIPS = 2 };

struct circle {
    const char *id, *state_id, *does_id;
    const char *name, *whole; /* whole: the name with what the thing does, as it is said and as it
                               * stands in a row */
    const char *does;
    const char *state, *state_spoken; /* state: "" when nothing is learned yet. state_spoken: NULL
                                       * when state is said as it is */
    uint32_t pips;                    /* steps so far */
    bool known, asked;
};

struct circles {
    struct circle circle[CIRCLES_MAX];
    uint32_t first;                 /* index of the first circle to draw; those before it are left
                                     * out */
    const char *state_known;        /* the longest state */
    const char *remark_id, *remark; /* below the circles; NULL: none now */
    const char *remark_longest;     /* room is kept for this remark, also when no remark shows */
};

struct circles_size {
    int32_t radius, step; /* radius of a circle; step from column to column */
    int32_t words_h;
    int32_t height;
};
/* circles_in returns the largest size in w by h px. circles_fit returns whether a size is large
 * enough to be read. */
struct circles_size circles_in(const struct ui *ui, const struct circles *circles, int32_t w,
                               int32_t h);
bool circles_fit(const struct ui *ui, const struct circles *circles,
                 const struct circles_size *size);
void circles_draw(struct ui *ui, const struct circles *circles, const struct circles_size *size,
                  int32_t x, int32_t y);
/* Draws the circles in the middle of a box, where they stay when a remark comes below them. Returns
 * false, and draws nothing, if they would be too small to be read. */
bool circles_figure(struct ui *ui, const struct circles *circles, struct box box);
/* As circles_figure, in what the flow leaves of its page. */
bool circles_below(struct flow *flow, const struct circles *circles);
/* Draws a row for each thing. */
void circles_rows(struct flow *flow, const struct circles *circles);

#endif
