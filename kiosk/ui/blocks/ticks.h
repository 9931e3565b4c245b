/* SPDX-License-Identifier: MIT */
/* Sentences to be ticked, as rows of one height, in one column or two. */
#ifndef UI_BLOCKS_TICKS_H
#define UI_BLOCKS_TICKS_H

#include "ui/ui.h"

/* One more choice below the rows: a word over two chips. */
struct ticks_more {
    const char *id, *words;
    struct ui_button chip[2];
};

/* Draws the rows. A row is a button; a chosen button is ticked. In two columns an odd number of
 * rows leaves a place free at the end, and the place holds the choice more; else that choice stands
 * below the rows. */
void ticks_flow(struct flow *flow, const struct ui_button *rows, uint32_t count,
                const struct ticks_more *more);

#endif
