/* SPDX-License-Identifier: MIT */
/* Time that runs out, on a hero: its horizon is a thick line that drains towards the start, with a
 * stone at its end, and late the seconds stand across from the control at its foot. */
#ifndef UI_BLOCKS_COUNTDOWN_H
#define UI_BLOCKS_COUNTDOWN_H

#include "ui/ui.h"

struct countdown {
    uint64_t left, whole;
    const char *id;
    const char *beside_id; /* of the control at the foot, which is there already */
    const char *words;     /* "7 seconds left"; NULL: not yet */
    const char *digits;    /* in their place, where they have no room */
};
/* So much the stone rises over the line: words above keep clear of it. */
enum { COUNTDOWN_OVER_UM = 4500 };
void ui_countdown(struct ui *ui, const struct countdown *countdown);

#endif
