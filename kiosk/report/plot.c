/* SPDX-License-Identifier: MIT */
#include "report/plot.h"

#include <assert.h>

/* All lines share the time of the one above: place and month of every set. */
struct chart plot_small(const struct lines *lines, uint32_t line, struct plot *plot)
{
    const struct lines_line *data = &lines->line[line];
    const char *wide = catalog_text(lines->words.catalog, MSG_TRENDS_PLOT_WIDE);
    struct chart chart = {.wide = wide,
                          .text = wide,
                          .role = ROLE_IMAGE,
                          .month = plot->month,
                          .month_name = plot->month_name,
                          .point = plot->point};
    for (uint32_t i = 0; i < CHART_MONTHS; i++) {
        plot->month_name[i] =
            catalog_text(lines->words.catalog, (enum message_id)(MSG_MONTH_1 + i));
    }
    if (data->count == 0) {
        return chart;
    }
    assert(data->count <= LINES_POINT_MAX);
    for (uint32_t i = 0; i < data->count; i++) {
        const struct point *point = &data->point[i];
        plot->month[i] = (struct chart_month){point->month.year, point->month.month};
        plot->point[i] = (struct chart_point){
            .position = (uint16_t)i,
            .centre = point->band.centre,
            .low = point->band.low,
            .high = point->band.high,
            .readable = point->band.readable,
        };
    }
    chart.point_count = chart.position_count = data->count;
    if (lines_is_readable(lines, line)) {
        const struct band *band = &lines_newest(lines, line)->band;
        chart.value = lines_share(lines, band->centre, plot->value);
        chart.text = lines_value(lines, band, plot->words);
    }
    return chart;
}

struct chart plot_large(const struct lines *lines, uint32_t line, const struct ui *ui,
                        struct plot *plot)
{
    struct chart chart = plot_small(lines, line, plot);
    chart.large = true;
    chart.labels = CHART_LABELS_MONTHS;
    chart.axis_low = catalog_text(lines->words.catalog, MSG_TRENDS_AXIS_1);
    chart.axis_half = catalog_text(lines->words.catalog, MSG_TRENDS_AXIS_2);
    chart.axis_high = catalog_text(lines->words.catalog, MSG_TRENDS_AXIS_3);
    if (chart.value != NULL) {
        chart.latest = catalog_text(lines->words.catalog, MSG_TRENDS_AXIS_4);
        chart.range = lines_range(lines, &lines_newest(lines, line)->band, plot->range);
    }
    chart.axis_px = ui_chart_axis_px(ui, &chart);
    chart.value_px = ui_chart_value_px(ui, &chart);
    return chart;
}
