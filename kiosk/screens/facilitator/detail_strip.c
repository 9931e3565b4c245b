/* SPDX-License-Identifier: MIT */
/* The newest points of a question one by one: a bar from low to high, a disc at the best reading,
 * and the numbers written below, so that nothing hangs on colour or on reading off an axis. */
#include "screens/facilitator/detail.h"
#include "ui/area.h"
#include "ui/build.h"

#include <string.h>

enum {
    STRIP_MAX = 12,
    BAR_UM = 4200,
    BAR_RADIUS_UM = 1100,
    BAR_ALPHA = 51, /* 20 %, as a band */
    EDGE_UM = 270,
    DISC_UM = 1000,
    DISC_GROUND_UM = 1350, /* a rim of paper keeps the disc off its bar */
    GAP_UM = 2200,         /* between the words of two bars */
    UNDER_UM = 1500,       /* between the axis and its numbers */
    TEXT_BYTES = 128,
    LINES_UNDER = 4, /* number, band, month, year */
};

static const char *range_words(const struct app *app, const struct band *band, char out[TEXT_BYTES])
{
    struct lines lines = lines_view(app);
    char low[LINES_TEXT_BYTES], high[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"low", lines_share_brief(&lines, band->low, low)},
                              {"high", lines_share_brief(&lines, band->high, high)}};
    text_format(out, TEXT_BYTES, word(app, MSG_DETAIL_RANGE), args, 2);
    return out;
}

static int32_t axis_px(const struct app *app, const struct ui *ui)
{
    return ui_text_width(ui, TYPE_F_CAPTION, word(app, MSG_TRENDS_AXIS_2)) + ui_um(ui, 2000);
}

/* The widest band that can be written, so that the count does not hang on this line's numbers. */
static int32_t column_px(const struct app *app, const struct ui *ui)
{
    char text[TEXT_BYTES];
    struct band widest = {.low = TRENDS_SHARE_MIN, .high = TRENDS_SHARE_MAX};
    int32_t column = ui_text_width(ui, TYPE_F_CAPTION, range_words(app, &widest, text));
    for (uint8_t i = 1; i <= CHART_MONTHS; i++) {
        int32_t w = ui_text_width(ui, TYPE_F_CAPTION, month_short(app, (struct month){2000, i}));
        column = w > column ? w : column;
    }
    return column + ui_um(ui, GAP_UM);
}

uint32_t detail_strip_count(const struct app *app, const struct ui *ui, uint32_t question,
                            int32_t w)
{
    struct lines lines = lines_view(app);
    uint32_t held = lines.line[lines_question(&lines, question)].count;
    int32_t room = (w - axis_px(app, ui)) / column_px(app, ui);
    uint32_t most = room < 1 ? 1 : room < STRIP_MAX ? (uint32_t)room : STRIP_MAX;
    return held < most ? held : most;
}

int32_t detail_strip_height(const struct ui *ui, int32_t plot_px)
{
    return plot_px + ui_um(ui, UNDER_UM) + ui_line_px(ui, TYPE_F_LEDE) +
           (LINES_UNDER - 1) * ui_line_px(ui, TYPE_F_CAPTION);
}

static float value_y(const struct box *plot, uint32_t value)
{
    return (float)plot->y + (float)plot->h * (float)(100 - value) / 100.0F;
}

static void draw_bar(struct ui *ui, const struct box *plot, const struct band *band, float x)
{
    float half = ui_umf(ui, BAR_UM) / 2, edge = ui_umf(ui, EDGE_UM);
    float top = value_y(plot, band->high), bottom = value_y(plot, band->low);
    edge = edge < 1.5F ? 1.5F : edge;
    /* Ends that meet still have to be seen. */
    float least = 2 * edge;
    if (bottom - top < least) {
        top -= (least - (bottom - top)) / 2;
        bottom = top + least;
    }
    struct draw bar = {.kind = DRAW_BOX,
                       .fill = INK_A3,
                       .fill_alpha = BAR_ALPHA,
                       .stroke = INK_A3,
                       .stroke_alpha = 255,
                       .stroke_px = edge,
                       .x = x - half,
                       .y = top,
                       .w = 2 * half,
                       .h = bottom - top,
                       .radius = ui_umf(ui, BAR_RADIUS_UM)};
    frame_draw(ui->frame, &bar);
    if (band->readable) {
        float y = value_y(plot, band->centre);
        ui_disc(ui, x, y, ui_umf(ui, DISC_GROUND_UM), INK_BG, 255);
        ui_disc(ui, x, y, ui_umf(ui, DISC_UM), INK_A4, 255);
    }
}

