/* SPDX-License-Identifier: MIT */
/* Small drawings of the motif that several screens share. The square ones fill what they are given.
 */
#ifndef UI_PICTURES_H
#define UI_PICTURES_H

#include "ui/ui.h"

void picture_rings(struct ui *ui, struct box at);       /* breathe */
void picture_stones(struct ui *ui, struct box at);      /* look around: three, two, one */
void picture_still(struct ui *ui, struct box at);       /* a stone on its water line */
void picture_pair(struct ui *ui, struct box at);        /* support: two rings that meet */
void picture_mixed(struct ui *ui, struct box at);       /* add: one among many */
void picture_empty(struct ui *ui, struct box at);       /* erase: still water in a ring */
void picture_seven_rings(struct ui *ui, struct box at); /* closing */
void picture_sound(struct ui *ui, struct box at);       /* rings that grow fainter as they go out */
void picture_few(struct ui *ui, struct box at);         /* a ring of three people */
void picture_many(struct ui *ui, struct box at);        /* of six, and wider rings */

/* Stones on a water line, the first ones filled, each with its number below. */
void picture_row(struct ui *ui, const char *const *numbers, uint32_t count, uint32_t filled,
                 struct box box);

/* On a hero's water, once its content stands; nothing where that leaves no room.
 * edge: a stone that lies at the far edge, half hidden: no turn has begun.
 * sitting: it rests on the line, and the water under it is still.
 * lifted: it has not touched the water yet; a dotted fall, and where it would go in. */
void picture_edge(struct ui *ui);
void picture_sitting(struct ui *ui);
void picture_lifted(struct ui *ui);

/* A good place for the kiosk, from the side: a wall, who sits there, the screen that faces them,
 * and how high its top may be; height names that. The picture is so wide, in hundredths of its
 * height. */
enum { PICTURE_PLACE_WIDE = 118 };
void picture_place(struct ui *ui, struct box at, const char *height);

/* A guess that is right so often in 100, as a hundred stones: fifty are the coin's, then those that
 * the file adds, then the wrong ones. Each kind has its own shape, not only its colour. */
enum hundred_stone { HUNDRED_COIN, HUNDRED_MORE, HUNDRED_WRONG };
void picture_hundred(struct ui *ui, struct box at, uint32_t in_100);
/* One of them, of the picture's key. */
void picture_hundred_stone(struct ui *ui, enum hundred_stone stone, float x, float y, float radius);

/* A stone with `rings` thin rings around it. */
void picture_stone(struct ui *ui, float x, float y, float radius, uint32_t rings);

#endif
