/* SPDX-License-Identifier: MIT */
/* A row of choices: what can be chosen, its values side by side, and a note. The label stands
 * before the values where the width allows, else above them. Knows no setting: a value is a button,
 * and says itself what a press on it does. */
#ifndef UI_CHOICES_H
#define UI_CHOICES_H

#include "ui/ui.h"

enum { CHOICES_MAX = LANGUAGE_MAX }; /* the longest row is that of the languages */

struct choices {
    const char *id;
    const char *label;
    const char *note; /* NULL: none. The first to give way: it is then said with the label */
    int32_t label_px; /* the width for labels before the values, from choices_align; 0: the usual */
    bool looks;       /* the values are looks, shown as swatches (ui_swatch_rows) */
    uint32_t count;   /* 0: nothing can be chosen now, and the note says why */
    struct ui_button value[CHOICES_MAX];
};

/* Rows that stand together in so wide a column get room for the longest of their labels, as far as
 * the values leave it. */
void choices_align(const struct ui *ui, struct choices *rows, uint32_t count, int32_t w);

/* As one block of the flow; in its parts where it is taller than a page. */
void choices_flow(struct flow *flow, const struct choices *row);
/* The same with a line above it, away from another row: spread px more than the least distance on
 * each side of the line. */
void choices_flow_next(struct flow *flow, const struct choices *row, int32_t spread);

/* On a page that has few of them: label and values apart, the label before the values where it has
 * room, else not at all; the values may go over pages. */
void choices_flow_loose(struct flow *flow, const struct choices *row);

/* A page of rows below a head, or two of which both have to fit; in pages as many as it takes. */
struct choices_pages {
    struct choices *row;
    uint32_t count;
    uint32_t first; /* of them, on the first of two pages */
    void (*head)(const void *context, struct flow *flow);
    const void *context;
};
void choices_pages(struct ui *ui, const struct choices_pages *pages, struct box box);

#endif
