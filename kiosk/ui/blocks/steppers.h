/* SPDX-License-Identifier: MIT */
/* Values that are set a step at a time. Each value stands between a minus and a plus, below its
 * name; the columns have one width. */
#ifndef UI_BLOCKS_STEPPERS_H
#define UI_BLOCKS_STEPPERS_H

#include "ui/ui.h"

struct stepper {
    const char *less_id, *id, *more_id;
    const char *name, *value;
    const char *less_spoken, *more_spoken;
    int16_t arg;
};

struct steppers {
    const struct stepper *stepper;
    uint32_t count;
    int32_t columns;           /* columns at most */
    const char *const *widest; /* values that any stepper may have: the widest decides the width, so
                                * that nothing moves while a value is set */
    uint32_t widest_count;
    uint16_t less, more; /* actions of minus and plus; the arg is the stepper's arg */
};

void steppers_flow(struct flow *flow, const struct steppers *steppers);

#endif
