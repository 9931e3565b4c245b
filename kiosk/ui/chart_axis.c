/* SPDX-License-Identifier: MIT */
#include "ui/chart_axis.h"

#include "ui/build.h"

enum {
    LABEL_MAX = 96,          /* more cannot stand side by side on the widest panel */
    LABEL_GAP_UM = 1800,     /* between two labels, and where letters are large, */
    LABEL_GAP_PERCENT = 50,  /* so much of a line's height */
    TICK_UM = 1400,          /* a labelled tick; the others are two thirds of it */
    TICK_GAP_UM = 700,       /* between a tick and its label */
    TICK_PITCH_UM = 900,     /* ticks closer than this are a grey bar: only labelled ones stay */
    YEAR_PITCH_UM = 3000,    /* year lines closer than this: every second, fifth, tenth year */
    YEAR_STEP_MAX = 10,      /* the widest such step */
    YEAR_LABEL_GAP_UM = 600, /* between a year's line and its number */
};

enum type chart_words(const struct chart *chart)
{
    return chart->room ? TYPE_BODY : chart->large ? TYPE_F_TEXT : TYPE_F_CAPTION;
}

float chart_x(const struct chart_plot *plot, uint32_t position)
{
    return (float)plot->box.x + plot->step_px * ((float)position + 0.5F);
}

float chart_y(const struct chart_plot *plot, uint32_t value)
{
    return (float)plot->box.y + (float)plot->box.h * (float)(100 - value) / 100.0F;
}

/* The labels put down so far, so that no two touch. */
struct label {
    uint32_t position;
    int32_t x, w;
};

struct label_row {
    struct label label[LABEL_MAX];
    uint32_t count;
    int32_t gap; /* between two labels */
};

/* Keeps a label centred at x if it overlaps no other label and stays inside. */
static bool label_put(struct label_row *row, const struct chart_plot *plot, uint32_t position,
                      float x, int32_t w)
{
    int32_t left = (int32_t)(x - (float)w / 2);
    int32_t most = plot->whole.x + plot->whole.w - w;
    left = left > most ? most : left;
    left = left < plot->whole.x ? plot->whole.x : left;
    const int32_t gap = row->gap;
    if (row->count == LABEL_MAX || w > plot->whole.w) {
        return false;
    }
    for (uint32_t i = 0; i < row->count; i++) {
        const struct label *other = &row->label[i];
        if (left < other->x + other->w + gap && other->x < left + w + gap) {
            return false;
        }
    }
    row->label[row->count++] = (struct label){position, left, w};
    return true;
}

/* Returns whether the point is the first of its month; two blocks can carry one month. */
static bool begins_month(const struct chart *chart, uint32_t position)
{
    return position == 0 || chart->month[position].month != chart->month[position - 1].month ||
           chart->month[position].year != chart->month[position - 1].year;
}

static bool begins_year(const struct chart *chart, uint32_t position)
{
    return position > 0 && chart->month[position].year != chart->month[position - 1].year;
}

/* Returns how many years lie between two lines or labels that are at least pitch apart. */
static uint32_t year_step(const struct chart *chart, const struct chart_plot *plot, int32_t pitch)
{
    static const uint32_t STEPS[] = {1, 2, 5, YEAR_STEP_MAX};
    uint16_t first = chart->month[0].year, last = first;
    for (uint32_t i = 1; i < chart->position_count; i++) {
        uint16_t year = chart->month[i].year;
        first = year < first ? year : first;
        last = year > last ? year : last;
    }
    uint32_t years = 1u + last - first;
    for (size_t i = 0; i < sizeof(STEPS) / sizeof(STEPS[0]); i++) {
        if ((int64_t)plot->box.w * STEPS[i] >= (int64_t)pitch * years) {
            return STEPS[i];
        }
    }
    return YEAR_STEP_MAX;
}

static int32_t month_width(const struct ui *ui, const struct chart *chart, uint32_t position)
{
    char year[NUMBER_BYTES];
    ui_number(ui, year, chart->month[position].year);
    int32_t month =
        ui_text_width(ui, chart_words(chart), chart->month_name[chart->month[position].month - 1]);
    int32_t number = ui_text_width(ui, chart_words(chart), year);
    return month > number ? month : number;
}

