/* SPDX-License-Identifier: MIT */
/* Words, and something else that stands beside the words where the panel is wide enough, else below
 * them. */
#ifndef UI_BLOCKS_BESIDE_H
#define UI_BLOCKS_BESIDE_H

#include "ui/ui.h"

struct beside {
    int32_t least_um;     /* a narrower panel has nothing beside the words */
    uint8_t words, other; /* percent of the width */
    uint8_t air;          /* hundredths: in a build with less air nothing stands beside the words */
    uint8_t shape;        /* the content has to be wider than so many tenths of its height; 0: the
                           * panel has to be wider than high */
};

/* Cuts the content into words and other. Returns false if nothing stands beside the words; then
 * each is all of the content. */
bool beside_divide(const struct ui *ui, const struct beside *beside, struct box content,
                   struct box *words, struct box *other);

/* Sets other to what the words leave of the page, from least_um to most_um high. In pages, other
 * takes a page of its own where the words leave less. Returns false if other stands on a page that
 * is not shown. */
bool beside_below(struct flow *flow, int32_t least_um, int32_t most_um, struct box *other);

#endif
