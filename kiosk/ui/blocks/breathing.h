/* SPDX-License-Identifier: MIT */
/* Rings that breathe, with the word of the moment in the rings: four seconds in, six out, no holds.
 * With less motion the rings stand still, and a bar of ten steps moves on once a second. */
#ifndef UI_BLOCKS_BREATHING_H
#define UI_BLOCKS_BREATHING_H

#include "ui/ui.h"

struct breath {
    bool in;
    float open; /* 0 narrow ... 1 wide, eased like a sine */
    uint32_t step;
};
struct breath breath_at(uint64_t since_ms);

struct breathing {
    const char *rings_spoken; /* what is said of the picture; NULL: nothing */
    const char *word, *word_spoken;
    const char *brief; /* in place of the word, where the rings have no room for it */
    const char *note;  /* below the rings; only said where a panel has no room for it */
    bool less;         /* less motion */
};
void ui_breathing(struct ui *ui, const struct breathing *breathing, struct breath breath,
                  struct box box);

#endif