static void put_months(const struct ui *ui, const struct chart *chart,
                       const struct chart_plot *plot, struct label_row *row)
{
    label_put(row, plot, 0, chart_x(plot, 0), month_width(ui, chart, 0));
    uint32_t step = year_step(chart, plot, 2 * month_width(ui, chart, 0));
    for (uint32_t i = 1; i < chart->position_count; i++) {
        if (begins_year(chart, i) && chart->month[i].year % step == 0) {
            label_put(row, plot, i, chart_x(plot, i), month_width(ui, chart, i));
        }
    }
    for (uint32_t i = 1; step == 1 && i < chart->position_count; i++) {
        if (begins_month(chart, i) && chart->month[i].month % 3 == 1) {
            label_put(row, plot, i, chart_x(plot, i), month_width(ui, chart, i));
        }
    }
}

static void sort_labels(struct label_row *row)
{
    for (uint32_t i = 1; i < row->count; i++) {
        struct label label = row->label[i];
        uint32_t k = i;
        for (; k > 0 && row->label[k - 1].position > label.position; k--) {
            row->label[k] = row->label[k - 1];
        }
        row->label[k] = label;
    }
}

static void draw_tick(struct ui *ui, const struct chart_plot *plot, uint32_t position,
                      bool labelled)
{
    float x = chart_x(plot, position), y = (float)(plot->box.y + plot->box.h);
    float length = ui_umf(ui, labelled ? TICK_UM : TICK_UM * 2 / 3);
    float stroke = ui_umf(ui, 200);
    ui_rule(ui, x, y, x, y + length, labelled ? INK_OUTLINE : INK_DIVIDER,
            stroke < 1.0F ? 1.0F : stroke);
}

static int32_t label_gap(const struct ui *ui, const struct chart *chart)
{
    const int32_t least = ui_um(ui, LABEL_GAP_UM);
    const int32_t gap = ui_line_px(ui, chart_words(chart)) * LABEL_GAP_PERCENT / 100;
    return gap > least ? gap : least;
}

static void draw_months(struct ui *ui, const struct chart *chart, const struct chart_plot *plot)
{
    struct label_row row = {.gap = label_gap(ui, chart)};
    put_months(ui, chart, plot, &row);
    sort_labels(&row);
    bool ticks = plot->step_px >= ui_umf(ui, TICK_PITCH_UM);
    uint32_t next = 0;
    for (uint32_t i = 0; i < chart->position_count; i++) {
        bool labelled = next < row.count && row.label[next].position == i;
        next += labelled;
        if (ticks || labelled) {
            draw_tick(ui, plot, i, labelled);
        }
    }
    const enum type type = chart_words(chart);
    int32_t line = ui_line_px(ui, type);
    int32_t y = plot->box.y + plot->box.h + ui_um(ui, TICK_UM + TICK_GAP_UM);
    uint32_t year = 0;
    for (uint32_t i = 0; i < row.count; i++) {
        const struct chart_month *month = &chart->month[row.label[i].position];
        struct box box = {row.label[i].x, y, row.label[i].w, line};
        ui_label(ui, type, INK_NONE, chart->month_name[month->month - 1], box, ALIGN_CENTRE);
        if (month->year != year) {
            /* The first label of each year names the year, also when its January had no room. */
            char text[NUMBER_BYTES];
            ui_number(ui, text, month->year);
            box.y += line;
            ui_label(ui, type, INK_NONE, text, box, ALIGN_CENTRE);
            year = month->year;
        }
    }
}

static void draw_year(struct ui *ui, const struct chart_plot *plot, struct label_row *row,
                      uint32_t position, uint32_t year, float x)
{
    char text[NUMBER_BYTES];
    ui_number(ui, text, year);
    int32_t w = ui_text_width(ui, TYPE_F_CAPTION, text);
    if (label_put(row, plot, position, x + (float)w / 2, w)) {
        const struct label *label = &row->label[row->count - 1];
        int32_t line = ui_line_px(ui, TYPE_F_CAPTION);
        int32_t y = plot->box.y + plot->box.h + ui_um(ui, TICK_GAP_UM);
        ui_label(ui, TYPE_F_CAPTION, INK_NONE, text, (struct box){label->x, y, w, line},
                 ALIGN_START);
    }
}

