/* SPDX-License-Identifier: MIT */
#include "screens/visit/question.h"

#include <string.h>

void question_answers(const struct app *app, struct ui_button answers[ANSWERS_COUNT])
{
    static const struct {
        const char *id;
        enum message_id words;
    } ANSWERS[ANSWERS_COUNT] = {
        {"question.answer.1", MSG_QUESTION_ANSWER_1}, {"question.answer.2", MSG_QUESTION_ANSWER_2},
        {"question.answer.3", MSG_QUESTION_ANSWER_3}, {"question.answer.4", MSG_QUESTION_ANSWER_4},
        {"question.unfit", MSG_QUESTION_UNFIT},       {"question.unsaid", MSG_QUESTION_UNSAID}};
    const uint32_t mark = app->config.secret->session.mark;
    for (uint32_t i = 0; i < ANSWERS_COUNT; i++) {
        bool shows = !app->comfort.private_view || strcmp(app->focus_id, ANSWERS[i].id) == 0;
        answers[i] = (struct ui_button){.id = ANSWERS[i].id,
                                        .label = word(app, ANSWERS[i].words),
                                        .role = ROLE_CHOICE,
                                        .chosen = shows && mark == i + 1,
                                        .action = QUESTION_ANSWER,
                                        .arg = (int16_t)(i + 1)};
    }
}

bool question_answers_step(const struct app *app)
{
    return question_of(app)->layout == ASKING_TWO_STEPS && question_of(app)->step;
}

/* Returns whether the question says what "since we last met" means for a person who was not there:
 * the first question does. */
static bool asks_the_new(const struct app *app, const struct question_words *words)
{
    return app->settings.choice.look_back == LOOK_BACK_MET && !words->again &&
           words->question == app_question_at(app, 0);
}

struct asking_words question_words(const struct app *app, const struct question_words *words)
{
    const bool week = app->settings.choice.look_back == LOOK_BACK_WEEK;
    return (struct asking_words){
        .period = word(app, week ? MSG_QUESTION_PERIOD_WEEK : MSG_QUESTION_PERIOD_MET),
        .period_spoken = word(app, week ? MSG_QUESTION_PERIOD_WEEK_S : MSG_QUESTION_PERIOD_MET_S),
        .statement = question_statement(app, words->question),
        .guidance = question_guidance(app, words->question),
        .kept = words->again ? word(app, MSG_QUESTION_BACK) : NULL,
        .fresh = asks_the_new(app, words) ? word(app, MSG_QUESTION_NEW) : NULL,
        .fresh_line = word(app, MSG_QUESTION_NEW_LINE),
        .hint = word(app, words->hint ? MSG_QUESTION_HINT_CLOSE : MSG_QUESTION_HINT),
        .hint_action = QUESTION_HINT,
        .opened = words->hint,
        .layout = words->layout};
}

/* Returns the greatest height that this question's words have in this layout. */
static int32_t words_height_max(const struct app *app, struct ui *ui, uint32_t question, int32_t w,
                                enum asking_layout layout)
{
    const int states = layout == ASKING_FOLDED ? 3 : 2; /* only folded guidance is opened */
    int32_t tallest = 0;
    for (int state = 0; state < states; state++) {
        struct question_words words = {
            .question = question, .layout = layout, .again = state == 1, .hint = state == 2};
        const struct asking_words asking = question_words(app, &words);
        const int32_t height = asking_words(ui, &asking, (struct box){.w = w}, false);
        tallest = height > tallest ? height : tallest;
    }
    return tallest;
}

/* Returns the question with the longest words. It is measured first, because it is the likeliest to
 * be too tall. */
static uint32_t longest_question(const struct app *app)
{
    uint32_t longest = 0;
    size_t most = 0;
    for (uint32_t i = 0; i < app_question_count(app); i++) {
        uint32_t question = app_question_at(app, i);
        size_t bytes =
            strlen(question_statement(app, question)) + strlen(question_guidance(app, question));
        longest = bytes > most ? question : longest;
        most = bytes > most ? bytes : most;
    }
    return longest;
}

int32_t question_tallest_px(const struct app *app, struct ui *ui, int32_t w,
                            enum asking_layout layout, int32_t most)
{
    int32_t tallest = words_height_max(app, ui, longest_question(app), w, layout);
    for (uint32_t i = 0; i < app_question_count(app) && tallest <= most; i++) {
        int32_t height = words_height_max(app, ui, app_question_at(app, i), w, layout);
        tallest = height > tallest ? height : tallest;
    }
    return tallest;
}

bool question_fits(const struct app *app, struct ui *ui, enum asking_layout layout,
                   struct box content)
{
    if (layout == ASKING_TWO_STEPS) {
        return true;
    }
    struct asking_boxes boxes = asking_split(ui, layout, content);
    /* Beside Listen, the button of folded guidance would be the eleventh control. */
    if ((layout == ASKING_FOLDED && app_has_voice(app)) ||
        (asking_is_beside(layout) && boxes.stacked)) {
        return false;
    }
    const int32_t over = asking_head_px(ui, layout) + ui_gap(ui, 4000);
    const int32_t most = boxes.text.h - over;
    struct ui_button answers[ANSWERS_COUNT];
    question_answers(app, answers);
    if (boxes.stacked) {
        boxes.answers.box.h -= over + question_tallest_px(app, ui, boxes.text.w, layout, most);
        boxes.answers.box.h -= ui_um(ui, 6000);
        return answers_column_fits(ui, answers, &boxes.answers);
    }
    return answers_column_fits(ui, answers, &boxes.answers) &&
           question_tallest_px(app, ui, boxes.text.w, layout, most) <= most;
}
