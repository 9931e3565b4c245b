/* SPDX-License-Identifier: MIT */
/* Nodes whose look their caller draws, and the dotted lines of what is not there yet. */
#ifndef UI_AREA_H
#define UI_AREA_H

#include "ui/ui.h"

/* A target, a row of a page, say: the node, the hit area and the focus ring. What stands in it must
 * show that it can be pressed and that it is chosen. kind and icons of the button are not
 * looked at. */
void ui_area(struct ui *ui, const struct ui_button *area, enum type type, struct box box);

/* A sheet within an edge, on which its caller writes: a card, a table, a page. */
void ui_sheet(struct ui *ui, struct box box, float radius_px, bool chosen);

/* An informative picture drawn by its caller: what it shows is only spoken. */
void ui_image(struct ui *ui, const char *id, const char *spoken, struct box box);

/* A remark that is said when it comes, and not shown. */
void ui_remark(struct ui *ui, const char *id, const char *spoken, struct box box);

/* Words drawn by their caller in pieces, as the cells of a row. */
void ui_words(struct ui *ui, const char *id, const char *text, enum type type, struct box box);

/* Dotted lines, px: from one place to another, and an ellipse around x, y. */
void ui_dotted_rule(struct ui *ui, int32_t x0, int32_t y0, int32_t x1, int32_t y1);
void ui_dotted_ellipse(struct ui *ui, int32_t x, int32_t y, int32_t radius_x, int32_t radius_y);

#endif
