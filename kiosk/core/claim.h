/* SPDX-License-Identifier: MIT */
/* What may be said about a line over some blocks. A change is claimed at the split that best tells
 * the blocks before it from those after it, if groups without a change would seldom show one as
 * clear. How often that goes wrong was measured: kiosk/TRENDS.md. */
#ifndef CORE_CLAIM_H
#define CORE_CLAIM_H

#include "core/local_level.h"

#include <stdbool.h>

enum {
    CLAIM_SIDE_MIN = 3, /* least number of blocks before a change, and after it */
    CLAIM_BLOCKS_MIN = 2 * CLAIM_SIDE_MIN, /* with fewer blocks it is too early to tell */
};

enum grade {
    GRADE_NONE,    /* no finished block */
    GRADE_NOT_YET, /* it is too early to tell, or there is too little: reason says which */
    GRADE_STEADY,  /* the line may have changed by less than twelve points of a hundred */
    GRADE_LEANING, /* the last block differs from the first, which may be chance */
    GRADE_CHANGED,
};

/* Why nothing can be said. */
enum not_yet {
    NOT_YET_NOTHING,      /* something can be said */
    NOT_YET_FEW_BLOCKS,   /* blocks_needed more blocks may be enough */
    NOT_YET_SHORT_PERIOD, /* the series has enough blocks, and the period that was asked for has not
                           */
    NOT_YET_MUCH_BLUR,    /* it would be enough without the blur */
    NOT_YET_FEW_ANSWERS,
};

struct claim {
    enum grade grade;
    enum not_yet reason;
    uint32_t blocks_needed;
    double strength; /* |z| of the best split, divided by the critical value: a claim needs more
                        than 1 */
    bool up;         /* CHANGED, LEANING: the later share is larger */
    uint32_t since; /* CHANGED: index of the first block after the change, among the blocks given */
    double before;  /* CHANGED: mean share on each side; LEANING: share at each end */
    double after;
};

/* The best split of some blocks: at every one with at least three blocks on each side, the means of
 * both sides weighted by 1 / variance, and z = difference / its standard deviation; the largest
 * |z|. Fewer than six blocks: at is 0 and z 0. */
struct split {
    uint32_t at; /* index of the first block of the later side */
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

/* Judges a line. There is at least one block; strength is 0 below six blocks. The first of these
 * that holds is the grade: fewer than six blocks are NOT_YET; a best split beyond the critical
 * value, with at least three points between its sides, is CHANGED; a change of the level beyond 1.5
 * standard deviations is LEANING; a change whose 90 % band lies within 12 points, while no block's
 * level is further than that from the last, is STEADY; anything else is NOT_YET. */
struct claim claim_judge(const struct evidence *evidence);

#endif
