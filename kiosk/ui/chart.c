/* SPDX-License-Identifier: MIT */
/* Band, line, newest point and its value. The axis is in chart_axis.c. */
#include "ui/chart.h"

#include "core/status.h"
#include "ui/build.h"
#include "ui/chart_axis.h"

#include <assert.h>

enum {
    BAND_ALPHA = 51, /* 20 %: the edge alone carries the 3 : 1 */
    BAND_EDGE_UM = 360,
    DISC_PITCH =
        320, /* hundredths of its radius: points that are closer have no disc of their own */
    FIRST_GAP_UM = 1200,  /* between the first value and what is drawn */
    DIGIT_SHARE = 72,     /* hundredths of the em */
    NEWEST_UM = 3000,     /* the newest point's ring keeps this clear */
    VALUE_GAP_UM = 1500,  /* between the newest stone's ring and its number */
    LONE_BAND_UM = 10000, /* width of a band that belongs to one point alone */
    MARK_GAP_UM = 600,    /* between the rule of a mark and its words */
    MARK_UM = 500,
    WIDE_ALPHA = 217, /* of the ground behind words on a band: the band shows faintly through */
};

static const enum type FIRST_TYPE = TYPE_F_LEDE;

/* Strokes and stones of a small plot, a large one, one for a room and a low one for a room, um. */
struct chart_size {
    int32_t line, disc, stone, ring, ring_stroke;
    enum type value;
};

static const struct chart_size SIZES[] = {
    {610, 750, 850, 1550, 300, TYPE_F_LEDE},
    {900, 1000, 1250, 2400, 360, TYPE_F_NUMERAL},
    {1600, 1700, 2100, 3900, 600, TYPE_DISPLAY_SMALL},
    {900, 1000, 1250, 2400, 360, TYPE_DISPLAY_SMALL},
};

/* Returns the least width of a stroke. An edge thinner than two pixels may fill none of them and so
 * lose its colour; a line stays thicker than the edges beside it. A small picture of a page has
 * finer strokes. */
static float least_px(const struct ui *ui, float on_panel)
{
    enum { PANEL_PX_PER_M_MIN = 3300 }; /* no panel is coarser */
    return ui->px_per_m >= PANEL_PX_PER_M_MIN ? on_panel : 1.5F;
}

static enum ink ground_of(const struct chart *chart)
{
    return chart->ground != INK_NONE ? chart->ground : INK_BG;
}

static const struct chart_size *size_of(const struct chart *chart)
{
    return &SIZES[chart->room ? (chart->low ? 3 : 2) : chart->large ? 1 : 0];
}

int32_t ui_chart_axis_px(const struct ui *ui, const struct chart *chart)
{
    const char *words[] = {chart->axis_low, chart->axis_half, chart->axis_high};
    int32_t widest = 0;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (words[i] != NULL) {
            int32_t w = ui_text_width(ui, chart_words(chart), words[i]);
            widest = w > widest ? w : widest;
        }
    }
    return widest > 0 ? widest + ui_um(ui, 2000) : 0;
}

static int32_t value_gap(const struct ui *ui, const struct chart *chart)
{
    return ui_um(ui, size_of(chart)->ring + VALUE_GAP_UM);
}

int32_t ui_chart_value_px(const struct ui *ui, const struct chart *chart)
{
    const struct {
        const char *text;
        enum type type;
    } words[] = {{chart->latest, chart_words(chart)},
                 {chart->value, size_of(chart)->value},
                 {chart->range, chart_words(chart)}};
    int32_t widest = 0;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (words[i].text != NULL) {
            int32_t w = ui_text_width(ui, words[i].type, words[i].text);
            widest = w > widest ? w : widest;
        }
    }
    return widest > 0 ? widest + value_gap(ui, chart) : 0;
}

