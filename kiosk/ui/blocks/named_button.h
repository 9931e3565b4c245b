/* SPDX-License-Identifier: MIT */
/* A button with a name on it that somebody gave to a thing, such as a drive or a file. A name too
 * long for the column is cut. */
#ifndef UI_BLOCKS_NAMED_BUTTON_H
#define UI_BLOCKS_NAMED_BUTTON_H

#include "core/catalog.h"
#include "ui/ui.h"

enum { NAMED_BYTES = 160 }; /* a longer name is cut in any case */

struct named_button {
    struct ui_button button;    /* the block sets its label */
    const char *words;          /* the label, with the name in it; NULL: the name alone */
    struct text_arg name, more; /* values of the words; more.name NULL: the name is the only one */
    int32_t least_um;           /* the least width */
};

/* Draws the button from the start of the box on, as wide as its label needs, and at most as wide as
 * the box. Returns its height, px. */
int32_t ui_named_button(struct ui *ui, const struct named_button *named, struct box box);
/* Draws the button as a block; every button of a list but the first has a gap above it. */
void flow_named_button(struct flow *flow, const struct named_button *named, bool first);

#endif
