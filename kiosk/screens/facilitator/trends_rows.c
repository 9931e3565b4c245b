/* SPDX-License-Identifier: MIT */
/* The rows of the lines: all together, then each theme with a plot for each question, two side by
 * side; before them a word and a sentence. Below them the key. */
#include "screens/facilitator/trends.h"

#include "ui/area.h"

#include <assert.h>
#include <string.h>

enum {
    COLUMNS = 2,
    PLOT_UM = 12500,       /* least height of a small plot, */
    PLOT_TIGHT_UM = 11000, /* and where the page is full: with its pads high enough to be touched */
    COLUMN_GAP_UM = 5000,  /* after the sentence, and between the plots */
    TEXT_LEAST_UM = 44000,
    STACKED_UM = 170000, /* narrower, and the words stand over their plots */
    STACKED_GAP_UM = 1500,
    TARGET_UM = 12000,
    TARGET_GAP_UM = 1300, /* a row's target ends before its edges */
    TEXT_SHARE = 31,      /* hundredths of the width for words */
    ROW_PAD_UM = 1200,    /* above and below what stands in a row */
    LABEL_GAP_UM = 1200,  /* the ring of a focused plot runs clear of its label */
    MARK_UM = 1500,       /* radius of the mark before a theme's word */
    KEY_PLOT_UM = 15000,
    KEY_GAP_UM = 3500,
    ID_BYTES = NODE_ID_BYTES,
};

/* High enough for the number and the word beside it. */
static int32_t plot_px(const struct ui *ui)
{
    const int32_t plot = ui_um(ui, ui->air < 100 ? PLOT_TIGHT_UM : PLOT_UM);
    const int32_t words = ui_line_px(ui, TYPE_F_LEDE) + ui_line_px(ui, TYPE_F_CAPTION);
    return plot > words ? plot : words;
}

/* "trends.theme.3" */
static const char *indexed_id(char out[ID_BYTES], const char *name, uint32_t index)
{
    char digits[NUMBER_BYTES];
    struct text_arg arg = {"n", text_number(digits, index)};
    text_format(out, ID_BYTES, name, &arg, 1);
    return out;
}

/* What a row shows: all together; the questions of its theme, or the theme's own line. */
struct row_plots {
    uint32_t count;
    uint32_t line[PACK_QUESTION_MAX];
    bool stands_in;
};

static void row_plots(const struct app *app, uint32_t theme, struct row_plots *plots)
{
    struct lines lines = lines_view(app);
    uint32_t questions[PACK_QUESTION_MAX];
    if (theme == TRENDS_ROW_ALL) {
        *plots = (struct row_plots){.count = 1, .line = {LINES_ALL}};
        return;
    }
    plots->stands_in = lines_stands_in(&lines, theme);
    if (plots->stands_in) {
        plots->count = 1;
        plots->line[0] = lines_theme(theme);
        return;
    }
    plots->count = lines_theme_questions(&lines, theme, questions);
    for (uint32_t i = 0; i < plots->count; i++) {
        plots->line[i] = lines_question(&lines, questions[i]);
    }
}

static const char *row_word(const struct app *app, struct ui *ui, uint32_t theme)
{
    return theme == TRENDS_ROW_ALL ? trends_subject(app, ui, LINES_ALL) : theme_word(app, theme);
}

static const char *row_sentence(const struct app *app, struct ui *ui, uint32_t theme)
{
    return theme == TRENDS_ROW_ALL ? trends_say(app, ui, LINES_ALL)
                                   : trends_say_theme(app, ui, theme);
}

