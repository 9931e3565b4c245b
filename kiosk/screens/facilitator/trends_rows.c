/* SPDX-License-Identifier: MIT */
/* The page of all lines: all together, then each theme with a plot for each question, or with its
 * own line where no question can be read. Below them the key. */
#include "screens/facilitator/trends.h"
#include "ui/blocks/plots.h"

enum { KEY_GAP_UM = 3000 };

static struct chart chart_of(const void *app, struct ui *ui, const struct plots_item *item)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    const struct lines lines = lines_view(app);
    struct chart chart = plot_small(&lines, item->number, &plot);
    chart.spoken = trends_words(app, ui, lines_spoken, item->number);
    return chart;
}

static void add_item(struct plots *plots, const struct lines *lines, uint32_t line,
                     const char *label)
{
    const struct point *newest = lines_newest(lines, line);
    struct plots_item *item = &plots->item[plots->item_count++];
    *item = (struct plots_item){.number = line,
                                .label = label,
                                .readable = lines_is_readable(lines, line),
                                .newest = newest != NULL ? newest->band.centre : 0};
    plots->row[plots->row_count - 1].count++;
}

static void add_all(const struct app *app, struct ui *ui, const struct lines *lines,
                    struct plots *plots)
{
    plots->row[plots->row_count++] =
        (struct plots_row){.word = trends_words(app, ui, lines_subject, LINES_ALL),
                           .sentence = trends_words(app, ui, lines_say, LINES_ALL),
                           .wide = true};
    add_item(plots, lines, LINES_ALL, word(app, MSG_TRENDS_MEASURE));
}

static void add_theme(const struct app *app, struct ui *ui, const struct lines *lines,
                      uint32_t theme, struct plots *plots)
{
    uint32_t questions[PACK_QUESTION_MAX];
    const bool stands_in = lines_stands_in(lines, theme);
    const uint32_t count = stands_in ? 1 : lines_theme_questions(lines, theme, questions);
    if (count == 0) {
        return;
    }
    plots->row[plots->row_count++] =
        (struct plots_row){.number = theme + 1,
                           .word = theme_word(app, theme),
                           .sentence = trends_words(app, ui, lines_say_theme, theme),
                           .action = TRENDS_THEME,
                           .arg = (int16_t)theme,
                           .chosen = trends_prompt(app)->theme == theme,
                           .wide = stands_in,
                           .first = plots->item_count};
    if (stands_in) {
        add_item(plots, lines, lines_theme(theme), word(app, MSG_TRENDS_SAY_THEME));
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        add_item(plots, lines, lines_question(lines, questions[i]),
                 question_brief(app, questions[i]));
        plots->item[plots->item_count - 1].action = TRENDS_DETAIL;
        plots->item[plots->item_count - 1].arg = (int16_t)questions[i];
    }
}

void trends_lines_flow(const struct app *app, struct paper *paper)
{
    struct flow *flow = &paper->flow;
    struct ui *ui = flow->ui;
    const struct lines lines = lines_view(app);
    struct plots plots = {.word_id = "trends.all",
                          .target_id = "trends.theme.{n}",
                          .sentence_id = "trends.say.{n}",
                          .label_id = "trends.label.{n}",
                          .chart_id = "trends.plot.{n}",
                          .stacked = document_has_foot(ui),
                          .value_px = plot_value_px(&lines, ui),
                          .context = app,
                          .chart = chart_of};
    struct ui_text note, key[2];
    document_flow_loose(flow, &paper->document);
    if (trends_series(app, ui, &note)) {
        flow_text(flow, &note);
        flow_gap(flow, 1500);
    }
    add_all(app, ui, &lines, &plots);
    for (uint32_t i = 0; i < app->config.pack->theme_count; i++) {
        add_theme(app, ui, &lines, i, &plots);
    }
    const uint32_t keys = trends_key(app, true, key);
    int32_t below = plots_key_height(ui, key, keys, flow->box.w) + ui_gap(ui, KEY_GAP_UM);
    if (paper->document.panel.w == 0 && !ui->paged) {
        below += trends_talk_height(app, ui, flow->box.w) + ui_gap(ui, 2500);
    }
    plots_flow(flow, &plots, below);
    flow_gap(flow, KEY_GAP_UM);
    plots_key_flow(flow, key, keys);
}
