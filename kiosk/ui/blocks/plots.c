/* SPDX-License-Identifier: MIT */
#include "ui/blocks/plots.h"

#include "core/catalog.h"
#include "ui/area.h"

enum {
    COLUMNS = 2,
    PLOT_UM = 12500,       /* least height of a small plot, */
    PLOT_TIGHT_UM = 11000, /* and where the page is full: with its pads high enough to be touched */
    COLUMN_GAP_UM = 5000,  /* after the sentence, and between the plots */
    TEXT_LEAST_UM = 44000,
    STACKED_UM = 170000, /* narrower, and the words stand over their plots */
    STACKED_GAP_UM = 1500,
    GROW_UM_MAX = 12000,
    GROW_UM_STACKED = 24000, /* plots under their words are wide */
    TARGET_UM = 12000,
    TARGET_GAP_UM = 1300, /* a row's target ends before its edges */
    TEXT_SHARE = 31,      /* hundredths of the width for words */
    ROW_PAD_UM = 1200,    /* above and below what stands in a row */
    LABEL_GAP_UM = 1200,  /* the ring of a focused plot runs clear of its label */
    MARK_UM = 1500,       /* radius of the mark before the word of a row that can be chosen */
    KEY_PLOT_UM = 15000,
    KEY_GAP_UM = 3500,
};

/* Returns the least height of a plot, which holds the number and the word beside it. */
static int32_t plot_px(const struct ui *ui)
{
    const int32_t plot = ui_um(ui, ui->air < 100 ? PLOT_TIGHT_UM : PLOT_UM);
    const int32_t words = ui_line_px(ui, TYPE_F_LEDE) + ui_line_px(ui, TYPE_F_CAPTION);
    return plot > words ? plot : words;
}

static const char *numbered(char out[NODE_ID_BYTES], const char *id, uint32_t number)
{
    char digits[NUMBER_BYTES];
    const struct text_arg arg = {"n", text_number(digits, number)};
    text_format(out, NODE_ID_BYTES, id, &arg, 1);
    return out;
}

static struct ui_text caption(const char *id, const char *text, int32_t x, int32_t y, int32_t w)
{
    return (struct ui_text){.id = id,
                            .text = text,
                            .role = ROLE_TEXT,
                            .type = TYPE_F_CAPTION,
                            .balance = true,
                            .x = x,
                            .y = y,
                            .w = w};
}

static int32_t columns_px(const struct ui *ui, const struct plots *plots)
{
    return COLUMNS * plots->column_w + ui_um(ui, COLUMN_GAP_UM);
}

static int32_t label_width(const struct ui *ui, const struct plots *plots,
                           const struct plots_row *row)
{
    return row->wide ? columns_px(ui, plots) : plots->column_w;
}

/* Height of the labels over the plots of one line of a row: they share a baseline. */
static int32_t labels_height(const struct ui *ui, const struct plots *plots,
                             const struct plots_row *row, uint32_t from)
{
    int32_t height = 0;
    for (uint32_t i = from; i < row->count && i < from + COLUMNS; i++) {
        const struct ui_text label =
            caption("", plots->item[row->first + i].label, 0, 0, label_width(ui, plots, row));
        const int32_t h = ui_text_height(ui, &label);
        height = h > height ? h : height;
    }
    return height + ui_um(ui, LABEL_GAP_UM);
}

static bool is_last(const struct plots *plots, const struct plots_row *row)
{
    return row == &plots->row[plots->row_count - 1];
}

/* Returns whether years stand below the plots: they do below those of the last line. */
static bool has_years(const struct plots *plots, const struct plots_row *row, uint32_t from)
{
    return is_last(plots, row) && from + COLUMNS >= row->count;
}

/* Returns the height of a small plot with its pads. */
static int32_t chart_height(const struct ui *ui, const struct plots *plots, bool years)
{
    const int32_t labels = years ? ui_chart_labels_px(ui, CHART_LABELS_YEARS) : 0;
    const int32_t below = labels > plots->pad_px ? labels : plots->pad_px;
    return plots->pad_px + plot_px(ui) + plots->grow_px + below;
}