static const char *plot_label(const struct app *app, const struct row_plots *plots, uint32_t i)
{
    if (plots->line[i] == LINES_ALL) {
        return word(app, MSG_TRENDS_MEASURE);
    }
    return plots->stands_in
               ? word(app, MSG_TRENDS_SAY_THEME)
               : question_brief(app, plots->line[i] - 1 - app->config.pack->theme_count);
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

/* A line for several questions may spread its remark over both columns. */
static int32_t label_width(const struct trends_rows *rows, const struct ui *ui,
                           const struct row_plots *plots)
{
    const bool alone = plots->stands_in || plots->line[0] == LINES_ALL;
    return alone ? COLUMNS * rows->column_w + ui_um(ui, COLUMN_GAP_UM) : rows->column_w;
}

/* Height of the labels over the plots of one line of a row: they share a baseline. */
static int32_t labels_height(const struct app *app, const struct ui *ui,
                             const struct trends_rows *rows, const struct row_plots *plots,
                             uint32_t from)
{
    int32_t height = 0;
    for (uint32_t i = from; i < plots->count && i < from + COLUMNS; i++) {
        struct ui_text label =
            caption("", plot_label(app, plots, i), 0, 0, label_width(rows, ui, plots));
        int32_t h = ui_text_height(ui, &label);
        height = h > height ? h : height;
    }
    return height + ui_um(ui, LABEL_GAP_UM);
}

/* A small plot with its pads, and with the years below where it is one of the last. */
static int32_t chart_height(const struct ui *ui, const struct trends_rows *rows, bool last)
{
    int32_t labels = last ? ui_chart_labels_px(ui, CHART_LABELS_YEARS) : 0;
    int32_t below = labels > rows->pad_px ? labels : rows->pad_px;
    return rows->pad_px + plot_px(ui) + rows->grow_px + below;
}

static int32_t plots_height(const struct app *app, const struct ui *ui,
                            const struct trends_rows *rows, const struct row_plots *plots,
                            bool years)
{
    int32_t height = 0;
    for (uint32_t i = 0; i < plots->count; i += COLUMNS) {
        bool last = years && i + COLUMNS >= plots->count;
        height += labels_height(app, ui, rows, plots, i) + chart_height(ui, rows, last);
    }
    return height;
}

/* Height of a row's word and sentence. */
static int32_t words_height(const struct app *app, struct ui *ui, const struct trends_rows *rows,
                            uint32_t theme)
{
    struct ui_text say = caption("", row_sentence(app, ui, theme), 0, 0, rows->text_w);
    return ui_line_px(ui, TYPE_F_TEXT) + ui_text_height(ui, &say);
}

/* Where the plots of a row begin, below its upper padding. */
static int32_t plots_y(const struct app *app, struct ui *ui, const struct trends_rows *rows,
                       uint32_t theme)
{
    return rows->stacked ? words_height(app, ui, rows, theme) + ui_um(ui, STACKED_GAP_UM) : 0;
}

static int32_t row_height(const struct app *app, struct ui *ui, const struct trends_rows *rows,
                          uint32_t index)
{
    uint32_t theme = rows->theme[index];
    struct row_plots plots;
    row_plots(app, theme, &plots);
    int32_t words = words_height(app, ui, rows, theme);
    int32_t height = plots_height(app, ui, rows, &plots, index + 1 == rows->count);
    if (rows->stacked) {
        height += plots_y(app, ui, rows, theme);
    }
    return (words > height ? words : height) + 2 * ui_gap(ui, ROW_PAD_UM);
}

/* All plots keep the room that one of them needs, so that they are as high. */
static int32_t pad_of(const struct app *app, const struct ui *ui, uint32_t line)
{
    struct lines lines = lines_view(app);
    struct chart_point newest = {0};
    struct chart chart = {.point = &newest};
    if (lines_is_readable(&lines, line)) {
        newest.centre = lines_newest(&lines, line)->band.centre;
        chart.point_count = 1;
    }
    return ui_chart_pad_px(ui, &chart, plot_px(ui));
}

void trends_rows_measure(const struct app *app, struct ui *ui, struct box page, int32_t grow_px,
                         struct trends_rows *rows)
{
    struct lines lines = lines_view(app);
    *rows = (struct trends_rows){.grow_px = grow_px};
    int32_t gap = ui_um(ui, COLUMN_GAP_UM), least = ui_um(ui, TEXT_LEAST_UM), w = page.w;
    rows->text_w = w * TEXT_SHARE / 100 > least ? w * TEXT_SHARE / 100 : least;
    rows->stacked = w < ui_um(ui, STACKED_UM) || document_has_foot(ui);
    rows->column_w = (w - rows->text_w - COLUMNS * gap) / COLUMNS;
    if (rows->stacked) {
        rows->text_w = w;
        rows->column_w = (w - gap) / COLUMNS;
    }
    for (uint32_t i = 0; i <= app->config.pack->theme_count; i++) {
        const uint32_t theme = i == 0 ? TRENDS_ROW_ALL : i - 1;
        struct row_plots plots;
        row_plots(app, theme, &plots);
        if (plots.count == 0) {
            continue;
        }
        rows->theme[rows->count++] = theme;
        for (uint32_t k = 0; k < plots.count; k++) {
            int32_t pad = pad_of(app, ui, plots.line[k]);
            rows->pad_px = pad > rows->pad_px ? pad : rows->pad_px;
        }
    }
    rows->value_px = plot_value_px(&lines, ui);
    for (uint32_t i = 0; i < rows->count; i++) {
        rows->height[i] = row_height(app, ui, rows, i);
    }
}

/* A stone and its ring mark the theme of the prompt: not by the tint alone. */
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

/* The target: as wide as the words, as high as the row less the gap to its neighbours. */
static void draw_target(const struct app *app, struct ui *ui, uint32_t theme, bool chosen,
                        struct box box)
{
    char id[ID_BYTES];
    struct ui_button button = {.id = indexed_id(id, "trends.theme.{n}", theme + 1),
                               .label = theme_word(app, theme),
                               .role = ROLE_CHOICE,
                               .chosen = chosen,
                               .action = TRENDS_THEME,
                               .arg = (int16_t)theme};
    int32_t gap = ui_um(ui, TARGET_GAP_UM), side = ui_um(ui, 1500);
    ui_area(ui, &button, TYPE_F_TEXT,
            (struct box){box.x - side, box.y + gap, box.w + 2 * side, box.h - 2 * gap});
}

static void draw_plots(const struct app *app, struct ui *ui, const struct trends_rows *rows,
                       const struct row_plots *plots, bool years, enum ink ground, struct box box)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    struct lines lines = lines_view(app);
    int32_t y = box.y, gap = ui_um(ui, COLUMN_GAP_UM);
    for (uint32_t i = 0; i < plots->count; i++) {
        int32_t x = box.x + (int32_t)(i % COLUMNS) * (rows->column_w + gap);
        uint32_t from = i - i % COLUMNS;
        int32_t over = labels_height(app, ui, rows, plots, from);
        bool last = years && from + COLUMNS >= plots->count;
        char label_id[ID_BYTES], plot_id[ID_BYTES];
        struct ui_text label =
            caption(indexed_id(label_id, "trends.label.{n}", plots->line[i]),
                    plot_label(app, plots, i), x, y, label_width(rows, ui, plots));
        label.y += over - ui_um(ui, LABEL_GAP_UM) - ui_text_height(ui, &label);
        ui_text(ui, &label);
        struct chart chart = plot_small(&lines, plots->line[i], &plot);
        chart.id = indexed_id(plot_id, "trends.plot.{n}", plots->line[i]);
        chart.spoken = trends_spoken(app, ui, plots->line[i]);
        if (!plots->stands_in && plots->line[i] != LINES_ALL) {
            chart.role = ROLE_BUTTON;
            chart.action = TRENDS_DETAIL;
            chart.arg = (int16_t)(plots->line[i] - lines_question(&lines, 0));
        }
        chart.value_px = rows->value_px;
        chart.ground = ground;
        chart.labels = last ? CHART_LABELS_YEARS : CHART_LABELS_NONE;
        chart.pad_px = rows->pad_px;
        int32_t h = chart_height(ui, rows, last);
        ui_chart(ui, &chart, (struct box){x, y + over, rows->column_w, h});
        if (i % COLUMNS == COLUMNS - 1) {
            y += over + h;
        }
    }
}

