/* SPDX-License-Identifier: MIT */
/* A list of things that can be opened, each with an icon, a title and a note on how it is set now:
 * equal cards in columns. Where three columns would leave one card alone in the last row, there are
 * four. The cards grow with the room that the page leaves, and become rows of one line where the
 * page leaves little room. */
#ifndef UI_ITEMS_H
#define UI_ITEMS_H

#include "ui/ui.h"

struct item {
    const char *id;
    const char *title;
    const char *note; /* NULL: none */
    enum icon icon;
    uint16_t action;
    int16_t arg;
};

/* Adds the cards of the list to the page that flow measures or draws. */
void items_flow(struct flow *flow, const struct item *items, uint32_t count);

#endif