/* Returns how far words at 0 and 100, and the ring of a stone there, reach over the plot's edge. */
static int32_t pad_px(const struct ui *ui, const struct chart *chart)
{
    if (chart->pad_px > 0) {
        return chart->pad_px;
    }
    int32_t ring = ui_um(ui, size_of(chart)->ring + size_of(chart)->ring_stroke);
    int32_t word = chart->axis_low != NULL ? ui_line_px(ui, chart_words(chart)) / 2 : 0;
    return ring > word ? ring : word;
}

int32_t ui_chart_pad_px(const struct ui *ui, const struct chart *chart, int32_t plot_px)
{
    int32_t ring = ui_um(ui, SIZES[0].ring + SIZES[0].ring_stroke);
    int32_t edge = ui_um(ui, BAND_EDGE_UM);
    if (chart->point_count == 0 || plot_px <= 0) {
        return edge;
    }
    int32_t centre = chart->point[chart->point_count - 1].centre;
    int32_t nearest = centre < 100 - centre ? centre : 100 - centre;
    int32_t over = ring - plot_px * nearest / 100;
    return over > edge ? over : edge;
}

/* The words of a mark stand over the plot, where no line can cross them. */
static int32_t mark_words_px(const struct ui *ui, const struct chart *chart)
{
    return chart->mark_words != NULL ? ui_line_px(ui, chart_words(chart)) + ui_um(ui, MARK_GAP_UM)
                                     : 0;
}

static struct chart_plot plot_of(const struct ui *ui, const struct chart *chart, struct box box)
{
    int32_t pad = pad_px(ui, chart), labels = chart_labels_px(ui, chart);
    int32_t over = mark_words_px(ui, chart);
    over = over > pad ? over : pad;
    struct chart_plot plot = {
        .whole = box,
        .box = {box.x + chart->axis_px, box.y + over, box.w - chart->axis_px - chart->value_px,
                box.h - over - (labels > pad ? labels : pad)},
    };
    plot.box.w = plot.box.w > 1 ? plot.box.w : 1;
    plot.box.h = plot.box.h > 1 ? plot.box.h : 1;
    uint32_t places = chart->position_count > 0 ? chart->position_count : 1;
    plot.step_px = (float)plot.box.w / (float)places;
    return plot;
}

/* The points that are drawn: all, or every n-th counted back from the newest. */
struct chart_pick {
    struct chart_point point[CHART_POINT_MAX];
    uint32_t count;
};

static void pick_points(const struct chart *chart, const struct chart_plot *plot,
                        struct chart_pick *pick)
{
    uint32_t most = plot->box.w < CHART_POINT_MAX ? (uint32_t)plot->box.w : CHART_POINT_MAX;
    uint32_t step = chart->point_count > 0 ? (chart->point_count + most - 1) / most : 1;
    pick->count = 0;
    for (uint32_t i = 0; i < chart->point_count; i++) {
        if ((chart->point_count - 1 - i) % step == 0) {
            assert(chart->point[i].position < chart->position_count);
            pick->point[pick->count++] = chart->point[i];
        }
    }
}

static void draw_path(struct ui *ui, struct draw draw, uint32_t first, uint32_t count)
{
    draw.kind = DRAW_PATH;
    draw.first = first;
    draw.count = count;
    frame_draw(ui->frame, &draw);
}

