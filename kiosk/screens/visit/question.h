/* SPDX-License-Identifier: MIT */
/* How the question screen is laid out: chosen by measuring every question that is switched on, so
 * that one layout serves the whole visit. Text and targets never shrink to fit. */
#ifndef SCREENS_QUESTION_H
#define SCREENS_QUESTION_H

#include "screens/app/screen.h"
#include "screens/parts/words.h"

STATE_BEGIN
struct question_state {
    uint8_t layout; /* enum question_layout: one for all questions of a visit */
    bool step;      /* in two steps: the answers */
    bool hint;      /* the folded guidance is open */
    uint8_t unused;
};
STATE_END

const struct question_state *question_of(const struct app *app);
/* To be changed by the screen itself, and by what measures its steps. */
struct question_state *question_state(struct app *app);

/* In the order they are tried. */
enum question_layout {
    QUESTION_FULL,         /* large statement, guidance, six answers */
    QUESTION_SMALL,        /* statement at its lower size */
    QUESTION_BESIDE,       /* controls under the words, answers the full height beside both */
    QUESTION_BESIDE_LOW,   /* the same with period and guidance as captions */
    QUESTION_BESIDE_LEAST, /* and with lower controls */
    QUESTION_FOLDED,       /* guidance behind a button */
    QUESTION_TWO_STEPS,    /* read, in pages if it must be, then answer */
};

/* What a press on this screen asks for. */
enum question_action {
    QUESTION_ANSWER = ACTION_OWN, /* enum answer */
    QUESTION_STEP,                /* on to the answers */
    QUESTION_HINT,
};

enum {
    QUESTION_ANSWERS = 6,
    QUESTION_OPT_OUTS = 2,
    QUESTION_AIR = 60, /* a layout closes its gaps so far before the next is tried */
};

/* Where the text and the answers go. */
struct question_boxes {
    struct box text;
    struct box answers;
    bool stacked;   /* portrait: answers below the text */
    bool one_a_row; /* the opt-outs too, in a column of its own */
};

/* In two steps: the answers. */
bool question_answers_step(const struct app *app);
/* Of the ways with answers the full height. */
bool question_is_beside(enum question_layout layout);
/* Before the controls are built: how high they are, and that answers the full height are closer to
 * the panel's edges. */
void question_edges(struct ui *ui, enum question_layout layout);
/* The content's box is what those controls leave. */
struct question_boxes question_split(const struct ui *ui, enum question_layout layout,
                                     struct box content);
/* The height of the row of stones. */
int32_t question_head_px(const struct ui *ui, enum question_layout layout);
/* The width of the column of words and controls beside the answers. */
int32_t question_column_px(const struct ui *ui);
/* Whether every question that is switched on fits. */
bool question_fits(const struct app *app, struct ui *ui, enum question_layout layout,
                   struct box content);

/* The height of each answer's pill in these boxes, at most 23.4 mm; *half: the opt-outs share a
 * row. 0 when they do not fit. */
int32_t question_pill_px(const struct app *app, const struct ui *ui,
                         const struct question_boxes *boxes, bool *half);
/* The answers, where the split put them. */
void question_answers_column(const struct app *app, struct ui *ui,
                             const struct question_boxes *boxes);
/* The height that they take of it. */
int32_t question_answers_px(const struct app *app, const struct ui *ui,
                            const struct question_boxes *boxes);
/* In a step of their own: three rows of two where that fits, else one column, else pages of four,
 * of two, of one. */
void question_answers_grid(const struct app *app, struct ui *ui, struct box box);
/* Whether all six have room in a box of such a step. */
bool question_answers_fit(const struct app *app, const struct ui *ui, struct box box);
/* Of the room that is left of an answer step: below the stones, which give way at the tightest,
 * having stood on the step before. */
struct box question_answers_room(const struct ui *ui, struct box content, int32_t head);

/* Stones, "4 of 7", and the theme's word or, above the answers alone, a note. Returns its height,
 * px, which is also what it will be here and now. */
int32_t question_head(const struct app *app, struct ui *ui, struct box box);
int32_t question_head_now_px(const struct app *app, const struct ui *ui);

/* The words of one question at a width. The parts follow from the layout and from where the person
 * is: after Back a line about what was kept; the hint, where guidance is folded, takes the place of
 * the question until it is closed. */
struct question_words {
    uint32_t question; /* pack index */
    enum question_layout layout;
    bool again;
    bool hint;
};
/* Returns the height; draws only when asked. */
int32_t question_words(const struct app *app, struct ui *ui, const struct question_words *words,
                       struct box box, bool draw);
/* The height of what the first question says to whoever is new; 0: it is another question. */
int32_t question_new_px(const struct app *app, struct ui *ui, const struct question_words *words,
                        int32_t w);
/* It stands below the question's words where there is room, else it is only said: no layout depends
 * on it. */
void question_new(const struct app *app, struct ui *ui, const struct question_words *words,
                  struct box below);
/* The height of the tallest words that this visit meets, or of the first that are higher than most.
 */
int32_t question_tallest_px(const struct app *app, struct ui *ui, int32_t w,
                            enum question_layout layout, int32_t most);
/* The same words as blocks of a flow, for the reading step. Returns the page on which the statement
 * ends, from 0. */
uint32_t question_words_flow(const struct app *app, struct flow *flow,
                             const struct question_words *words);

#endif
