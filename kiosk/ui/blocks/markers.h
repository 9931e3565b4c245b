/* SPDX-License-Identifier: MIT */
/* Markers to press, side by side, as large as the room allows. */
#ifndef UI_BLOCKS_MARKERS_H
#define UI_BLOCKS_MARKERS_H

#include "ui/ui.h"

/* Draws the markers as a block. at_start: the markers, with their rings, begin where the words of
 * the page begin; if not, they stand in the middle. */
void markers_flow(struct flow *flow, const struct ui_button *markers, uint32_t count,
                  bool at_start);

#endif
