/* SPDX-License-Identifier: MIT */
/* Small drawings of the motif that several screens share. The square ones fill what they are given.
 */
#ifndef SCREENS_PICTURES_H
#define SCREENS_PICTURES_H

#include "ui/ui.h"

void picture_rings(struct ui *ui, struct box at);  /* breathe */
void picture_stones(struct ui *ui, struct box at); /* look around: three, two, one */
void picture_still(struct ui *ui, struct box at);  /* a stone on its water line */
void picture_pair(struct ui *ui, struct box at);   /* support: two rings that meet */
void picture_mixed(struct ui *ui, struct box at);  /* add: one among many */
void picture_empty(struct ui *ui, struct box at);  /* erase: still water in a ring */

/* On a hero's water, once its content stands; nothing where that leaves no room.
 * edge: a stone that lies at the far edge, half hidden: no turn has begun.
 * sitting: it rests on the line, and the water under it is still.
 * lifted: it has not touched the water yet; a dotted fall, and where it would go in. */
void picture_edge(struct ui *ui);
void picture_sitting(struct ui *ui);
void picture_lifted(struct ui *ui);

/* A stone with `rings` thin rings around it. */
void picture_stone(struct ui *ui, float x, float y, float radius, uint32_t rings);

#endif