static void draw_band(struct ui *ui, const struct chart_plot *plot, const struct chart_pick *pick)
{
    NOT_ZEROED struct draw_point points[2 * CHART_POINT_MAX];
    uint32_t n = pick->count;
    if (n == 0) {
        return;
    }
    if (n == 1) {
        float x = chart_x(plot, pick->point[0].position), half = ui_umf(ui, LONE_BAND_UM) / 2;
        half = half < plot->step_px / 2 ? half : plot->step_px / 2;
        float top = chart_y(plot, pick->point[0].high), bottom = chart_y(plot, pick->point[0].low);
        points[0] = (struct draw_point){x - half, top};
        points[1] = (struct draw_point){x + half, top};
        points[2] = (struct draw_point){x + half, bottom};
        points[3] = (struct draw_point){x - half, bottom};
        n = 2;
    } else {
        for (uint32_t i = 0; i < n; i++) {
            float x = chart_x(plot, pick->point[i].position);
            points[i] = (struct draw_point){x, chart_y(plot, pick->point[i].high)};
            points[2 * n - 1 - i] = (struct draw_point){x, chart_y(plot, pick->point[i].low)};
        }
    }
    float edge = ui_umf(ui, BAND_EDGE_UM);
    float least = least_px(ui, 2.0F);
    edge = edge < least ? least : edge;
    uint32_t first = frame_points(ui->frame, points, 2 * n);
    draw_path(ui, (struct draw){.flags = DRAW_CLOSED, .fill = INK_A3, .fill_alpha = BAND_ALPHA},
              first, 2 * n);
    /* The two edges share the fill's points, so the ends of the band stay open. */
    struct draw stroke = {.stroke = INK_A3, .stroke_alpha = 255, .stroke_px = edge};
    draw_path(ui, stroke, first, n);
    draw_path(ui, stroke, first + n, n);
}

static void draw_run(struct ui *ui, const struct chart *chart, const struct chart_plot *plot,
                     const struct chart_pick *pick, uint32_t from, uint32_t to)
{
    const struct chart_size *size = size_of(chart);
    if (to - from > 1) {
        NOT_ZEROED struct draw_point points[CHART_POINT_MAX];
        for (uint32_t i = from; i < to; i++) {
            points[i - from] = (struct draw_point){chart_x(plot, pick->point[i].position),
                                                   chart_y(plot, pick->point[i].centre)};
        }
        /* A line among points closer than its width would fill the band, so it gets thinner. */
        float line =
            ui_umf(ui, plot->step_px < ui_umf(ui, 2 * size->line) ? size->line / 2 : size->line);
        float least = least_px(ui, 3.0F);
        draw_path(ui,
                  (struct draw){.stroke = INK_A4,
                                .stroke_alpha = 255,
                                .stroke_px = line < least ? least : line},
                  frame_points(ui->frame, points, to - from), to - from);
    }
    /* A point without a neighbour shows only by its disc. */
    bool discs = chart->large && plot->step_px >= ui_umf(ui, size->disc) * DISC_PITCH / 100;
    if (discs || to - from == 1) {
        for (uint32_t i = from; i < to; i++) {
            ui_disc(ui, chart_x(plot, pick->point[i].position),
                    chart_y(plot, pick->point[i].centre), ui_umf(ui, size->disc), INK_A4, 255);
        }
    }
}

static void draw_line(struct ui *ui, const struct chart *chart, const struct chart_plot *plot,
                      const struct chart_pick *pick)
{
    uint32_t from = 0;
    for (uint32_t i = 0; i <= pick->count; i++) {
        if (i == pick->count || !pick->point[i].readable) {
            if (i > from) {
                draw_run(ui, chart, plot, pick, from, i);
            }
            from = i + 1;
        }
    }
}

