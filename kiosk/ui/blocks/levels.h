/* SPDX-License-Identifier: MIT */
/* Two levels of something that hides one person among many, to choose from: cards of one size and
 * one order, each with what it does to a single guess, as a hundred stones, and to a trend. Where
 * there is no room for cards both choices stand on the first page, and the pictures follow. */
#ifndef UI_BLOCKS_LEVELS_H
#define UI_BLOCKS_LEVELS_H

#include "ui/chart.h"

enum { LEVELS_COUNT = 2 };

struct level {
    const char *id; /* those of its parts begin with it: "{id}.guess" */
    const char *name;
    const char *one, *trend;   /* over the two pictures */
    const char *guess, *width; /* what they mean */
    const char *bars_spoken;
    uint32_t in_100;    /* guesses that are right */
    struct chart chart; /* of the trend */
    bool chosen;
    uint16_t action;
    int16_t arg;
};

struct levels {
    struct level level[LEVELS_COUNT];
    const char *coin, *more; /* what the two kinds of stones are */
    const char *body_id,
        *body; /* between the choices and their pictures where those are in pages */
};

void levels_flow(struct flow *flow, const struct levels *levels);

#endif
