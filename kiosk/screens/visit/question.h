/* SPDX-License-Identifier: MIT */
/* How the question screen is laid out: chosen by measuring every question that is switched on, so
 * that one layout serves the whole visit. Text and targets never shrink to fit. */
#ifndef SCREENS_QUESTION_H
#define SCREENS_QUESTION_H

#include "screens/app/screen.h"
#include "screens/parts/words.h"
#include "ui/blocks/asking.h"

STATE_BEGIN
struct question_state {
    uint8_t layout; /* enum asking_layout: one for all questions of a visit */
    bool step;      /* in two steps: the answers */
    bool hint;      /* the folded guidance is open */
    uint8_t unused;
};
STATE_END

/* question_state: to be changed by the screen itself, and by what measures its steps. */
PART_STATE(struct question_state, SCREEN_QUESTION, question_of, question_state)

/* What a press on this screen asks for. */
enum question_action {
    QUESTION_ANSWER = ACTION_OWN, /* enum answer */
    QUESTION_STEP,                /* on to the answers */
    QUESTION_HINT,
};

/* In two steps: the answers. */
bool question_answers_step(const struct app *app);
/* The answers, with the one that shows as chosen. */
void question_answers(const struct app *app, struct ui_button answers[ANSWERS_COUNT]);
/* Whether every question that is switched on fits. */
bool question_fits(const struct app *app, struct ui *ui, enum asking_layout layout,
                   struct box content);

/* What stands over the question. */
struct asking_head question_head(const struct app *app, struct ui *ui);

/* The words of one question at a width. The parts follow from the layout and from where the person
 * is: after Back a line about what was kept; the hint, where guidance is folded, takes the place of
 * the question until it is closed. */
struct question_words {
    uint32_t question; /* pack index */
    enum asking_layout layout;
    bool again;
    bool hint;
};
struct asking_words question_words(const struct app *app, const struct question_words *words);
/* The height of the tallest words that this visit meets, or of the first that are higher than most.
 */
int32_t question_tallest_px(const struct app *app, struct ui *ui, int32_t w,
                            enum asking_layout layout, int32_t most);
#endif
