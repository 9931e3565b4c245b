/* SPDX-License-Identifier: MIT */
/* A row of choices: a label that says what can be chosen, the values side by side, and a note. The
 * label stands before the values where the width allows, else above them. This file knows no
 * setting: a value is a button, whose action says what a press on it does. */
#ifndef UI_CHOICES_H
#define UI_CHOICES_H

#include "ui/ui.h"

enum { CHOICES_MAX = LANGUAGE_MAX }; /* the longest row is that of the languages */

struct choices {
    const char *id;
    const char *label;
    const char *note; /* NULL: none. Where room is short the note is the first thing not drawn; it
                       * is then said with the label */
    int32_t label_px; /* the width for labels before the values, from choices_align; 0: the usual */
    bool looks;       /* the values are looks, shown as swatches (ui_swatch_rows) */
    uint32_t count;   /* values in the row; 0: nothing can be chosen now, and the note says why */
    struct ui_button value[CHOICES_MAX];
};

/* Sets label_px of rows that stand together in a column w px wide: room for the longest of the
 * labels, as far as the values leave it. */
void choices_align(const struct ui *ui, struct choices *rows, uint32_t count, int32_t w);

/* Draws the row as one block of the flow; part by part where the row is taller than a page. */
void choices_flow(struct flow *flow, const struct choices *row);
/* Draws a row below another row, with a line between both. spread: px added to the least distance
 * on each side of the line. */
void choices_flow_next(struct flow *flow, const struct choices *row, int32_t spread);

/* Draws a row on a page with few rows: the label stands before the values where it has room, else
 * it is left out; the values may go over pages. */
void choices_flow_loose(struct flow *flow, const struct choices *row);

/* Rows below a head: on one page, or on two pages that both have to fit; on a paged screen on as
 * many pages as the rows need. */
struct choices_pages {
    struct choices *row;
    uint32_t count;
    uint32_t first; /* rows on the first of two pages */
    void (*head)(const void *context, struct flow *flow);
    const void *context;
};
void choices_pages(struct ui *ui, const struct choices_pages *pages, struct box box);

#endif
