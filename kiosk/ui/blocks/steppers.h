/* SPDX-License-Identifier: MIT */
/* Values that are set a step at a time: each between a minus and a plus, below its name, in columns
 * of one width. */
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
    int32_t columns;           /* at most */
    const char *const *widest; /* values that any may have: the widest decides, so that nothing
                                  moves while one is set */
    uint32_t widest_count;
    uint16_t less, more; /* actions; the arg is the stepper's */
};

void steppers_flow(struct flow *flow, const struct steppers *steppers);

#endif
