/* SPDX-License-Identifier: MIT */
/* The answers to a question, as pills of one size: a column, or in a step of their own a grid. The
 * last two are ways to pass, and as large as the others. An answer is a button; its kind is not
 * looked at. */
#ifndef UI_BLOCKS_ANSWERS_H
#define UI_BLOCKS_ANSWERS_H

#include "ui/ui.h"

enum { ANSWERS_COUNT = 6, ANSWERS_OPT_OUTS = 2 };

/* Where a column goes. */
struct answers_room {
    struct box box;
    bool one_a_row; /* the opt-outs too, in a column as high as the panel */
};

/* The height of each pill there, at most 23.4 mm; *shares_row: the opt-outs share a row. 0: they do
 * not fit. */
int32_t answers_pill_px(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                        const struct answers_room *room, bool *shares_row);
/* The height that they take of it. */
int32_t answers_column_px(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                          const struct answers_room *room);
void answers_column(struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                    const struct answers_room *room);
/* In a step of their own: three rows of two where that fits, else one column, else pages of four,
 * of two, of one. */
void answers_grid(struct ui *ui, const struct ui_button answers[ANSWERS_COUNT], struct box box);
/* All have room in a box of such a step. */
bool answers_fit(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                 struct box box);

#endif
