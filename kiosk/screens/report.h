/* SPDX-License-Identifier: MIT */
/* The report: what leaves, and where to. */
#ifndef SCREENS_REPORT_H
#define SCREENS_REPORT_H

#include "screens/screen.h"

/* Asks for the report of the period and for the drives; the screen shows when the report is there.
 */
void report_enter(struct app *app);
/* Asks for the drives again: one may have been plugged in. */
void report_look_for_drives(struct app *app);

/* The table that leaves, as it stands in the file: heading and rows of report.text. Heights count
 * whole rows. */
struct report_table {
    uint32_t rows; /* shown, without the heading */
    int32_t pitch_px;
    int32_t height;
};
void report_table_measure(const struct app *app, const struct ui *ui, int32_t room,
                          struct report_table *table);
void report_table_draw(const struct app *app, struct ui *ui, const struct report_table *table,
                       struct box box);

#endif
