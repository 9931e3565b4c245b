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
    char words[LINES_TEXT_BYTES]; /* value, band and grade */
    char range[LINES_TEXT_BYTES];
    char first[LINES_TEXT_BYTES];
    char since[LINES_TEXT_BYTES];
    int32_t value_px; /* plot_value_px of the small charts of one page; 0: not measured yet */
};

/* A small chart without an id, and without words beside it but its value and, under it, its grade.
 */
struct chart plot_small(const struct lines *lines, uint32_t line, struct plot *plot);
/* What these end with at the widest, so that several are as wide. */
int32_t plot_value_px(const struct lines *lines, const struct ui *ui);
/* A large one: words at the axis, months, the newest value with its band, the change with its
 * month, and the value that it leans away from. ui measures them. */
struct chart plot_large(const struct lines *lines, uint32_t line, const struct ui *ui,
                        struct plot *plot);
/* The same for a room, as large as its words are read from four metres. */
struct chart plot_room(const struct lines *lines, uint32_t line, const struct ui *ui,
                       struct plot *plot);

#endif
