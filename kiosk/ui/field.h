/* SPDX-License-Identifier: MIT */
/* A field that is being typed into: its words as they will be set where they are read, and the
 * cursor among them. Of more lines than it holds, those up to the cursor show. */
#ifndef UI_FIELD_H
#define UI_FIELD_H

#include "ui/ui.h"

struct ui_field {
    const char *id;
    const char *text;
    size_t cursor;    /* bytes of text before it */
    const char *hint; /* in place of no text */
    enum type type, hint_type;
    struct box box;
};
void ui_field(struct ui *ui, const struct ui_field *field);
/* The height in which this many lines show. */
int32_t ui_field_height(const struct ui *ui, enum type type, int32_t lines);
/* The width whose lines are as long as this, px. */
int32_t ui_field_width(const struct ui *ui, int32_t line_px);

#endif
