/* SPDX-License-Identifier: MIT */
/* The outline of a bank card, which is made as large as the card in somebody's hand. One corner of
 * the outline stays. The other corner moves by presses, whose steps become finer, or under a
 * finger. The result is how many px a metre has. Lengths are px. This module must not know how the
 * outline is drawn. */
#ifndef CORE_CARD_FIT_H
#define CORE_CARD_FIT_H

#include "core/machine.h"

struct card_fit {
    uint32_t px_per_m; /* the scale at which the outline is drawn */
    uint32_t step;     /* index of the step of the last press; 0: no press yet */
    uint32_t presses;
    uint32_t run; /* presses in a row in one direction */
    int32_t way;  /* direction of the last press */
};

/* The room for the outline, which nothing of it leaves. */
struct card_room {
    int32_t w, h;
};

/* Returns the scale nearest to this one whose outline has room, between the densities of real
 * screens. */
uint32_t card_fit_in(struct card_room room, uint32_t px_per_m);
/* Does a press: 1 larger, -1 smaller. Each step is half of the step before. Later the steps become
 * finer only when the direction changes, and coarser again when somebody goes on in one direction.
 */
void card_fit_press(struct card_fit *fit, struct card_room room, int32_t way);
/* A button is held: from here on card_fit_press makes small steps of one size. */
void card_fit_hold(struct card_fit *fit);
/* Moves the corner to this distance from the corner that stays. */
void card_fit_drag(struct card_fit *fit, struct card_room room, int32_t x, int32_t y);

/* Returns a length in whole millimetres. */
int32_t card_fit_mm(int32_t px, uint32_t px_per_m);
/* Returns whether a panel of this size has less than 85 px an inch, or less than 700 square
 * centimetres. */
bool card_fit_is_small(int32_t width, int32_t height, uint32_t px_per_m);

#endif
