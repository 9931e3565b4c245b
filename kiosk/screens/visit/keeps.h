/* SPDX-License-Identifier: MIT */
/* The parts of the page "What this machine keeps". */
#ifndef SCREENS_KEEPS_H
#define SCREENS_KEEPS_H

#include "screens/app/screen.h"
#include "ui/blocks.h"

STATE_BEGIN
struct keeps {
    struct message_rows rows; /* what the keeper sent of the file */
    uint32_t at;              /* index of the set whose tallies show, from 0 for the first in the
                               * file */
};
STATE_END

/* keeps_state is for the screen itself. */
PART_STATE(struct keeps, SCREEN_KEEPS, keeps_of, keeps_state)

/* Draws a paragraph, with a gap below it. */
void keeps_paragraph(struct flow *flow, enum block_kind kind, const char *id, const char *text);
/* Draws the rows of the file up to a set, and words such as "1 of 3" for the set. Draws nothing
 * while there are no rows. */
void keeps_rows_flow(const struct app *app, struct flow *flow);

#endif
