/* SPDX-License-Identifier: MIT */
/* Five markers across a field, to be touched one after another: near its corners and in its middle,
 * so that a touch that is turned, mirrored or moved shows. */
#ifndef UI_BLOCKS_TOUCH_FIELD_H
#define UI_BLOCKS_TOUCH_FIELD_H

#include "ui/ui.h"

enum { TOUCH_MARKERS = 5 };

struct touch_field {
    uint32_t touched;      /* how many markers were touched so far */
    struct ui_button next; /* the marker to touch next, unless all were touched */
    bool beside;           /* words stand in the upper part of the field, at the start */
};

/* Draws the field. The markers, and the rings of a marker at the edge, stay inside the box. */
void ui_touch_field(struct ui *ui, const struct touch_field *field, struct box box);
/* Returns the diameter of the outer ring of a marker in such a field, px. */
int32_t touch_field_reach(const struct ui *ui, struct box box);

#endif