/* Draws the newest point, a stone with one ring, and its value beside it, inside the box. */
static void draw_newest(struct ui *ui, const struct chart *chart, const struct chart_plot *plot,
                        const struct chart_point *newest)
{
    const struct chart_size *size = size_of(chart);
    float x = chart_x(plot, newest->position), y = chart_y(plot, newest->centre);
    ui_disc(ui, x, y, ui_umf(ui, size->ring), ground_of(chart), 255);
    ui_ring(ui, x, y, ui_umf(ui, size->ring), INK_A4, ui_umf(ui, size->ring_stroke), 255);
    ui_disc(ui, x, y, ui_umf(ui, size->stone), INK_A4, 255);
    if (chart->value == NULL) {
        return;
    }
    const enum type type = chart_words(chart);
    int32_t line = ui_line_px(ui, type), number = ui_line_px(ui, size->value);
    int32_t above = chart->latest != NULL ? line : 0;
    int32_t height = above + number + (chart->range != NULL ? line : 0);
    int32_t top = (int32_t)y - above - number / 2;
    int32_t lowest = plot->whole.y + plot->whole.h - height;
    top = top > lowest ? lowest : top;
    top = top < plot->whole.y ? plot->whole.y : top;
    int32_t left = plot->box.x + plot->box.w + value_gap(ui, chart);
    int32_t width = plot->whole.x + plot->whole.w - left;
    if (chart->latest != NULL) {
        ui_label(ui, type, INK_NONE, chart->latest, (struct box){left, top, width, line},
                 ALIGN_START);
    }
    ui_label(ui, size->value, INK_INK, chart->value, (struct box){left, top + above, width, number},
             ALIGN_START);
    if (chart->range != NULL) {
        ui_label(ui, type, INK_NONE, chart->range,
                 (struct box){left, top + above + number, width, line}, ALIGN_START);
    }
}

/* Finds how far the band reaches between two places. The band's edges run straight from point to
 * point. */
static void band_reach(const struct chart_plot *plot, const struct chart_pick *pick, float to,
                       float *top, float *bottom)
{
    *top = chart_y(plot, pick->point[0].high);
    *bottom = chart_y(plot, pick->point[0].low);
    for (uint32_t i = 1; i < pick->count; i++) {
        float high = chart_y(plot, pick->point[i].high), low = chart_y(plot, pick->point[i].low);
        *top = high < *top ? high : *top;
        *bottom = low > *bottom ? low : *bottom;
        if (chart_x(plot, pick->point[i].position) >= to) {
            return;
        }
    }
}

/* Draws the first value clear of band and middle: over both, under both, or not at all. */
static void draw_first(struct ui *ui, const struct chart *chart, const struct chart_plot *plot,
                       const struct chart_pick *pick)
{
    float gap = ui_umf(ui, FIRST_GAP_UM), middle = chart_y(plot, 50), top, bottom;
    int32_t w = ui_text_width(ui, FIRST_TYPE, chart->first), line = ui_line_px(ui, FIRST_TYPE);
    float digits = (float)ui_font(ui, FIRST_TYPE).em_px * DIGIT_SHARE / 100;
    float x = chart_x(plot, pick->point[0].position) - (float)w / 2;
    x = x < (float)plot->box.x ? (float)plot->box.x : x;
    float end = x + (float)w + gap;
    if (end > chart_x(plot, pick->point[pick->count - 1].position) - ui_umf(ui, NEWEST_UM)) {
        return;
    }
    band_reach(plot, pick, end, &top, &bottom);
    float y = top - gap - digits;
    y = y < middle + gap && y + digits > middle - gap ? middle - gap - digits : y;
    if (y < (float)plot->box.y + gap) {
        y = bottom + gap;
        y = y < middle + gap && y + digits > middle - gap ? middle + gap : y;
    }
    if (y + digits + gap > (float)(plot->box.y + plot->box.h)) {
        return;
    }
    struct box box = {(int32_t)x, (int32_t)(y + digits / 2) - line / 2, w, line};
    ui_label(ui, FIRST_TYPE, INK_INK, chart->first, box, ALIGN_CENTRE);
}

