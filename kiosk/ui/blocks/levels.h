/* SPDX-License-Identifier: MIT */
/* Two levels of blur, which hides one person among many, to choose from. Each level has a card, of
 * the same size and order, that shows what the level does to a single guess, as a hundred stones,
 * and to a trend. Where there is no room for cards both choices stand on the first page, and the
 * pictures follow. */
#ifndef UI_BLOCKS_LEVELS_H
#define UI_BLOCKS_LEVELS_H

#include "ui/chart.h"

enum { LEVELS_COUNT = 2 };

struct level {
    const char *id; /* the ids of its parts begin with this id: "{id}.guess" */
    const char *name;
    const char *one, *trend;   /* words over the two pictures */
    const char *guess, *width; /* words below the pictures: what each means */
    const char *bars_spoken;
    uint32_t in_100;    /* guesses that are right */
    struct chart chart; /* chart of the trend */
    bool chosen;
    uint16_t action;
    int16_t arg;
};

struct levels {
    struct level level[LEVELS_COUNT];
    const char *coin, *more;    /* words for the two kinds of stones */
    const char *body_id, *body; /* stands between the choices and their pictures, where the pictures
                                 * have pages of their own */
};

void levels_flow(struct flow *flow, const struct levels *levels);

#endif
