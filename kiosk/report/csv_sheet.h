/* SPDX-License-Identifier: MIT */
/* The first rows of the table that leaves, as they stand in its file: nothing is translated,
 * rounded or left out. */
#ifndef REPORT_CSV_SHEET_H
#define REPORT_CSV_SHEET_H

#include "ui/ui.h"

enum { CSV_SHEET_LINES = 41 /* more than fit the highest panel */ };

struct csv_sheet {
    uint32_t columns, rows; /* without the heading */
    int32_t height;
    const char *line[CSV_SHEET_LINES]; /* in the file, the heading first */
};

/* As many rows of the text as a room holds. */
void csv_sheet_measure(const char *text, const struct ui *ui, int32_t room,
                       struct csv_sheet *sheet);
void csv_sheet_draw(struct ui *ui, const struct csv_sheet *sheet, struct box box);

#endif
