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

bool trends_series(const struct app *app, struct ui *ui, struct ui_text *note)
{
    struct lines lines = lines_view(app);
    char text[LINES_TEXT_BYTES];
    const char *words = lines_series(&lines, text);
    *note = (struct ui_text){.id = "trends.series",
                             .text = words != NULL ? frame_text(ui->frame, words) : "",
                             .role = ROLE_TEXT,
                             .type = TYPE_F_CAPTION};
    return words != NULL;
}

uint32_t trends_key(const struct app *app, bool with_grades, struct ui_text texts[2])
{
    texts[0] = (struct ui_text){.id = "trends.key", .text = word(app, MSG_TRENDS_KEY)};
    texts[1] =
        (struct ui_text){.id = "trends.key.grades", .text = word(app, MSG_TRENDS_KEY_GRADES)};
    return with_grades ? 2 : 1;
}

/* The theme that the headline speaks of, unless somebody chose one since it does. */
static uint32_t talk_theme(const struct app *app)
{
    const struct trends_talk *talk = trends_of(app);
    struct lines lines = lines_view(app);
    const bool is_chosen = talk->of == 1 + lines_headline_line(&lines);
    return is_chosen ? talk->theme : lines_headline_theme(&lines, talk->theme);
}

const struct pack_item *trends_prompt(const struct app *app)
{
    const struct pack *pack = app->config.pack;
    const struct trends_talk *trends = trends_of(app);
    const uint32_t theme = talk_theme(app);
    if (trends->prompt < pack->prompt_count && pack->prompt[trends->prompt].theme == theme) {
        return &pack->prompt[trends->prompt];
    }
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        if (pack->prompt[i].theme == theme) {
            return &pack->prompt[i];
        }
    }
    assert(!"a theme has a prompt"); /* the pack reader refuses any other */
    return NULL;
}
