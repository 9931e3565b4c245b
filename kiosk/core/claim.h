/* SPDX-License-Identifier: MIT */
/* What may be said of a line over some blocks. A change is claimed at the split that tells the
 * blocks before it best from those after it, when no quiet group would often show one as clear. How
 * often that goes wrong is measured, not supposed: kiosk/TRENDS.md. */
#ifndef CORE_CLAIM_H
#define CORE_CLAIM_H

#include "core/local_level.h"

#include <stdbool.h>

enum {
    CLAIM_SIDE_MIN = 3,                    /* blocks before a change, and after it */
    CLAIM_BLOCKS_MIN = 2 * CLAIM_SIDE_MIN, /* fewer: too early to tell */
};

enum grade {
    GRADE_NONE,    /* no finished block */
    GRADE_NOT_YET, /* too early to tell, or too little: reason says which */
    GRADE_STEADY,  /* whatever changed is smaller than twelve points of a hundred */
    GRADE_LEANING, /* the last block is away from the first, and that could be chance */
    GRADE_CHANGED,
};

/* Why nothing can be said. */
enum not_yet {
    NOT_YET_NOTHING,      /* it can */
    NOT_YET_FEW_BLOCKS,   /* blocks_needed more may do */
    NOT_YET_SHORT_PERIOD, /* the series has enough of them, the period that was asked for has not */
    NOT_YET_MUCH_BLUR,    /* without the blur these answers would do */
    NOT_YET_FEW_ANSWERS,
};

struct claim {
    enum grade grade;
    enum not_yet reason;
    uint32_t blocks_needed;
    double strength; /* |z| of the best split as a part of the critical value: above 1 is a claim */
    bool up;         /* CHANGED, LEANING: the later share is larger */
    uint32_t
        since;     /* CHANGED: the first block after the change, counted from the first one given */
    double before; /* CHANGED: mean share on each side; LEANING: share at each end */
    double after;
};

/* The best split of some blocks: at every one with at least three blocks on each side, the means of
 * both sides weighted by 1 / variance, and z = difference / its standard deviation; the largest
 * |z|. Fewer than six blocks: at is 0 and z 0. */
struct split {
    uint32_t at; /* the first block of the later side */
    double z;
    double before;
    double after;
};
struct split claim_split(const struct reading *readings, uint32_t count);

/* The |z| beyond which a change is claimed when so many blocks are compared: one value for all
 * lines, 3.65 up to 26 blocks, and .08 more for each doubling, since a longer series offers more
 * splits. */
double claim_critical(uint32_t count);

/* What a claim about a line is judged by. */
struct evidence {
    const struct reading *reading; /* its blocks of the period, oldest first */
    uint32_t count;
    const struct reading *level; /* the level of the same blocks */
    struct reading change;       /* of the level, last block against first, with its variance */
    double chance;               /* the part of the readings' variance that is not blur */
};

/* count at least 1, strength 0 below six blocks. In this order: fewer than six blocks are NOT_YET;
 * the best split beyond the critical value, and at least three points apart, is CHANGED; a change
 * of the level beyond 1.5 standard deviations is LEANING; one whose 90 % band lies within 12
 * points, while no block's level is further than that from the last, is STEADY; anything else
 * NOT_YET. */
struct claim claim_judge(const struct evidence *evidence);

#endif
