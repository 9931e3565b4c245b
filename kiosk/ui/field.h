/* SPDX-License-Identifier: MIT */
/* A field that is being typed into: the words as they will be set where people read them, and the
 * cursor among the words. When the words have more lines than the field holds, the lines up to the
 * cursor show. */
#ifndef UI_FIELD_H
#define UI_FIELD_H

#include "ui/ui.h"

struct ui_field {
    const char *id;
    const char *text;
    size_t cursor;    /* bytes of text before the cursor */
    const char *hint; /* shows while there is no text */
    enum type type, hint_type;
    struct box box;
};
void ui_field(struct ui *ui, const struct ui_field *field);
/* Returns the height of a field in which this many lines show, px. */
int32_t ui_field_height(const struct ui *ui, enum type type, int32_t lines);
/* Returns the width of a field whose lines are line_px long, px. */
int32_t ui_field_width(const struct ui *ui, int32_t line_px);

#endif