/* Draws the mark of a change, between the last set before the change and the first one after it. */
static void draw_mark(struct ui *ui, const struct chart *chart, const struct chart_plot *plot)
{
    if (chart->mark == 0) {
        return;
    }
    const float x = chart_x(plot, chart->mark) - plot->step_px / 2;
    const float stroke = ui_umf(ui, MARK_UM), least = least_px(ui, 2.0F);
    ui_rule(ui, x, (float)plot->box.y, x, (float)(plot->box.y + plot->box.h), INK_OUTLINE,
            stroke < least ? least : stroke);
    if (chart->mark_words == NULL) {
        return;
    }
    const enum type type = chart_words(chart);
    const int32_t w = ui_text_width(ui, type, chart->mark_words), line = ui_line_px(ui, type);
    /* The words stay clear of the number beside the plot. Words too wide for that are only said. */
    const int32_t most = plot->box.x + plot->box.w - w;
    int32_t left = (int32_t)x - w / 2;
    left = left < plot->whole.x ? plot->whole.x : left;
    left = left > most ? most : left;
    if (left < plot->whole.x) {
        return;
    }
    ui_label(ui, type, INK_INK, chart->mark_words,
             (struct box){left, plot->box.y - mark_words_px(ui, chart), w, line}, ALIGN_CENTRE);
}

/* Draws the words that stand in place of a line, on a ground of their own, so that the band does
 * not cross them. */
static void draw_wide(struct ui *ui, const struct chart *chart, const struct chart_plot *plot)
{
    chart_middle_draw(ui, plot, true);
    if (chart->wide == NULL) {
        return;
    }
    const enum type type = chart_words(chart);
    int32_t line = ui_line_px(ui, type);
    int32_t w = ui_text_width(ui, type, chart->wide) + ui_um(ui, 4000);
    /* There is no value here, so long words reach into the room for values. Longer words are only
     * said. */
    const struct box *room = w <= plot->box.w ? &plot->box : &plot->whole;
    if (w > room->w) {
        return;
    }
    struct box box = {room->x + (room->w - w) / 2, (int32_t)chart_y(plot, 50) - line / 2, w, line};
    struct draw ground = {.kind = DRAW_BOX,
                          .fill = (uint8_t)ground_of(chart),
                          .fill_alpha = ui->theme->high_contrast ? 255 : WIDE_ALPHA,
                          .x = (float)box.x,
                          .y = (float)box.y,
                          .w = (float)box.w,
                          .h = (float)box.h,
                          .radius = (float)box.h / 2};
    frame_draw(ui->frame, &ground);
    ui_label(ui, type, INK_NONE, chart->wide, box, ALIGN_CENTRE);
}

static void add_node(struct ui *ui, const struct chart *chart, struct box box)
{
    if (chart->id == NULL) {
        return;
    }
    bool button = chart->role == ROLE_BUTTON;
    struct node *node = ui_node(ui, chart->id, button ? ROLE_BUTTON : ROLE_IMAGE, box);
    ui_node_type(ui, node, chart_words(chart));
    node->fg = INK_A4;
    node->bg = INK_BG;
    if (button) {
        ui_target(ui, node, chart->text, chart->spoken, chart->action, chart->arg);
        ui_focus_ring(ui, node, ui_umf(ui, 2500));
        return;
    }
    node->text = frame_text(ui->frame, chart->text != NULL ? chart->text : "");
    node->spoken = chart->spoken != NULL ? frame_text(ui->frame, chart->spoken) : node->text;
}

void ui_chart(struct ui *ui, const struct chart *chart, struct box box)
{
    struct chart_plot plot = plot_of(ui, chart, box);
    NOT_ZEROED struct chart_pick pick;
    pick_points(chart, &plot, &pick);
    add_node(ui, chart, box);
    chart_axis_draw(ui, chart, &plot);
    draw_band(ui, &plot, &pick);
    draw_mark(ui, chart, &plot);
    const struct chart_point *newest = pick.count > 0 ? &pick.point[pick.count - 1] : NULL;
    if (newest == NULL || !newest->readable) {
        draw_wide(ui, chart, &plot);
        return;
    }
    chart_middle_draw(ui, &plot, false);
    draw_line(ui, chart, &plot, &pick);
    draw_newest(ui, chart, &plot, newest);
    if (chart->first != NULL && pick.point[0].readable) {
        draw_first(ui, chart, &plot, &pick);
    }
}