static int32_t words_height(const struct ui *ui, const struct plots *plots,
                            const struct plots_row *row)
{
    const struct ui_text say = caption("", row->sentence, 0, 0, plots->text_w);
    return ui_line_px(ui, TYPE_F_TEXT) + ui_text_height(ui, &say);
}

/* Returns where the plots of a row begin, below the row's upper padding. */
static int32_t plots_y(const struct ui *ui, const struct plots *plots, const struct plots_row *row)
{
    return plots->stacked ? words_height(ui, plots, row) + ui_um(ui, STACKED_GAP_UM) : 0;
}

static int32_t row_height(const struct ui *ui, const struct plots *plots,
                          const struct plots_row *row)
{
    const int32_t words = words_height(ui, plots, row);
    int32_t height = plots_y(ui, plots, row);
    for (uint32_t i = 0; i < row->count; i += COLUMNS) {
        height +=
            labels_height(ui, plots, row, i) + chart_height(ui, plots, has_years(plots, row, i));
    }
    return (words > height ? words : height) + 2 * ui_gap(ui, ROW_PAD_UM);
}

static int32_t rows_height(const struct ui *ui, const struct plots *plots)
{
    int32_t height = 0;
    for (uint32_t i = 0; i < plots->row_count; i++) {
        height += row_height(ui, plots, &plots->row[i]);
    }
    return height;
}

/* Measures all rows. All plots keep the room that one of them needs, so that all are equally high.
 */
static void measure(const struct ui *ui, struct plots *plots, int32_t w)
{
    const int32_t gap = ui_um(ui, COLUMN_GAP_UM), least = ui_um(ui, TEXT_LEAST_UM);
    plots->stacked = plots->stacked || w < ui_um(ui, STACKED_UM);
    plots->text_w = w * TEXT_SHARE / 100 > least ? w * TEXT_SHARE / 100 : least;
    plots->column_w = (w - plots->text_w - COLUMNS * gap) / COLUMNS;
    if (plots->stacked) {
        plots->text_w = w;
        plots->column_w = (w - gap) / COLUMNS;
    }
    plots->pad_px = plots->grow_px = 0;
    for (uint32_t i = 0; i < plots->item_count; i++) {
        const struct chart_point newest = {.centre = plots->item[i].newest};
        const struct chart chart = {.point = &newest,
                                    .point_count = plots->item[i].readable ? 1 : 0};
        const int32_t pad = ui_chart_pad_px(ui, &chart, plot_px(ui));
        plots->pad_px = pad > plots->pad_px ? pad : plots->pad_px;
    }
}

/* Lets all plots grow until the rows fill the height, or the plots are as high as they may be. Rows
 * whose words are higher than their plots hold higher plots without growing. */
static void grow(const struct ui *ui, struct plots *plots, int32_t height)
{
    const int32_t most = ui_um(ui, plots->stacked ? GROW_UM_STACKED : GROW_UM_MAX);
    int32_t lines = 0, more = 1;
    for (uint32_t i = 0; i < plots->row_count; i++) {
        lines += (int32_t)(plots->row[i].count + COLUMNS - 1) / COLUMNS;
    }
    while (lines > 0 && more > 0 && plots->grow_px < most) {
        more = (height - rows_height(ui, plots)) / lines;
        more = plots->grow_px + more > most ? most - plots->grow_px : more;
        plots->grow_px += more > 0 ? more : 0;
    }
}

/* Draws a stone with its ring before the row that is chosen, so that not the tint alone marks it.
 */
static void draw_mark(struct ui *ui, int32_t x, int32_t y, bool chosen)
{
    float r = ui_umf(ui, MARK_UM);
    float cx = (float)x + r, cy = (float)y;
    float stroke = ui_umf(ui, 360);
    ui_ring(ui, cx, cy, r, INK_OUTLINE, stroke < 2.0F ? 2.0F : stroke, 255);
    if (chosen) {
        ui_disc(ui, cx, cy, r * 0.5F, INK_OUTLINE, 255);
    }
}

