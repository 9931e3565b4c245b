/* SPDX-License-Identifier: MIT */
/* The outline of a bank card at a scale of its own, with a grip at the corner that moves.
 * core/card_fit finds the scale; this block draws the picture. */
#ifndef UI_BLOCKS_OUTLINE_H
#define UI_BLOCKS_OUTLINE_H

#include "ui/ui.h"

struct outline {
    const char *room_id, *id;     /* nodes of the room for the outline, and of the outline itself */
    const char *words_id, *words; /* words in the outline, where it is large enough */
    uint32_t px_per_m;
};

/* Cuts the content into a part for words and one for the outline, by the panel's scale alone. */
void outline_divide(const struct ui *ui, struct box content, struct box *words, struct box *room);
/* Returns whether a card has room there, by the panel's scale. */
bool outline_holds(const struct ui *ui, struct box room);
/* Draws the outline from the corner of the room at which a person holds the card. */
void ui_outline(struct ui *ui, const struct outline *outline, struct box room);

#endif
