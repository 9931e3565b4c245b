/* SPDX-License-Identifier: MIT */
/* What a group reads from its chairs: a sentence, its chart, a prompt to talk about and a note to
 * the prompt. Everything is as large as the panel allows. The prompt stands beside the chart where
 * there is width, else below the chart, on several pages where one does not hold both. */
#ifndef UI_BLOCKS_FOR_ROOM_H
#define UI_BLOCKS_FOR_ROOM_H

#include "ui/blocks.h"
#include "ui/chart.h"

/* Only id, text and role of the texts are used. */
struct for_room {
    struct ui_text head;
    struct ui_text line, measure; /* over the chart; measure: only where the chart keeps its
                                   * height */
    struct chart chart;
    struct ui_text prompt, note;
};
void for_room_draw(struct ui *ui, const struct for_room *room, struct box box);

#endif
