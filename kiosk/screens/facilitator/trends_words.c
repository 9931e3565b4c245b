/* SPDX-License-Identifier: MIT */
/* The lines as report/ words them, and the prompt that goes with a theme. */
#include "screens/facilitator/trends.h"

#include <assert.h>

const char *trends_words(const struct app *app, struct ui *ui, lines_words *words, uint32_t of)
{
    struct lines lines = lines_view(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, words(&lines, of, text));
}

const char *trends_headline(const struct app *app, struct ui *ui)
{
    struct lines lines = lines_view(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, lines_headline(&lines, text));
}

/* The theme that the headline speaks of, unless somebody chose one since it does. */
static uint32_t talk_theme(const struct app *app)
{
    const struct trends_talk *talk = trends_of(app);
    struct lines lines = lines_view(app);
    const bool is_chosen = talk->of == 1 + lines_headline_line(&lines);
    return is_chosen ? talk->theme : lines_headline_theme(&lines, talk->theme);
}

uint32_t trends_prompts(const struct app *app, uint32_t prompts[PACK_PROMPT_MAX])
{
    const struct pack *pack = app->config.pack;
    const uint32_t theme = talk_theme(app);
    uint32_t count = 0;
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        if (pack->prompt[i].theme == theme) {
            prompts[count++] = i;
        }
    }
    assert(count > 0); /* the pack reader refuses any other */
    return count;
}

const struct pack_item *trends_prompt(const struct app *app)
{
    uint32_t prompts[PACK_PROMPT_MAX], shown = trends_of(app)->prompt;
    const uint32_t count = trends_prompts(app, prompts);
    for (uint32_t i = 0; i < count; i++) {
        if (prompts[i] == shown) {
            return &app->config.pack->prompt[shown];
        }
    }
    return &app->config.pack->prompt[prompts[0]];
}
