/* SPDX-License-Identifier: MIT */
/* Small drawings of the motif that several screens share. A drawing with a box `at` fills the
 * box. */
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
void picture_sound(struct ui *ui, struct box at);       /* sound: rings that grow fainter
                                                         * outwards */
void picture_few(struct ui *ui, struct box at);         /* a ring of three people */
void picture_many(struct ui *ui, struct box at);        /* a ring of six people, and wider rings */

/* Stones on a water line, the first ones filled, each with its number below. */
void picture_row(struct ui *ui, const char *const *numbers, uint32_t count, uint32_t filled,
                 struct box box);

/* Draw a stone on a hero's water; called when the hero's content stands. They draw nothing where
 * the content leaves no room. picture_edge: the stone lies at the far edge, half hidden: no turn
 * has begun. picture_sitting: the stone rests on the horizon, and the water under it is still.
 * picture_lifted: the stone has not touched the water yet; a dotted line leads to where it would go
 * in. */
void picture_edge(struct ui *ui);
void picture_sitting(struct ui *ui);
void picture_lifted(struct ui *ui);

/* A good place for the kiosk, from the side: a wall, a person who sits there, the screen that faces
 * the person, and how high the screen's top may be. height: the words for that height.
 * PICTURE_PLACE_WIDE: the picture's width in hundredths of its height. */
enum { PICTURE_PLACE_WIDE = 118 };
void picture_place(struct ui *ui, struct box at, const char *height);

/* A guess that is right so often in 100, as a hundred stones: fifty are the coin's, then those that
 * the file adds, then the wrong ones. Each kind has its own shape, not only its colour. */
enum hundred_stone { HUNDRED_COIN, HUNDRED_MORE, HUNDRED_WRONG };
void picture_hundred(struct ui *ui, struct box at, uint32_t in_100);
/* Draws one stone, for the picture's key. */
void picture_hundred_stone(struct ui *ui, enum hundred_stone stone, float x, float y, float radius);

/* Draws a stone with `rings` thin rings around it. */
void picture_stone(struct ui *ui, float x, float y, float radius, uint32_t rings);

#endif
