/* SPDX-License-Identifier: MIT */
/* One number, large, with words beside it that read on from it, what it is of above, and its range
 * below; where there is no number the words stand alone. */
#ifndef UI_BLOCKS_FIGURE_H
#define UI_BLOCKS_FIGURE_H

#include "ui/ui.h"

struct figure {
    const char *of_id, *of;
    const char *digits; /* NULL: none */
    const char *words_id, *words;
    const char *spoken; /* digits and words */
    const char *range_id, *range;
};

/* As one block: the number never stands on another page than what it is of. */
void flow_figure(struct flow *flow, const struct figure *figure);

#endif
