/* SPDX-License-Identifier: MIT */
/* A target whose look its caller draws: a row of a page, say. It brings the node, the hit area and
 * the focus ring; what stands in it must show that it can be pressed and that it is chosen. */
#ifndef UI_AREA_H
#define UI_AREA_H

#include "ui/ui.h"

/* kind and icons of the button are not looked at. */
void ui_area(struct ui *ui, const struct ui_button *area, enum type type, struct box box);

/* An informative picture drawn by its caller: what it shows is only spoken. */
void ui_image(struct ui *ui, const char *id, const char *spoken, struct box box);

#endif
