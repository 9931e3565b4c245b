/* SPDX-License-Identifier: MIT */
/* Words, and something else that stands beside them where the panel is wide enough, else below. */
#ifndef UI_BLOCKS_BESIDE_H
#define UI_BLOCKS_BESIDE_H

#include "ui/ui.h"

struct beside {
    int32_t least_um;     /* narrower panels have nothing beside the words */
    uint8_t words, other; /* percent of the width */
    uint8_t air;          /* hundredths: in a tighter build nothing stands beside them */
    uint8_t shape;        /* tenths of its height that the content is wider than; 0: the panel lies
                             on its side */
};

/* Cuts the content into both. False: nothing stands beside the words, and each has all of it. */
bool beside_divide(const struct ui *ui, const struct beside *beside, struct box content,
                   struct box *words, struct box *other);

/* Below the words: what they leave of the page, and no less than least_um. In pages it takes one of
 * its own where they leave less. False: it stands on another page. */
bool beside_below(struct flow *flow, int32_t least_um, int32_t most_um, struct box *other);

#endif
