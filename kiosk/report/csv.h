/* SPDX-License-Identifier: MIT */
/* The report as a table that programs read: the level of each line in each finished block, and the
 * band that holds it nine times in ten. Never a count. */
#ifndef REPORT_CSV_H
#define REPORT_CSV_H

#include "core/trends.h"

#include <stddef.h>

/* The report as CSV, heading first; what the columns mean stands in kiosk/TRENDS.md. Rows go from
 * the newest block down: all, themes, questions of the pack.
 * Fills out with the heading and whole rows from row `from` on, as far as they and a closing NUL
 * fit; out may be NULL to count. report->bytes is the size of the whole report without a NUL. */
struct report_size {
    uint32_t rows;
    uint32_t bytes;
    uint32_t blocks;
    struct month first, last;
};
void report_csv(const struct totals *totals, const struct trends *trends, const struct pack *pack,
                enum period period, uint32_t from, char *out, size_t size, size_t *written,
                struct report_size *report);

/* The first line of such a text: behind the mark that only a file needs. */
const char *report_csv_first(const char *text);

#endif
