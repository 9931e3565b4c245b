/* SPDX-License-Identifier: MIT */
/* A line as a chart: the same points, months and words on the screen and on paper. */
#ifndef REPORT_PLOT_H
#define REPORT_PLOT_H

#include "report/lines.h"
#include "ui/chart.h"

/* What the chart points into, until it is drawn. */
struct plot {
    struct chart_point point[LINES_POINT_MAX];
    struct chart_month month[LINES_POINT_MAX];
    const char *month_name[CHART_MONTHS];
    char value[LINES_TEXT_BYTES];
    char words[LINES_TEXT_BYTES]; /* value and band */
    char range[LINES_TEXT_BYTES];
};

/* A small chart without words beside it but its value, and without an id. */
struct chart plot_small(const struct lines *lines, uint32_t line, struct plot *plot);
/* A large one: words at the axis, months, the newest value with its band. ui measures them. */
struct chart plot_large(const struct lines *lines, uint32_t line, const struct ui *ui,
                        struct plot *plot);

#endif
