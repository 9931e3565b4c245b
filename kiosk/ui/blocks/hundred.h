/* SPDX-License-Identifier: MIT */
/* How often a guess is right, as a hundred stones. Words below the stones name the two kinds of
 * stones that count as right. The picture has no node: the caller adds one that says what the
 * picture shows. */
#ifndef UI_BLOCKS_HUNDRED_H
#define UI_BLOCKS_HUNDRED_H

#include "ui/ui.h"

struct hundred {
    uint32_t in_100;         /* guesses that are right */
    const char *coin, *more; /* words for the stones of the coin, and for those beyond the coin */
    enum type type;          /* type of these words */
};

/* Returns the height in px of the words below the stones, which take two rows where one does not
 * hold them. */
int32_t hundred_key_height(const struct ui *ui, const struct hundred *hundred, int32_t w);
/* Draws stones and words. The words stand right below the stones, which fill the rest of the box as
 * far as they can. */
void hundred_draw(struct ui *ui, const struct hundred *hundred, struct box box);

#endif