static void draw_years(struct ui *ui, const struct chart *chart, const struct chart_plot *plot)
{
    bool labels = chart->labels == CHART_LABELS_YEARS;
    struct label_row row = {.gap = ui_um(ui, LABEL_GAP_UM)};
    char first[NUMBER_BYTES];
    ui_number(ui, first, chart->month[0].year);
    int32_t label_w =
        ui_text_width(ui, TYPE_F_CAPTION, first) + ui_um(ui, LABEL_GAP_UM + YEAR_LABEL_GAP_UM);
    uint32_t line_step = year_step(chart, plot, ui_um(ui, YEAR_PITCH_UM));
    uint32_t label_step = year_step(chart, plot, label_w);
    for (uint32_t i = 1; i < chart->position_count; i++) {
        uint32_t year = chart->month[i].year;
        float x = chart_x(plot, i) - plot->step_px / 2;
        if (begins_year(chart, i) && year % line_step == 0) {
            ui_rule(ui, x, (float)plot->box.y, x, (float)(plot->box.y + plot->box.h), INK_HAIR,
                    1.0F);
        }
        if (labels && begins_year(chart, i) && year % label_step == 0) {
            draw_year(ui, plot, &row, i, year, x + ui_umf(ui, YEAR_LABEL_GAP_UM));
        }
    }
    if (labels) {
        draw_year(ui, plot, &row, 0, chart->month[0].year, (float)plot->box.x);
    }
}

static void draw_axis_words(struct ui *ui, const struct chart *chart, const struct chart_plot *plot)
{
    const char *words[] = {chart->axis_low, chart->axis_half, chart->axis_high};
    const enum type type = chart_words(chart);
    int32_t line = ui_line_px(ui, type);
    for (uint32_t i = 0; i < 3; i++) {
        if (words[i] != NULL) {
            int32_t y = (int32_t)chart_y(plot, 50 * i) - line / 2;
            ui_label(ui, type, INK_NONE, words[i],
                     (struct box){plot->whole.x, y, chart->axis_px - ui_um(ui, 2000), line},
                     ALIGN_END);
        }
    }
}

void chart_axis_draw(struct ui *ui, const struct chart *chart, const struct chart_plot *plot)
{
    ui_hairline(ui, plot->box.x, plot->box.y, plot->box.w);
    ui_hairline(ui, plot->box.x, plot->box.y + plot->box.h, plot->box.w);
    draw_axis_words(ui, chart, plot);
    if (chart->position_count == 0) {
        return;
    }
    draw_years(ui, chart, plot);
    if (chart->labels == CHART_LABELS_MONTHS) {
        draw_months(ui, chart, plot);
    }
}

/* Returns the stroke of the middle line. In a look whose lines are all black or white, the middle
 * is a stronger line. */
float ui_chart_middle_px(const struct ui *ui)
{
    bool strong = ui->theme->high_contrast;
    float stroke = ui_umf(ui, strong ? 450 : 220), least = strong ? 2.0F : 1.0F;
    return stroke < least ? least : stroke;
}

void chart_middle_draw(struct ui *ui, const struct chart_plot *plot, bool dotted)
{
    float y = chart_y(plot, 50), stroke = ui_chart_middle_px(ui);
    struct draw_point points[2] = {{(float)plot->box.x, y},
                                   {(float)(plot->box.x + plot->box.w), y}};
    struct draw draw = {.kind = DRAW_PATH,
                        .flags = dotted ? DRAW_DOTTED : 0,
                        .stroke = INK_OUTLINE,
                        .stroke_alpha = 255,
                        .stroke_px = dotted ? 1.6F * stroke : stroke,
                        .first = frame_points(ui->frame, points, 2),
                        .count = 2};
    frame_draw(ui->frame, &draw);
}

int32_t chart_labels_px(const struct ui *ui, const struct chart *chart)
{
    switch (chart->labels) {
    case CHART_LABELS_MONTHS:
        return ui_um(ui, TICK_UM + TICK_GAP_UM) + 2 * ui_line_px(ui, chart_words(chart));
    case CHART_LABELS_YEARS:
        return ui_um(ui, TICK_GAP_UM) + ui_line_px(ui, TYPE_F_CAPTION);
    case CHART_LABELS_NONE:
        break;
    }
    return 0;
}

int32_t ui_chart_labels_px(const struct ui *ui, enum chart_labels labels)
{
    return chart_labels_px(ui, &(struct chart){.labels = labels, .large = true});
}
