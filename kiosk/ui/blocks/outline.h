/* SPDX-License-Identifier: MIT */
/* The outline of a bank card at a scale of its own, with a grip at the corner that moves: a
 * picture, whose size core/card_fit finds. */
#ifndef UI_BLOCKS_OUTLINE_H
#define UI_BLOCKS_OUTLINE_H

#include "ui/ui.h"

struct outline {
    const char *room_id, *id;     /* nodes of where it may be, and of where it is */
    const char *words_id, *words; /* in it, where it is large enough */
    uint32_t px_per_m;
};

/* Cuts the content into a part for words and one for the outline, by the panel's scale alone. */
void outline_divide(const struct ui *ui, struct box content, struct box *words, struct box *room);
/* A card has room there, by the panel's scale. */
bool outline_holds(const struct ui *ui, struct box room);
/* From the corner of the room that is held. */
void ui_outline(struct ui *ui, const struct outline *outline, struct box room);

#endif
