/* SPDX-License-Identifier: MIT */
/* The report as a table that programs read: shares and bands of windows of complete blocks, never a
 * count. */
#ifndef REPORT_CSV_H
#define REPORT_CSV_H

#include "core/band.h"

#include <stddef.h>

/* The report as CSV, heading first: window,months,what,share,from,to. window is the id of the
 * window's newest block; rows go from the newest window down: all, themes, questions of the pack.
 * Fills out with the heading and whole rows from row `from` on, as far as they and a closing NUL
 * fit; out may be NULL to count. report->bytes is the size of the whole report without a NUL. */
struct report_size {
    uint32_t rows;
    uint32_t bytes;
    uint32_t blocks;
    struct month first, last;
};
void report_csv(const struct totals *totals, const struct pack *pack, enum period period,
                uint32_t from, char *out, size_t size, size_t *written, struct report_size *report);

#endif
