/* SPDX-License-Identifier: MIT */
/* The part of a chart that is drawn for every line: frame, middle, years, months. For the files of
 * the chart alone. */
#ifndef UI_CHART_AXIS_H
#define UI_CHART_AXIS_H

#include "ui/chart.h"

/* Where a plot stands: its box, and the width of one place on the time axis. */
struct chart_plot {
    struct box box;   /* 0 is at the bottom edge, 100 at the top edge */
    struct box whole; /* the box with all words of the chart */
    float step_px;
};

/* Returns the type of the chart's words. The words of a large plot can be read from two metres,
 * where 2.9 mm is the least height of a capital; the words of a plot for a room can be read from
 * four metres. */
enum type chart_words(const struct chart *chart);
/* Returns the room in px for the labels below the plot. */
int32_t chart_labels_px(const struct ui *ui, const struct chart *chart);

/* Returns where a place on the time axis, and a value of 0 to 100, stand on the surface, in px. */
float chart_x(const struct chart_plot *plot, uint32_t position);
float chart_y(const struct chart_plot *plot, uint32_t value);

/* Draws what lies under the band: lines at 0 and 100, years, ticks and labels. */
void chart_axis_draw(struct ui *ui, const struct chart *chart, const struct chart_plot *plot);
/* Draws the line of the middle, over the band. */
void chart_middle_draw(struct ui *ui, const struct chart_plot *plot, bool dotted);

#endif
