/* SPDX-License-Identifier: MIT */
/* Small drawings of the motif that several screens share. Each fills the square it is given. */
#ifndef SCREENS_PICTURES_H
#define SCREENS_PICTURES_H

#include "ui/ui.h"

void picture_rings(struct ui *ui, struct box at);  /* breathe */
void picture_stones(struct ui *ui, struct box at); /* look around: three, two, one */
void picture_still(struct ui *ui, struct box at);  /* a stone on its water line */
void picture_pair(struct ui *ui, struct box at);   /* support: two rings that meet */
void picture_mixed(struct ui *ui, struct box at);  /* add: one among many */
void picture_empty(struct ui *ui, struct box at);  /* erase: still water in a ring */
/* A stone with `rings` thin rings around it. */
void picture_stone(struct ui *ui, float x, float y, float radius, uint32_t rings);

#endif
