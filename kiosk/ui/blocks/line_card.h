/* SPDX-License-Identifier: MIT */
/* A card that opens a line of words to be typed: the title of the line, and its words, or a hint on
 * what shows while the line is empty. */
#ifndef UI_BLOCKS_LINE_CARD_H
#define UI_BLOCKS_LINE_CARD_H

#include "ui/ui.h"

enum { LINE_CARD_BYTES = 2304 }; /* a title and a line as they are said together */

struct line_card {
    const char *id;
    const char *title, *words;
    bool empty; /* the words are a hint */
    uint16_t action;
    int16_t arg;
};
void line_card_flow(struct flow *flow, const struct line_card *card);

#endif
