/* SPDX-License-Identifier: MIT */
#include "report/page.h"

#include "core/pack_words.h"

#include <assert.h>
#include <string.h>

static const char *word(const struct lines *lines, enum message_id id)
{
    return catalog_text(lines->words.catalog, id);
}

static const char *span_words(const struct lines *lines, const struct page_span *span,
                              char out[LINES_TEXT_BYTES])
{
    char from[LINES_TEXT_BYTES], to[LINES_TEXT_BYTES], n[NUMBER_BYTES];
    struct text_arg args[] = {{"from", lines_month(lines, span->from, from)},
                              {"to", lines_month(lines, span->to, to)},
                              {"n", lines_number(lines, span->blocks, n)}};
    text_format(out, LINES_TEXT_BYTES,
                catalog_plural(lines->words.catalog, MSG_REPORT_SPAN, span->blocks), args, 3);
    return out;
}

/* Renders the line that the headline speaks of. */
static void render_headline(const struct lines *lines, const struct page_ops *ops)
{
    const uint32_t line = lines_headline_line(lines);
    char text[LINES_TEXT_BYTES];
    ops->text(ops->context, PAGE_HEAD, lines_subject(lines, line, text));
    ops->text(ops->context, PAGE_NOTE, word(lines, MSG_TRENDS_MEASURE));
    ops->charts(ops->context, &(struct page_chart){line, true, ""}, 1);
    ops->text(ops->context, PAGE_NOTE, word(lines, MSG_TRENDS_KEY));
}

static void render_prompt(const struct lines *lines, const struct page_ops *ops)
{
    const uint32_t theme = lines_headline_theme(lines, 0);
    for (uint32_t i = 0; i < lines->pack->prompt_count; i++) {
        const struct pack_item *prompt = &lines->pack->prompt[i];
        if (prompt->theme == theme) {
            ops->text(ops->context, PAGE_HEAD, word(lines, MSG_TRENDS_TALK));
            ops->text(ops->context, PAGE_NOTE, word(lines, MSG_TRENDS_TALK_OPEN));
            ops->text(ops->context, PAGE_TALK, pack_words_prompt(prompt, lines->words.catalog));
            return;
        }
    }
}

/* Renders all together as a small chart, where the large chart shows another line. */
static void render_all(const struct lines *lines, const struct page_ops *ops)
{
    char text[LINES_TEXT_BYTES];
    if (lines_headline_line(lines) == LINES_ALL) {
        return;
    }
    ops->text(ops->context, PAGE_HEAD, lines_subject(lines, LINES_ALL, text));
    ops->text(ops->context, PAGE_SAY, lines_say(lines, LINES_ALL, text));
    ops->charts(ops->context, &(struct page_chart){LINES_ALL, false, ""}, 1);
}

static void render_theme(const struct lines *lines, uint32_t theme, const struct page_ops *ops)
{
    uint32_t questions[PACK_QUESTION_MAX];
    uint32_t count = lines_theme_questions(lines, theme, questions);
    if (count == 0) {
        return;
    }
    char text[LINES_TEXT_BYTES];
    ops->text(ops->context, PAGE_HEAD,
              pack_words_theme(&lines->pack->theme[theme], lines->words.catalog));
    ops->text(ops->context, PAGE_SAY, lines_say_theme(lines, theme, text));
    if (lines_stands_in(lines, theme)) {
        struct page_chart chart = {lines_theme(theme), false, word(lines, MSG_TRENDS_SAY_THEME)};
        ops->charts(ops->context, &chart, 1);
        return;
    }
    struct page_chart charts[PAGE_CHARTS_MAX];
    for (uint32_t i = 0; i < count; i++) {
        const struct pack_question *question = &lines->pack->question[questions[i]];
        charts[i] = (struct page_chart){lines_question(lines, questions[i]), false,
                                        pack_words_brief(question, lines->words.catalog)};
    }
    for (uint32_t i = 0; i < count; i += 2) {
        ops->charts(ops->context, &charts[i], count - i < 2 ? 1 : 2);
    }
}