static void draw_tint(struct ui *ui, struct box box)
{
    if (ui->theme->high_contrast) {
        return;
    }
    int32_t side = ui_um(ui, 3000), panel = ui->frame->scene.panel_x;
    int32_t end = panel > 0 ? panel : box.x + box.w + side;
    struct draw draw = {.kind = DRAW_BOX,
                        .fill = INK_WATER0,
                        .fill_alpha = 255,
                        .x = (float)(box.x - side),
                        .y = (float)box.y,
                        .h = (float)box.h};
    draw.w = (float)end - draw.x;
    frame_draw(ui->frame, &draw);
}

/* Draws the target: as wide as the words, as high as the row without the gap to its neighbours. */
static void draw_target(struct ui *ui, const struct plots *plots, const struct plots_row *row,
                        struct box box)
{
    char id[NODE_ID_BYTES];
    struct ui_button button = {.id = numbered(id, plots->target_id, row->number),
                               .label = row->word,
                               .role = ROLE_CHOICE,
                               .chosen = row->chosen,
                               .action = row->action,
                               .arg = row->arg};
    int32_t gap = ui_um(ui, TARGET_GAP_UM), side = ui_um(ui, 1500);
    if (plots->stacked) {
        const int32_t words = words_height(ui, plots, row), least = ui_um(ui, TARGET_UM);
        box.h = (words > least ? words : least) + 2 * gap;
    }
    ui_area(ui, &button, TYPE_F_TEXT,
            (struct box){box.x - side, box.y + gap, plots->text_w + 2 * side, box.h - 2 * gap});
}

/* Draws word and sentence. A row that can be chosen has a mark before its word. */
static void draw_words(struct ui *ui, const struct plots *plots, const struct plots_row *row,
                       struct box box)
{
    const int32_t y = box.y + ui_gap(ui, ROW_PAD_UM), line = ui_line_px(ui, TYPE_F_TEXT);
    struct box word = {box.x, y, plots->text_w, line};
    char id[NODE_ID_BYTES];
    if (row->action == 0) {
        ui_words(ui, plots->word_id, row->word, TYPE_F_TEXT, word);
    } else {
        const int32_t mark = ui_um(ui, 2 * MARK_UM + 1600);
        draw_target(ui, plots, row, box);
        draw_mark(ui, box.x, y + line / 2, row->chosen);
        word.x += mark;
        word.w -= mark;
    }
    ui_label(ui, TYPE_F_TEXT, INK_INK, row->word, word, ALIGN_START);
    const struct ui_text say = caption(numbered(id, plots->sentence_id, row->number), row->sentence,
                                       box.x, y + line, plots->text_w);
    ui_text(ui, &say);
}

static void draw_chart(struct ui *ui, const struct plots *plots, const struct plots_row *row,
                       const struct plots_item *item, bool years, struct box box)
{
    char id[NODE_ID_BYTES];
    struct chart chart = plots->chart(plots->context, ui, item);
    chart.id = numbered(id, plots->chart_id, item->number);
    chart.role = item->action != 0 ? ROLE_BUTTON : chart.role;
    chart.action = item->action;
    chart.arg = item->arg;
    chart.value_px = plots->value_px;
    chart.ground = row->chosen && !ui->theme->high_contrast ? INK_WATER0 : INK_BG;
    chart.labels = years ? CHART_LABELS_YEARS : CHART_LABELS_NONE;
    chart.pad_px = plots->pad_px;
    ui_chart(ui, &chart, box);
}

