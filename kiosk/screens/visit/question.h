/* SPDX-License-Identifier: MIT */
/* How the question screen is laid out. The layout is chosen by measuring every question that is
 * switched on, so that one layout serves the whole visit. Text and targets never shrink to fit. */
#ifndef SCREENS_QUESTION_H
#define SCREENS_QUESTION_H

#include "screens/parts/words.h"
#include "ui/blocks/asking.h"

STATE_BEGIN
struct question_state {
    uint8_t layout; /* enum asking_layout: one for all questions of a visit */
    bool step;      /* in a layout of two steps: the step with the answers shows */
    bool hint;      /* the folded guidance is open */
    uint8_t unused;
};
STATE_END

/* question_state is for the screen itself, and for the code that measures its steps. */
PART_STATE(struct question_state, SCREEN_QUESTION, question_of, question_state)

/* What a press on this screen asks for. */
enum question_action {
    QUESTION_ANSWER = ACTION_OWN, /* enum answer */
    QUESTION_STEP,                /* goes on to the step with the answers */
    QUESTION_HINT,
};

/* Returns whether the layout has two steps and the step with the answers shows. */
bool question_answers_step(const struct app *app);
/* Fills answers, with one marked as chosen where the person sees that. */
void question_answers(const struct app *app, struct ui_button answers[ANSWERS_COUNT]);
/* Returns whether every question that is switched on fits this layout in this box. */
bool question_fits(const struct app *app, struct ui *ui, enum asking_layout layout,
                   struct box content);

/* Returns what stands over the question. */
struct asking_head question_head(const struct app *app, struct ui *ui);

/* Which words of a question to return. again: the question was reached by Back, and a line says
 * what was kept. hint: the folded guidance is open, and takes the place of the question until it is
 * closed. */
struct question_words {
    uint32_t question; /* pack index */
    enum asking_layout layout;
    bool again;
    bool hint;
};
struct asking_words question_words(const struct app *app, const struct question_words *words);
/* Returns the height in px, at the width w, of the tallest words of this visit, or of the first
 * words that are higher than most. */
int32_t question_tallest_px(const struct app *app, struct ui *ui, int32_t w,
                            enum asking_layout layout, int32_t most);
#endif
