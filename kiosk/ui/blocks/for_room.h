/* SPDX-License-Identifier: MIT */
/* What a group reads from its chairs: a sentence, its chart, something to talk about and a note to
 * that. All of it is as large as the panel allows: the prompt beside the chart where there is
 * width, else one below the other, in pages where that takes several. */
#ifndef UI_BLOCKS_FOR_ROOM_H
#define UI_BLOCKS_FOR_ROOM_H

#include "ui/blocks.h"
#include "ui/chart.h"

/* Of the texts id, text and role are looked at. */
struct for_room {
    struct ui_text head;
    struct ui_text line, measure; /* over the chart; measure: where the chart keeps its height */
    struct chart chart;
    struct ui_text prompt, note;
};
void for_room_draw(struct ui *ui, const struct for_room *room, struct box box);

#endif
