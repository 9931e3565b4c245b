/* SPDX-License-Identifier: MIT */
/* The table that leaves with the report. */
#ifndef SCREENS_REPORT_H
#define SCREENS_REPORT_H

#include "screens/facilitator/lines.h"
#include "screens/parts/words.h"

enum { REPORT_TABLE_LINES = 41 /* more than fit the highest panel */ };

/* The table that leaves, as it stands in the file: heading and rows of the report's text, as many
 * as a room holds. */
struct report_table {
    uint32_t columns, rows; /* without the heading */
    int32_t height;
    const char *line[REPORT_TABLE_LINES]; /* in the file, the heading first */
};
void report_table_measure(const struct app *app, const struct ui *ui, int32_t room,
                          struct report_table *table);
void report_table_draw(struct ui *ui, const struct report_table *table, struct box box);

#endif
