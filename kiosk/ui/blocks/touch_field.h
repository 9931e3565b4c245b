/* SPDX-License-Identifier: MIT */
/* Five markers across a field, to be touched one after another: near its corners and in its middle,
 * so that a touch that is turned, mirrored or moved shows. */
#ifndef UI_BLOCKS_TOUCH_FIELD_H
#define UI_BLOCKS_TOUCH_FIELD_H

#include "ui/ui.h"

enum { TOUCH_MARKERS = 5 };

struct touch_field {
    uint32_t touched;      /* so far */
    struct ui_button next; /* the marker to touch, unless all are */
    bool beside;           /* words stand in its upper part, at the start */
};

/* Markers of a field there, and the rings of one at the edge, stay inside it. */
void ui_touch_field(struct ui *ui, const struct touch_field *field, struct box box);
/* How far the rings of a marker of a field there reach, side to side. */
int32_t touch_field_reach(const struct ui *ui, struct box box);

#endif
