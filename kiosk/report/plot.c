/* SPDX-License-Identifier: MIT */
#include "report/plot.h"

#include <assert.h>

/* All lines share one time axis: the place and the month of every block. */
struct chart plot_small(const struct lines *lines, uint32_t line, struct plot *plot)
{
    const struct lines_line *data = &lines->line[line];
    const enum message_id why =
        lines_no_number(lines, line, MSG_TRENDS_PLOT_BLUR, MSG_TRENDS_PLOT_WIDE);
    /* A change can be clear although no single block can be read. */
    const char *wide = lines_change(lines, line) > 0 ? lines_grade(lines, line)
                                                     : catalog_text(lines->words.catalog, why);
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
    chart.mark = lines_change(lines, line);
    if (lines_is_readable(lines, line)) {
        const struct band *band = &lines_newest(lines, line)->band;
        chart.value = lines_share(lines, band->centre, plot->value);
        chart.range = lines_grade(lines, line);
        char value[LINES_TEXT_BYTES];
        const struct text_arg args[] = {{"value", lines_value(lines, band, value)},
                                        {"grade", chart.range}};
        text_format(plot->words, sizeof(plot->words), "{value}: {grade}", args, 2);
        chart.text = plot->words;
    }
    return chart;
}

int32_t plot_value_px(const struct lines *lines, const struct ui *ui)
{
    char value[LINES_TEXT_BYTES];
    struct chart widest = {.value = value};
    int32_t px = 0;
    for (uint32_t i = TRENDS_SHARE_MIN + 1; i < TRENDS_SHARE_MAX; i++) {
        (void)lines_share(lines, i, value);
        int32_t value_px = ui_chart_value_px(ui, &widest);
        px = value_px > px ? value_px : px;
    }
    for (uint32_t i = 0; i < lines->count; i++) {
        if (lines_is_readable(lines, i)) {
            (void)lines_share(lines, lines_newest(lines, i)->band.centre, value);
            widest.range = lines_grade(lines, i);
            int32_t value_px = ui_chart_value_px(ui, &widest);
            px = value_px > px ? value_px : px;
        }
    }
    return px;
}

static struct chart with_words(const struct lines *lines, uint32_t line, const struct ui *ui,
                               struct plot *plot, struct chart chart)
{
    const struct lines_line *data = &lines->line[line];
    chart.labels = CHART_LABELS_MONTHS;
    chart.axis_low = catalog_text(lines->words.catalog, MSG_TRENDS_AXIS_1);
    chart.axis_half = catalog_text(lines->words.catalog, MSG_TRENDS_AXIS_2);
    chart.axis_high = catalog_text(lines->words.catalog, MSG_TRENDS_AXIS_3);
    if (chart.value != NULL) {
        chart.latest = catalog_text(lines->words.catalog, MSG_TRENDS_AXIS_4);
        chart.range = lines_range(lines, &lines_newest(lines, line)->band, plot->range);
    }
    if (chart.mark > 0) {
        chart.mark_words = lines_since(lines, line, plot->since);
    }
    if (chart.value != NULL && data->view->claim.grade == GRADE_LEANING) {
        chart.first = lines_share(lines, data->point[0].band.centre, plot->first);
    }
    chart.axis_px = ui_chart_axis_px(ui, &chart);
    chart.value_px = ui_chart_value_px(ui, &chart);
    return chart;
}

struct chart plot_large(const struct lines *lines, uint32_t line, const struct ui *ui,
                        struct plot *plot)
{
    struct chart chart = plot_small(lines, line, plot);
    chart.large = true;
    return with_words(lines, line, ui, plot, chart);
}

struct chart plot_room(const struct lines *lines, uint32_t line, const struct ui *ui,
                       struct plot *plot)
{
    struct chart chart = plot_small(lines, line, plot);
    chart.large = chart.room = true;
    return with_words(lines, line, ui, plot, chart);
}
