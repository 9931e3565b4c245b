/* SPDX-License-Identifier: MIT */
/* Sentences to be ticked, as rows of one height in one column or two. */
#ifndef UI_BLOCKS_TICKS_H
#define UI_BLOCKS_TICKS_H

#include "ui/ui.h"

/* What is chosen besides: a word over two chips. */
struct ticks_more {
    const char *id, *words;
    struct ui_button chip[2];
};

/* A row is a button; chosen: it is ticked. In two columns an odd number of them leaves a place free
 * at the end, which holds what is chosen besides; else that stands below them. */
void ticks_flow(struct flow *flow, const struct ui_button *rows, uint32_t count,
                const struct ticks_more *more);

#endif
