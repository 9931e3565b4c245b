/* SPDX-License-Identifier: MIT */
/* The answers to a question, as pills of one size: a column, or a grid where the answers have a
 * step of their own. The last two answers are ways to pass, the opt-outs, and as large as the
 * others. An answer is a button, whose kind is ignored. */
#ifndef UI_BLOCKS_ANSWERS_H
#define UI_BLOCKS_ANSWERS_H

#include "ui/ui.h"

enum { ANSWERS_COUNT = 6, ANSWERS_OPT_OUTS = 2 };

/* Where a column goes. */
struct answers_room {
    struct box box;
    bool one_a_row; /* each opt-out has a row of its own too, in a column as high as the panel */
};

/* Returns whether the answers fit there in a column. */
bool answers_column_fits(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                         const struct answers_room *room);
/* Returns the height in px that the column takes of the room. */
int32_t answers_column_px(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                          const struct answers_room *room);
void answers_column(struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                    const struct answers_room *room);
/* Draws the answers in a step of their own: three rows of two where these fit, else one column,
 * else pages of four, three, two or one. */
void answers_grid(struct ui *ui, const struct ui_button answers[ANSWERS_COUNT], struct box box);
/* Returns whether all answers have room in the box of such a step. */
bool answers_fit(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                 struct box box);

#endif
