/* SPDX-License-Identifier: MIT */
/* Ranges of a hundred side by side: each a bar from low to high with a disc at its best reading,
 * and its numbers written below, so that nothing hangs on colour or on reading off an axis. */
#ifndef UI_BLOCKS_BARS_H
#define UI_BLOCKS_BARS_H

#include "ui/ui.h"

enum { BARS_MAX = 12, BAR_LINES = 4 };

struct bar {
    uint8_t low, centre, high; /* 0..100 */
    bool readable;             /* if not, the bar has neither a disc nor its first line */
    const char *id;
    const char *line[BAR_LINES]; /* below the bar, the first line larger; NULL: none. The last line
                                  * is not said */
    const char *spoken;
};

struct bars {
    uint32_t count;
    struct bar bar[BARS_MAX];
    const char *half;          /* words before the line in the middle of the plot */
    int32_t column_px;         /* width of the widest words below a bar */
    struct ui_text head, note; /* over the bars and below them; only id and text are used */
};

/* Returns how many bars stand side by side in w px, at least one. */
uint32_t bars_held(const struct ui *ui, const struct bars *bars, int32_t w);
/* Returns the height in px, at a width of w px, of everything but the plot. */
int32_t bars_extra(const struct ui *ui, const struct bars *bars, int32_t w);
void bars_draw(struct ui *ui, const struct bars *bars, int32_t plot_px, struct box box);

#endif
