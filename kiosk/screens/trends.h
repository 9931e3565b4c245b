/* SPDX-License-Identifier: MIT */
/* The parts of the trends screen: what its lines allow to say, and where things stand. */
#ifndef SCREENS_TRENDS_H
#define SCREENS_TRENDS_H

#include "screens/screen.h"
#include "ui/chart.h"

/* Lines of the app: all together, then the themes, then the questions of the pack. */
uint32_t trends_theme_line(uint32_t theme);
uint32_t trends_question_line(const struct app *app, uint32_t question);

/* The newest point of a line is there and narrow enough to be read. */
bool trends_is_readable(const struct line_data *line);
/* Questions of a theme that have a plot: switched on, or asked in the running series. */
uint32_t trends_theme_questions(const struct app *app, uint32_t theme,
                                uint32_t questions[PACK_QUESTION_MAX]);
/* No question of the theme can be read and its own line can: that line stands in for them. */
bool trends_stands_in(const struct app *app, uint32_t theme);

/* What stands before a colon: "All seven together", a theme's word, a question's subject. */
const char *trends_subject(const struct app *app, struct ui *ui, uint32_t line);
/* The one sentence a line allows (its verdict), and a theme's with its questions' claims. */
const char *trends_say(const struct app *app, struct ui *ui, uint32_t line);
const char *trends_say_theme(const struct app *app, struct ui *ui, uint32_t theme);
const char *trends_headline(const struct app *app, struct ui *ui);
/* How the points of all together are made. */
const char *trends_measure(const struct app *app);
/* A plot read aloud: its span, newest value and sentence; without a value its sentence alone. */
const char *trends_spoken(const struct app *app, struct ui *ui, uint32_t line);

/* The prompt on screen: one of the chosen theme's. */
const struct pack_item *trends_prompt(const struct app *app);

/* Talk about it: a side panel of water on wide screens, else a block in the column. */
int32_t trends_talk_height(const struct app *app, struct ui *ui, int32_t w);
void trends_talk_draw(const struct app *app, struct ui *ui, int32_t x, int32_t y, int32_t w);
void trends_talk_panel(const struct app *app, struct ui *ui, struct box panel);

/* The rows of themes. measure: heights at the least plot height; grown by grow_px each. */
enum { TRENDS_ROW_MAX = PACK_THEME_MAX };
struct trends_rows {
    uint32_t count;
    uint32_t theme[TRENDS_ROW_MAX];
    int32_t height[TRENDS_ROW_MAX];
    int32_t text_w;
    int32_t column_w;
    int32_t axis_px, value_px;
    int32_t grow_px;
    int32_t key_row; /* the row with a free place for the key, -1 none */
};
void trends_rows_measure(const struct app *app, struct ui *ui, int32_t w, int32_t grow_px,
                         struct trends_rows *rows);
void trends_row_draw(const struct app *app, struct ui *ui, const struct trends_rows *rows,
                     uint32_t index, struct box box);
int32_t trends_key_height(const struct app *app, struct ui *ui, int32_t w);
void trends_key_draw(const struct app *app, struct ui *ui, struct box box);

/* The plot of a line, without a box. Its points live in the scratch. */
struct trends_scratch {
    struct chart_point point[LINE_POINT_MAX];
    struct chart_month month[LINE_POINT_MAX + BAND_POOL_BLOCKS];
    const char *month_name[CHART_MONTHS];
};
struct chart trends_chart(const struct app *app, struct ui *ui, uint32_t line,
                          struct trends_scratch *scratch);

#endif
