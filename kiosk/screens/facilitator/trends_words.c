/* SPDX-License-Identifier: MIT */
/* The lines of the app, as report/ words them, and the prompt that goes with a theme. */
#include "screens/facilitator/trends.h"

#include <assert.h>

struct lines trends_lines(const struct app *app)
{
    struct lines lines = {.pack = app->config.pack,
                          .words = {app_language(app), app_catalog(app)},
                          .question_off = app->settings.choice.question_off,
                          .period = app->period,
                          .count = app->line_count};
    assert(app->line_count <= LINES_MAX);
    for (uint32_t i = 0; i < app->line_count; i++) {
        const struct line_data *data = &app->line[i];
        lines.line[i] = (struct lines_line){&data->view, data->point, data->count};
    }
    return lines;
}

const char *trends_subject(const struct app *app, struct ui *ui, uint32_t line)
{
    struct lines lines = trends_lines(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, lines_subject(&lines, line, text));
}

const char *trends_say(const struct app *app, struct ui *ui, uint32_t line)
{
    struct lines lines = trends_lines(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, lines_say(&lines, line, text));
}

const char *trends_say_theme(const struct app *app, struct ui *ui, uint32_t theme)
{
    struct lines lines = trends_lines(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, lines_say_theme(&lines, theme, text));
}

const char *trends_headline(const struct app *app, struct ui *ui)
{
    struct lines lines = trends_lines(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, lines_headline(&lines, text));
}

const char *trends_spoken(const struct app *app, struct ui *ui, uint32_t line)
{
    struct lines lines = trends_lines(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, lines_spoken(&lines, line, text));
}

const struct pack_item *trends_prompt(const struct app *app)
{
    const struct pack *pack = app->config.pack;
    uint32_t theme = app->talk_theme >= 0 ? (uint32_t)app->talk_theme : 0;
    uint32_t chosen = app->talk_prompt >= 0 ? (uint32_t)app->talk_prompt : 0;
    if (chosen < pack->prompt_count && pack->prompt[chosen].theme == theme) {
        return &pack->prompt[chosen];
    }
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        if (pack->prompt[i].theme == theme) {
            return &pack->prompt[i];
        }
    }
    assert(!"a theme has a prompt"); /* the pack reader refuses any other */
    return NULL;
}
