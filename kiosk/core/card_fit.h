/* SPDX-License-Identifier: MIT */
/* The outline of a bank card, made as large as the card in somebody's hand: one corner is held, the
 * other moves by presses, ever finer, or under a finger. What is found is how many px a metre has.
 * Lengths are px. Must not know how the outline is drawn. */
#ifndef CORE_CARD_FIT_H
#define CORE_CARD_FIT_H

#include "core/machine.h"

struct card_fit {
    uint32_t px_per_m; /* the scale at which the outline is drawn */
    uint32_t step;     /* of the last press, an index; 0: none yet */
    uint32_t presses;
    uint32_t run; /* so many in one direction */
    int32_t way;  /* of the last press */
};

/* The outline's room; nothing of it leaves that. */
struct card_room {
    int32_t w, h;
};

/* The nearest scale whose outline the room holds, between the densities of real screens. */
uint32_t card_fit_in(struct card_room room, uint32_t px_per_m);
/* A press: 1 larger, -1 smaller. Each is half as far as the one before; later on finer with a
 * change of direction alone, and coarser again when somebody goes on in one. */
void card_fit_press(struct card_fit *fit, struct card_room room, int32_t way);
/* A button is held: small steps of one size from here on, with card_fit_press. */
void card_fit_hold(struct card_fit *fit);
/* The corner goes to so far from the one that is held. */
void card_fit_drag(struct card_fit *fit, struct card_room room, int32_t x, int32_t y);

/* A length in whole millimetres. */
int32_t card_fit_mm(int32_t px, uint32_t px_per_m);
/* A panel of this size is below 85 px an inch, or below 700 square centimetres. */
bool card_fit_is_small(int32_t width, int32_t height, uint32_t px_per_m);

#endif
