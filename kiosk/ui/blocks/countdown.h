/* SPDX-License-Identifier: MIT */
/* Time that runs out, on a hero: the hero's horizon is a thick line that drains towards the start,
 * with a stone at the line's end. Near the end of the time the seconds stand across from the
 * control at the foot. */
#ifndef UI_BLOCKS_COUNTDOWN_H
#define UI_BLOCKS_COUNTDOWN_H

#include "ui/ui.h"

struct countdown {
    uint64_t left, whole;
    const char *id;
    const char *beside_id; /* id of the control at the foot, which was built before */
    const char *words;     /* "7 seconds left"; NULL: no words yet */
    const char *digits;    /* stand in place of words, where the words have no room */
};
/* How far the stone rises over the line; words above keep clear of it. */
enum { COUNTDOWN_OVER_UM = 4500 };
void ui_countdown(struct ui *ui, const struct countdown *countdown);

#endif
