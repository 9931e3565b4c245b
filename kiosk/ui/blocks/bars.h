/* SPDX-License-Identifier: MIT */
/* Ranges of a hundred side by side: each a bar from low to high with a disc at its best reading,
 * and its numbers written below, so that nothing hangs on colour or on reading off an axis. */
#ifndef UI_BLOCKS_BARS_H
#define UI_BLOCKS_BARS_H

#include "ui/ui.h"

enum { BARS_MAX = 12, BAR_LINES = 4 };

struct bar {
    uint8_t low, centre, high; /* 0..100 */
    bool readable;             /* else neither a disc nor the first of its lines is there */
    const char *id;
    const char
        *line[BAR_LINES]; /* below it, the first one larger; NULL: none. The last is not said */
    const char *spoken;
};

struct bars {
    uint32_t count;
    struct bar bar[BARS_MAX];
    const char *half;          /* before the line in the middle */
    int32_t column_px;         /* the widest of their words */
    struct ui_text head, note; /* over the bars and below them: id and text are looked at */
};

/* As many bars as stand side by side in that width, at least one. */
uint32_t bars_held(const struct ui *ui, const struct bars *bars, int32_t w);
/* Height of all of it, so wide, but the plot. */
int32_t bars_extra(const struct ui *ui, const struct bars *bars, int32_t w);
void bars_draw(struct ui *ui, const struct bars *bars, int32_t plot_px, struct box box);

#endif