void trends_row_draw(const struct app *app, struct ui *ui, const struct trends_rows *rows,
                     uint32_t index, struct box box)
{
    uint32_t theme = rows->theme[index];
    const uint32_t talk = trends_prompt(app)->theme;
    const bool chosen = talk == theme;
    if (chosen) {
        draw_tint(ui, box);
    } else if (index > 0 && talk != rows->theme[index - 1]) {
        ui_hairline(ui, box.x, box.y, box.w);
    }
    const int32_t pad = ui_gap(ui, ROW_PAD_UM), line = ui_line_px(ui, TYPE_F_TEXT);
    int32_t mark = 0;
    if (theme == TRENDS_ROW_ALL) {
        ui_words(ui, "trends.all", row_word(app, ui, theme), TYPE_F_TEXT,
                 (struct box){box.x, box.y + pad, rows->text_w, line});
    } else {
        int32_t target_h = box.h;
        if (rows->stacked) {
            int32_t words = words_height(app, ui, rows, theme), least = ui_um(ui, TARGET_UM);
            target_h = (words > least ? words : least) + 2 * ui_um(ui, TARGET_GAP_UM);
        }
        draw_target(app, ui, theme, chosen, (struct box){box.x, box.y, rows->text_w, target_h});
        mark = ui_um(ui, 2 * MARK_UM + 1600);
        draw_mark(ui, box.x, box.y + pad + line / 2, chosen);
    }
    ui_label(ui, TYPE_F_TEXT, INK_INK, row_word(app, ui, theme),
             (struct box){box.x + mark, box.y + pad, rows->text_w - mark, line}, ALIGN_START);
    char id[ID_BYTES];
    struct ui_text say =
        caption(indexed_id(id, "trends.say.{n}", theme == TRENDS_ROW_ALL ? 0 : theme + 1),
                row_sentence(app, ui, theme), box.x, box.y + pad + line, rows->text_w);
    ui_text(ui, &say);
    struct row_plots plots;
    row_plots(app, theme, &plots);
    int32_t over = plots_y(app, ui, rows, theme);
    struct box at = {box.x + (rows->stacked ? 0 : rows->text_w + ui_um(ui, COLUMN_GAP_UM)),
                     box.y + pad + over, COLUMNS * rows->column_w + ui_um(ui, COLUMN_GAP_UM),
                     box.h - 2 * pad - over};
    draw_plots(app, ui, rows, &plots, index + 1 == rows->count,
               chosen && !ui->theme->high_contrast ? INK_WATER0 : INK_BG, at);
}

