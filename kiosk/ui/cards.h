/* SPDX-License-Identifier: MIT */
/* A row of equal cards, each with a picture: side by side where their words fit, else one below the
 * other. All get the same size, so that no choice looks better than another. */
#ifndef UI_CARDS_H
#define UI_CARDS_H

#include "ui/ui.h"

struct picture_card {
    struct ui_card card;
    void (*picture)(struct ui *ui, struct box at);
};

enum { CARD_MAX = 4 };

/* In a compact build the cards are controls at the foot: cards_buttons fills out with these. */
void cards_buttons(const struct picture_card *cards, uint32_t count, struct ui_button *out);

/* Draws the cards, with a gap above them. beside: the pictures stand before the words also where
 * the cards stand in a row. In a compact build it draws the cards' notes, as words. */
void cards_flow(struct flow *flow, const struct picture_card *cards, uint32_t count, bool beside,
                int32_t gap_um);

#endif
