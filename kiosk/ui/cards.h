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

/* Where there is no room for cards: cards_buttons fills out with the same choices as controls of a
 * foot, and cards_notes draws the cards' notes as words. */
void cards_buttons(const struct picture_card *cards, uint32_t count, struct ui_button *out);
void cards_notes(struct flow *flow, const struct picture_card *cards, uint32_t count);

/* Draws the cards. beside: the pictures stand before the words also where the cards stand in a
 * row. */
void cards_flow(struct flow *flow, const struct picture_card *cards, uint32_t count, bool beside);

#endif
