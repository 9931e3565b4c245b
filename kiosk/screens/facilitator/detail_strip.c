/* SPDX-License-Identifier: MIT */
/* The newest points of a question one by one, as bars with their numbers below. */
#include "screens/facilitator/detail.h"

#include "ui/ids.h"

static const char *range_words(const struct app *app, struct ui *ui, const struct band *band)
{
    const struct lines lines = lines_view(app);
    char low[LINES_TEXT_BYTES], high[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"low", lines_share_brief(&lines, band->low, low)},
                              {"high", lines_share_brief(&lines, band->high, high)}};
    char text[LINES_TEXT_BYTES];
    text_format(text, sizeof(text), word(app, MSG_DETAIL_RANGE), args, 2);
    return frame_text(ui->frame, text);
}

/* Returns the width of the widest band that can be written, so that every line has as many bars. */
static int32_t column_px(const struct app *app, struct ui *ui)
{
    const struct band widest = {.low = TRENDS_SHARE_MIN, .high = TRENDS_SHARE_MAX};
    int32_t column = ui_text_width(ui, TYPE_F_CAPTION, range_words(app, ui, &widest));
    for (uint8_t i = 1; i <= CHART_MONTHS; i++) {
        int32_t w = ui_text_width(ui, TYPE_F_CAPTION, month_short(app, (struct month){2000, i}));
        column = w > column ? w : column;
    }
    return column;
}

/* The year stands under the first column and where it changes. */
static struct bar bar_of(const struct app *app, struct ui *ui, const struct lines *lines,
                         const struct point *point, uint32_t index)
{
    char digits[NUMBER_BYTES], share[LINES_TEXT_BYTES];
    const struct band *band = &point->band;
    const bool has_year = index == 0 || point[-1].month.year != point->month.year;
    return (struct bar){
        .low = band->low,
        .centre = band->centre,
        .high = band->high,
        .readable = band->readable,
        .id = id_number(ui->frame, "detail.point.{n}", index + 1),
        .line = {frame_text(ui->frame, lines_share_brief(lines, band->centre, share)),
                 range_words(app, ui, band), month_short(app, point->month),
                 has_year ? frame_text(ui->frame, number_digits(app, digits, point->month.year))
                          : NULL},
        .spoken = detail_spoken(app, ui, point)};
}

void detail_strip(const struct app *app, struct ui *ui, int32_t w, struct bars *bars)
{
    const struct lines lines = lines_view(app);
    const struct lines_line *line = &lines.line[detail_line(app)];
    *bars = (struct bars){.half = word(app, MSG_TRENDS_AXIS_2), .column_px = column_px(app, ui)};
    const uint32_t held = bars_held(ui, bars, w);
    bars->count = held < line->count ? held : line->count;
    for (uint32_t i = 0; i < bars->count; i++) {
        bars->bar[i] = bar_of(app, ui, &lines, &line->point[line->count - bars->count + i], i);
    }
    bars->head =
        (struct ui_text){.id = "detail.twelve",
                         .text = fill_plural(app, ui, MSG_DETAIL_TWELVE, bars->count, NULL, 0)};
    bars->note = (struct ui_text){.id = "detail.months", .text = word(app, MSG_DETAIL_MONTHS)};
}
