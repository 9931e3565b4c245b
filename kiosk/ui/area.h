/* SPDX-License-Identifier: MIT */
/* Nodes whose look their caller draws, and the dotted lines of what is not there yet. */
#ifndef UI_AREA_H
#define UI_AREA_H

#include "ui/ui.h"

/* A target whose look the caller draws, such as a row of a page: adds the node, the hit area and
 * the focus ring. The caller's drawing must show that the target can be pressed and whether it is
 * chosen. The button's kind and icons are ignored. */
void ui_area(struct ui *ui, const struct ui_button *area, enum type type, struct box box);

/* Draws a sheet with an edge, on which the caller writes: a card, a table, a page. */
void ui_sheet(struct ui *ui, struct box box, float radius_px, bool chosen);

/* A node for an informative picture that the caller draws. spoken says what the picture shows. */
void ui_image(struct ui *ui, const char *id, const char *spoken, struct box box);

/* A node for a remark that is said when it comes, and not shown. */
void ui_remark(struct ui *ui, const char *id, const char *spoken, struct box box);

/* A node for words that the caller draws in pieces, such as the cells of a row. */
void ui_words(struct ui *ui, const char *id, const char *text, enum type type, struct box box);

/* Draw dotted lines, px: a straight one from x0, y0 to x1, y1, and an ellipse around x, y. */
void ui_dotted_rule(struct ui *ui, int32_t x0, int32_t y0, int32_t x1, int32_t y1);
void ui_dotted_ellipse(struct ui *ui, int32_t x, int32_t y, int32_t radius_x, int32_t radius_y);

#endif