static void put_cell(char cell[PAGE_CELL_BYTES], const char *text)
{
    size_t length =
        utf8_cut(text, strlen(text) < PAGE_CELL_BYTES ? strlen(text) : PAGE_CELL_BYTES - 1);
    memcpy(cell, text, length);
    cell[length] = '\0';
}

/* A band that is too wide to be read has its two ends and no share, as in the CSV file. */
void page_line_row(const struct lines *lines, uint32_t line, uint32_t row, bool brief,
                   char cell[][PAGE_CELL_BYTES])
{
    const enum message_id heads[PAGE_COLUMNS] = {
        brief ? MSG_DETAIL_TABLE_HEADS_1 : MSG_REPORT_MONTHS, MSG_DETAIL_TABLE_HEADS_2,
        MSG_DETAIL_TABLE_HEADS_3, MSG_DETAIL_TABLE_HEADS_4};
    const struct lines_line *of = &lines->line[line];
    assert(row <= of->count);
    for (uint32_t i = 0; i < PAGE_COLUMNS && row == 0; i++) {
        put_cell(cell[i], word(lines, heads[i]));
    }
    if (row > 0) {
        char text[LINES_TEXT_BYTES];
        const struct point *point = &of->point[of->count - row];
        const struct band *band = &point->band;
        put_cell(cell[0], (brief ? lines_month_brief : lines_month)(lines, point->month, text));
        put_cell(cell[1], band->readable ? lines_share(lines, band->centre, text) : "");
        put_cell(cell[2], lines_share(lines, band->low, text));
        put_cell(cell[3], lines_share(lines, band->high, text));
    }
}

void page_table_row(const struct page_table *table, uint32_t row,
                    char cell[PAGE_COLUMNS][PAGE_CELL_BYTES])
{
    page_line_row(table->lines, LINES_ALL, row, false, cell);
}

static void render_table(const struct lines *lines, const struct page_ops *ops)
{
    const struct page_table table = {lines, lines->line[LINES_ALL].count};
    if (table.rows == 0) {
        return;
    }
    char text[LINES_TEXT_BYTES];
    ops->text(ops->context, PAGE_HEAD, lines_subject(lines, LINES_ALL, text));
    ops->text(ops->context, PAGE_NOTE, word(lines, MSG_DETAIL_TABLE));
    ops->table(ops->context, &table);
}

void page_render(const struct lines *lines, const struct page_span *span,
                 const struct page_ops *ops)
{
    char text[LINES_TEXT_BYTES];
    if (span->made_up) {
        ops->text(ops->context, PAGE_DEMO, word(lines, MSG_RIBBON_DEMO));
    }
    ops->text(ops->context, PAGE_TITLE, word(lines, MSG_REPORT_HEAD));
    ops->text(ops->context, PAGE_SPAN, span_words(lines, span, text));
    ops->text(ops->context, PAGE_LEAD, lines_headline(lines, text));
    const char *series = lines_series(lines, text);
    if (series != NULL) {
        ops->text(ops->context, PAGE_NOTE, series);
    }
    render_headline(lines, ops);
    render_prompt(lines, ops);
    render_all(lines, ops);
    for (uint32_t i = 0; i < lines->pack->theme_count; i++) {
        render_theme(lines, i, ops);
    }
    ops->text(ops->context, PAGE_NOTE, word(lines, MSG_TRENDS_KEY_GRADES));
    ops->text(ops->context, PAGE_ROOM, word(lines, MSG_TRENDS_ROOM));
    render_table(lines, ops);
}

void page_chart_draw(const struct lines *lines, const struct page_chart *chart, struct ui *ui,
                     struct plot *plot, struct box box)
{
    struct chart drawn;
    if (chart->large) {
        drawn = plot_large(lines, chart->line, ui, plot);
    } else {
        drawn = plot_small(lines, chart->line, plot);
        drawn.labels = CHART_LABELS_YEARS;
        plot->value_px = plot->value_px > 0 ? plot->value_px : plot_value_px(lines, ui);
        drawn.value_px = plot->value_px;
    }
    drawn.ground = INK_SURFACE;
    ui_chart(ui, &drawn, box);
}