static void draw_charts(struct ui *ui, const struct plots *plots, const struct plots_row *row,
                        int32_t x, int32_t y)
{
    for (uint32_t i = 0; i < row->count; i++) {
        const struct plots_item *item = &plots->item[row->first + i];
        const uint32_t column = i % COLUMNS, from = i - column;
        const int32_t at = x + (int32_t)column * (plots->column_w + ui_um(ui, COLUMN_GAP_UM));
        const int32_t over = labels_height(ui, plots, row, from);
        const bool years = has_years(plots, row, from);
        const int32_t h = chart_height(ui, plots, years);
        char id[NODE_ID_BYTES];
        struct ui_text label = caption(numbered(id, plots->label_id, item->number), item->label, at,
                                       y, label_width(ui, plots, row));
        label.y += over - ui_um(ui, LABEL_GAP_UM) - ui_text_height(ui, &label);
        ui_text(ui, &label);
        draw_chart(ui, plots, row, item, years, (struct box){at, y + over, plots->column_w, h});
        y += column == COLUMNS - 1 ? over + h : 0;
    }
}

static void draw_row(struct ui *ui, const struct plots *plots, const struct plots_row *row,
                     struct box box)
{
    if (row->chosen) {
        draw_tint(ui, box);
    } else if (row > plots->row && !row[-1].chosen) {
        ui_hairline(ui, box.x, box.y, box.w);
    }
    draw_words(ui, plots, row, box);
    draw_charts(ui, plots, row,
                box.x + (plots->stacked ? 0 : plots->text_w + ui_um(ui, COLUMN_GAP_UM)),
                box.y + ui_gap(ui, ROW_PAD_UM) + plots_y(ui, plots, row));
}

void plots_flow(struct flow *flow, struct plots *plots, int32_t below_px)
{
    struct ui *ui = flow->ui;
    const struct box page = flow->box;
    const int32_t room = page.y + page.h - flow->y - below_px;
    measure(ui, plots, page.w);
    grow(ui, plots, ui->paged && rows_height(ui, plots) > room ? page.h : room);
    for (uint32_t i = 0; i < plots->row_count; i++) {
        struct box box = {.x = page.x, .w = page.w, .h = row_height(ui, plots, &plots->row[i])};
        if (flow_block(flow, box.h, &box.y)) {
            draw_row(ui, plots, &plots->row[i], box);
        }
    }
}

/* Returns where the words of the key begin, behind its picture. */
static int32_t key_words_x(const struct ui *ui)
{
    return ui_um(ui, KEY_PLOT_UM) + ui_um(ui, KEY_GAP_UM);
}

int32_t plots_key_height(const struct ui *ui, const struct ui_text *texts, uint32_t count,
                         int32_t w)
{
    const int32_t plot = plot_px(ui);
    int32_t height = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct ui_text text = caption("", texts[i].text, 0, 0, w - key_words_x(ui));
        height += ui_text_height(ui, &text);
    }
    return height > plot ? height : plot;
}

/* Draws a made-up line, to show what a line and its band look like. */
static void draw_key_plot(struct ui *ui, int32_t x, int32_t y)
{
    static const struct chart_point POINTS[] = {
        {0, 44, 32, 55, true}, {1, 50, 39, 60, true}, {2, 46, 36, 57, true}, {3, 56, 46, 67, true}};
    static const struct chart_month MONTHS[] = {{2001, 1}, {2001, 2}, {2001, 3}, {2001, 4}};
    struct chart chart = {.month = MONTHS, .position_count = 4, .point = POINTS, .point_count = 4};
    chart.pad_px = ui_chart_pad_px(ui, &chart, plot_px(ui));
    ui_chart(ui, &chart, (struct box){x, y, ui_um(ui, KEY_PLOT_UM), plot_px(ui)});
}

void plots_key_flow(struct flow *flow, const struct ui_text *texts, uint32_t count)
{
    struct ui *ui = flow->ui;
    const int32_t x = flow->box.x, w = flow->box.w, after = key_words_x(ui);
    int32_t y;
    if (!flow_block(flow, plots_key_height(ui, texts, count, w), &y)) {
        return;
    }
    draw_key_plot(ui, x, y);
    for (uint32_t i = 0; i < count; i++) {
        const struct ui_text text = caption(texts[i].id, texts[i].text, x + after, y, w - after);
        y += ui_text(ui, &text);
    }
}
