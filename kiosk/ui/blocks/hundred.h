/* SPDX-License-Identifier: MIT */
/* How often a guess is right, as a hundred stones, and below them what the two kinds are that count
 * as right. The picture has no node: its caller says what it shows. */
#ifndef UI_BLOCKS_HUNDRED_H
#define UI_BLOCKS_HUNDRED_H

#include "ui/ui.h"

struct hundred {
    uint32_t in_100;         /* guesses that are right */
    const char *coin, *more; /* what those of the coin are, and those beyond it */
    enum type type;          /* of these words */
};

/* Of the words below the stones, in two rows where one does not hold them. */
int32_t hundred_key_height(const struct ui *ui, const struct hundred *hundred, int32_t w);
/* The words stand right below the stones, which fill the rest of the box as far as they can. */
void hundred_draw(struct ui *ui, const struct hundred *hundred, struct box box);

#endif