/* Number, band, month; the year under the first column and where it changes. */
static void draw_words(const struct app *app, struct ui *ui, const struct point *point,
                       bool has_year, struct box box)
{
    struct lines lines = lines_view(app);
    char range[TEXT_BYTES], n[NUMBER_BYTES], share[LINES_TEXT_BYTES];
    int32_t lede = ui_line_px(ui, TYPE_F_LEDE), line = ui_line_px(ui, TYPE_F_CAPTION);
    struct box at = {box.x, box.y, box.w, lede};
    if (point->band.readable) {
        ui_label(ui, TYPE_F_LEDE, INK_INK, lines_share_brief(&lines, point->band.centre, share), at,
                 ALIGN_CENTRE);
    }
    at = (struct box){box.x, box.y + lede, box.w, line};
    ui_label(ui, TYPE_F_CAPTION, INK_NONE, range_words(app, &point->band, range), at, ALIGN_CENTRE);
    at.y += line;
    ui_label(ui, TYPE_F_CAPTION, INK_NONE, month_short(app, point->month), at, ALIGN_CENTRE);
    if (has_year) {
        at.y += line;
        ui_label(ui, TYPE_F_CAPTION, INK_NONE, number_digits(app, n, point->month.year), at,
                 ALIGN_CENTRE);
    }
}

static void add_node(const struct app *app, struct ui *ui, const struct lines *lines,
                     const struct point *point, uint32_t index, struct box box)
{
    char id[NODE_ID_BYTES], digits[NUMBER_BYTES], range[TEXT_BYTES], share[LINES_TEXT_BYTES];
    struct text_arg arg = {"n", text_number(digits, index + 1)};
    text_format(id, sizeof(id), "detail.point.{n}", &arg, 1);
    const char *centre = lines_share_brief(lines, point->band.centre, share);
    const char *cells[] = {point->band.readable ? centre : "",
                           range_words(app, &point->band, range), month_short(app, point->month)};
    uint32_t from = point->band.readable ? 0 : 1;
    ui_row_node(ui, id, cells + from, 3 - from, detail_spoken(app, ui, point), TYPE_F_CAPTION, box);
}

static void draw_axis(const struct app *app, struct ui *ui, const struct box *plot)
{
    int32_t line = ui_line_px(ui, TYPE_F_CAPTION), axis = axis_px(app, ui);
    float y = value_y(plot, 50);
    ui_hairline(ui, plot->x, plot->y, plot->w);
    ui_hairline(ui, plot->x, plot->y + plot->h, plot->w);
    ui_rule(ui, (float)plot->x, y, (float)(plot->x + plot->w), y, INK_OUTLINE,
            ui_chart_middle_px(ui));
    ui_label(ui, TYPE_F_CAPTION, INK_NONE, word(app, MSG_TRENDS_AXIS_2),
             (struct box){plot->x - axis, (int32_t)y - line / 2, axis - ui_um(ui, 2000), line},
             ALIGN_END);
}

void detail_strip_draw(const struct app *app, struct ui *ui, uint32_t question, int32_t plot_px,
                       struct box box)
{
    struct lines lines = lines_view(app);
    const struct lines_line *line = &lines.line[lines_question(&lines, question)];
    uint32_t count = detail_strip_count(app, ui, question, box.w);
    int32_t axis = axis_px(app, ui), under = ui_um(ui, UNDER_UM);
    struct box plot = {box.x + axis, box.y, box.w - axis, plot_px};
    draw_axis(app, ui, &plot);
    int32_t column = plot.w / (int32_t)(count > 0 ? count : 1);
    for (uint32_t i = 0; i < count; i++) {
        const struct point *point = &line->point[line->count - count + i];
        struct box at = {plot.x + (int32_t)i * column, plot.y, column, box.h};
        bool has_year = i == 0 || point[-1].month.year != point->month.year;
        add_node(app, ui, &lines, point, i, at);
        draw_bar(ui, &plot, &point->band, (float)at.x + (float)column / 2);
        at.y += plot.h + under;
        at.h -= plot.h + under;
        draw_words(app, ui, point, has_year, at);
    }
}
