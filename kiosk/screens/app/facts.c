/* SPDX-License-Identifier: MIT */
/* What screens ask of the app: the language that people read and whether it has a voice, the
 * questions that are asked, and the pages of the first run. */
#include "screens/app/screen.h"

#include <assert.h>

static const struct language_offer *offer(const struct app *app)
{
    assert(app->comfort.language < app->config.language_count);
    return &app->config.languages[app->comfort.language];
}

const struct language *app_language(const struct app *app)
{
    return offer(app)->language;
}

const struct catalog *app_catalog(const struct app *app)
{
    return offer(app)->catalog;
}

bool app_speaks(const struct app *app, const struct language *language)
{
    for (uint32_t i = 0; i < language_count(); i++) {
        if (language_at(i) == language) {
            return (app->voice.languages >> i & 1) != 0;
        }
    }
    return false; /* a language that has no row in core/language.c */
}

bool app_has_voice(const struct app *app)
{
    return app_speaks(app, app_language(app));
}

bool app_counts(const struct app *app)
{
    return app->visit == VISIT_COUNTING;
}

uint32_t app_question_count(const struct app *app)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        count += (app->settings.choice.question_off >> i & 1) == 0;
    }
    return count;
}

uint32_t app_question_at(const struct app *app, uint32_t index)
{
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        if ((app->settings.choice.question_off >> i & 1) == 0 && index-- == 0) {
            return i;
        }
    }
    assert(!"a question that is switched on");
    return 0;
}

enum screen_id app_first_run_page(const struct app *app, uint32_t index)
{
    const struct screen_list *list = app->config.screens;
    for (uint32_t row = 0; row < list->first_run_count; row++) {
        const uint8_t asked = list->first_run[row].asked;
        if ((asked == 0 || (app->status.appliance & asked) != 0) && index-- == 0) {
            return list->first_run[row].screen;
        }
    }
    return SCREEN_COUNT;
}
