/* SPDX-License-Identifier: MIT */
/* One large number, with words beside the number that read on from it, above the number the words
 * that say what it is of, and its range below. Where there is no number the words stand alone. */
#ifndef UI_BLOCKS_FIGURE_H
#define UI_BLOCKS_FIGURE_H

#include "ui/ui.h"

struct figure {
    const char *of_id, *of;
    const char *digits; /* NULL: none */
    const char *words_id, *words;
    const char *spoken; /* digits and words as they are said together */
    const char *range_id, *range;
};

/* Draws all of it as one block, so that the number never stands on another page than the words that
 * say what it is of. */
void flow_figure(struct flow *flow, const struct figure *figure);

#endif