/* The key's words begin here: behind its picture. */
static int32_t key_words_x(const struct ui *ui)
{
    return ui_um(ui, KEY_PLOT_UM) + ui_um(ui, KEY_GAP_UM);
}

static struct ui_text key_text(const struct app *app, const char *id, enum message_id words,
                               const struct ui *ui, struct box box)
{
    const int32_t after = key_words_x(ui);
    return caption(id, word(app, words), box.x + after, box.y, box.w - after);
}

int32_t trends_key_height(const struct app *app, struct ui *ui, bool with_grades, int32_t w)
{
    const struct box box = {.w = w};
    const struct ui_text key = key_text(app, "", MSG_TRENDS_KEY, ui, box);
    const struct ui_text grades = key_text(app, "", MSG_TRENDS_KEY_GRADES, ui, box);
    const int32_t height =
        ui_text_height(ui, &key) + (with_grades ? ui_text_height(ui, &grades) : 0);
    const int32_t plot = plot_px(ui);
    return height > plot ? height : plot;
}

void trends_key_draw(const struct app *app, struct ui *ui, bool with_grades, struct box box)
{
    /* A made-up line, only to show what a line and its band look like. */
    static const struct chart_point POINTS[] = {
        {0, 44, 32, 55, true}, {1, 50, 39, 60, true}, {2, 46, 36, 57, true}, {3, 56, 46, 67, true}};
    static const struct chart_month MONTHS[] = {{2001, 1}, {2001, 2}, {2001, 3}, {2001, 4}};
    struct chart chart = {.month = MONTHS, .position_count = 4, .point = POINTS, .point_count = 4};
    chart.pad_px = ui_chart_pad_px(ui, &chart, plot_px(ui));
    ui_chart(ui, &chart, (struct box){box.x, box.y, ui_um(ui, KEY_PLOT_UM), plot_px(ui)});
    const struct ui_text key = key_text(app, "trends.key", MSG_TRENDS_KEY, ui, box);
    box.y += ui_text(ui, &key);
    if (with_grades) {
        const struct ui_text grades =
            key_text(app, "trends.key.grades", MSG_TRENDS_KEY_GRADES, ui, box);
        ui_text(ui, &grades);
    }
}
