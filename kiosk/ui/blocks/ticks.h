/* SPDX-License-Identifier: MIT */
/* Sentences to be ticked, as rows of one height in one column or two. */
#ifndef UI_BLOCKS_TICKS_H
#define UI_BLOCKS_TICKS_H

#include "ui/ui.h"

/* A row is a button; chosen: it is ticked. In two columns an odd number of them leaves a place free
 * at the end. True: it is there, at *free, and free_px high at least. */
bool ticks_flow(struct flow *flow, const struct ui_button *rows, uint32_t count, int32_t free_px,
                struct box *free);

#endif
