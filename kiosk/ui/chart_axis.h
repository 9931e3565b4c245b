/* SPDX-License-Identifier: MIT */
/* The part of a chart that all lines share: frame, middle, years, months. */
#ifndef UI_CHART_AXIS_H
#define UI_CHART_AXIS_H

#include "ui/chart.h"

/* Where things are: the plot's box and the width of one place. */
struct chart_plot {
    struct box box;   /* 0 at its bottom edge, 100 at its top */
    struct box whole; /* with all words */
    float step_px;
};

/* The words of a large plot can be read from two metres: a capital of 2.9 mm is the least there;
 * those of a plot for a room from four. */
enum type chart_words(const struct chart *chart);
/* Room for this chart's labels below it. */
int32_t chart_labels_px(const struct ui *ui, const struct chart *chart);

float chart_x(const struct chart_plot *plot, uint32_t position);
float chart_y(const struct chart_plot *plot, uint32_t value);

/* Lines at 0 and 100, years, ticks and labels: what lies under the band. */
void chart_axis_draw(struct ui *ui, const struct chart *chart, const struct chart_plot *plot);
/* The middle, over the band. */
void chart_middle_draw(struct ui *ui, const struct chart_plot *plot, bool dotted);

#endif
