/* SPDX-License-Identifier: MIT */
/* Markers to press, side by side: as large as the room lets them. */
#ifndef UI_BLOCKS_MARKERS_H
#define UI_BLOCKS_MARKERS_H

#include "ui/ui.h"

/* at_start: above other things, where those begin, their rings included; else in the middle. */
void markers_flow(struct flow *flow, const struct ui_button *markers, uint32_t count,
                  bool at_start);

#endif
