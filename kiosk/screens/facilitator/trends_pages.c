/* SPDX-License-Identifier: MIT */
/* The two pages of trends. The page of one sentence says what can be said of the room, and shows
 * the chart that it speaks of. The page of all lines shows the line of all questions, then each
 * theme with a plot for each question, or with its own line where no question can be read. Both end
 * with how to read a line. */
#include "screens/facilitator/trends.h"

#include "ui/blocks/one_chart.h"
#include "ui/blocks/plots.h"
#include "ui/ids.h"

enum { KEY_GAP_UM = 3000 };

/* Returns the note about a new series; its text is NULL when none began. */
static struct ui_text series(const struct app *app, struct ui *ui)
{
    const struct lines lines = lines_view(app);
    char text[LINES_TEXT_BYTES];
    const char *words = lines_series(&lines, text);
    return (struct ui_text){.id = "trends.series",
                            .text = words != NULL ? frame_text(ui->frame, words) : NULL,
                            .role = ROLE_TEXT,
                            .type = TYPE_F_CAPTION};
}

/* Fills keys with how to read a line, and with what the words beside small lines mean. */
static void keys_of(const struct app *app, struct ui_text keys[2])
{
    keys[0] = (struct ui_text){.id = "trends.key", .text = word(app, MSG_TRENDS_KEY)};
    keys[1] = (struct ui_text){.id = "trends.key.grades", .text = word(app, MSG_TRENDS_KEY_GRADES)};
}

/* Returns the height that something to talk about takes below the page's content; 0 where it stands
 * in a panel or on a page of its own. */
static int32_t talk_px(const struct app *app, const struct document_page *page)
{
    struct ui *ui = page->flow.ui;
    return page->document.panel.w > 0 || ui->paged
               ? 0
               : trends_talk_height(app, ui, page->flow.box.w) + ui_gap(ui, 2500);
}

void trends_one_flow(const struct app *app, struct document_page *page)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    struct ui *ui = page->flow.ui;
    struct ui_text keys[2];
    const struct lines lines = lines_view(app);
    const uint32_t line = lines_headline_line(&lines);
    keys_of(app, keys);
    struct one_chart one = {
        .head = {.id = "trends.head", .text = trends_headline(app, ui), .role = ROLE_HEADING},
        .note = series(app, ui),
        .title = {.id = "trends.all",
                  .text = trends_words(app, ui, lines_subject, line),
                  .role = ROLE_HEADING},
        .measure = {.id = "trends.measure",
                    .text = word(app, MSG_TRENDS_MEASURE),
                    .role = ROLE_TEXT},
        .chart = plot_large(&lines, line, ui, &plot),
        .key = keys,
        .key_count = 1,
        .below_px = talk_px(app, page)};
    one.chart.id = id_number(ui->frame, "trends.plot.{n}", line);
    one.chart.spoken = trends_words(app, ui, lines_spoken, line);
    one_chart_flow(&page->flow, &one, &page->document);
}

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

void trends_lines_flow(const struct app *app, struct document_page *page)
{
    struct flow *flow = &page->flow;
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
    const struct ui_text note = series(app, ui);
    struct ui_text keys[2];
    keys_of(app, keys);
    document_flow_loose(flow, &page->document);
    if (note.text != NULL) {
        flow_text(flow, &note);
        flow_gap(flow, 1500);
    }
    add_all(app, ui, &lines, &plots);
    for (uint32_t i = 0; i < app->config.pack->theme_count; i++) {
        add_theme(app, ui, &lines, i, &plots);
    }
    plots_flow(flow, &plots,
               plots_key_height(ui, keys, 2, flow->box.w) + ui_gap(ui, KEY_GAP_UM) +
                   talk_px(app, page));
    flow_gap(flow, KEY_GAP_UM);
    plots_key_flow(flow, keys, 2);
}
