/* SPDX-License-Identifier: MIT */
/* What stands over a question: its place in the visit, and its theme. */
#include "screens/visit/question.h"

#include "screens/visit/visit.h"

static uint32_t theme_at(const struct app *app, uint32_t index)
{
    return app->config.pack->question[app_question_at(app, index)].theme;
}

static int32_t theme_width_max(const struct app *app, const struct ui *ui)
{
    int32_t widest = 0;
    for (uint32_t i = 0; i < app_question_count(app); i++) {
        int32_t width = ui_text_width(ui, TYPE_CAPTION, theme_word(app, theme_at(app, i)));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* The voice says what a theme means where the theme changes. Above the answers alone, a note says
 * how to see the question again. */
struct asking_head question_head(const struct app *app, struct ui *ui)
{
    const uint32_t at = visit_of(app)->question, count = app_question_count(app);
    const uint32_t theme = theme_at(app, at);
    const bool is_new = at == 0 || theme_at(app, at - 1) != theme;
    const struct number_arg args[] = {{"i", at + 1}, {"n", count}};
    return (struct asking_head){
        .current = at + 1,
        .count = count,
        .words = fill_numbers(app, ui, MSG_QUESTION_PROGRESS, args, 2),
        .spoken = fill_numbers(app, ui, MSG_QUESTION_PROGRESS_S, args, 2),
        .theme = theme_word(app, theme),
        .theme_spoken = is_new ? theme_spoken(app, theme) : NULL,
        .theme_px = theme_width_max(app, ui),
        .note = question_answers_step(app) ? word(app, MSG_QUESTION_ANSWER_STEP_NOTE) : NULL};
}
