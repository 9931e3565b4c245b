/* SPDX-License-Identifier: MIT */
/* The page of a question: where its words, its answers and the controls go. There are several
 * layouts, from the roomiest to the last resort. Text and targets never shrink to fit. */
#ifndef UI_BLOCKS_ASKING_H
#define UI_BLOCKS_ASKING_H

#include "ui/blocks/answers.h"

/* In the order in which they are tried. */
enum asking_layout {
    ASKING_FULL,         /* large statement, guidance, six answers */
    ASKING_SMALL,        /* statement at its lower size */
    ASKING_BESIDE,       /* controls under the words, answers the full height beside both */
    ASKING_BESIDE_LOW,   /* as ASKING_BESIDE, with period and guidance as captions */
    ASKING_BESIDE_LEAST, /* as ASKING_BESIDE_LOW, with lower controls */
    ASKING_FOLDED,       /* guidance behind a button */
    ASKING_TWO_STEPS,    /* read, in pages if it must be, then answer */
};

enum {
    ASKING_AIR = 60 /* a layout closes its gaps to so many hundredths before the next layout is
                     * tried */
};

/* Where the text and the answers go. */
struct asking_boxes {
    struct box text;
    struct answers_room answers;
    bool stacked; /* portrait: answers below the text */
};

/* Returns whether the layout has answers the full height of the panel. */
bool asking_is_beside(enum asking_layout layout);
/* Called before the controls are built: sets how high the controls are. Answers the full height of
 * the panel make the margins smaller. */
void asking_edges(struct ui *ui, enum asking_layout layout);
/* Returns the boxes of text and answers in content, the box that the controls leave. */
struct asking_boxes asking_split(const struct ui *ui, enum asking_layout layout,
                                 struct box content);
/* Returns the height of the row of stones, px. */
int32_t asking_head_px(const struct ui *ui, enum asking_layout layout);
/* Returns that height in the present build, where large letters on pages may leave no room for
 * stones. */
int32_t asking_head_now_px(const struct ui *ui, enum asking_layout layout);

/* What stands over a question: stones, "4 of 7", and behind a rule the theme's word, or a note. */
struct asking_head {
    uint32_t current, count; /* from 1 */
    const char *words, *spoken;
    const char *theme, *theme_spoken; /* theme_spoken: NULL when theme is said as it is */
    int32_t theme_px;                 /* width of the widest theme, so that the stones keep one
                                       * place */
    const char *note;                 /* in place of the theme; NULL: none */
};
/* Draws it and returns its height, px. */
int32_t asking_head(struct ui *ui, const struct asking_head *head, enum asking_layout layout,
                    struct box box);
/* The words of a question. Where guidance is folded, a button stands in place of the guidance; when
 * the button was pressed (opened), the guidance stands in place of the question until it is
 * closed. */
struct asking_words {
    const char *period, *period_spoken;
    const char *statement, *guidance;
    const char *kept;       /* after Back: words about what was chosen before; NULL: the question
                             * was not reached by Back */
    const char *fresh;      /* words for a person who is new; NULL: none */
    const char *fresh_line; /* the same in few words */
    const char *hint;       /* on the button */
    uint16_t hint_action;
    bool opened;
    enum asking_layout layout;
};
/* Returns the height in px; draws the words if draw is true. */
int32_t asking_words(struct ui *ui, const struct asking_words *words, struct box box, bool draw);
/* Returns the height in px of the words for a person who is new. These stand below the words where
 * there is room, else beside the stones, so that no layout depends on them. */
int32_t asking_fresh_px(struct ui *ui, const struct asking_words *words, int32_t w);
/* Draws all words as blocks of a flow, for the step that is read. Returns the page on which the
 * statement ends, from 0. */
uint32_t asking_words_flow(struct flow *flow, const struct asking_words *words);
/* Stones, words and answers in one step. */
struct asking_page {
    struct asking_head head;
    struct asking_words words;
    const struct ui_button *answers;
    const char *order; /* said before the answers: what a person sees of all answers at once */
    struct asking_boxes boxes;
    /* Where words stand over the answers: the height of the tallest words of all questions, and of
     * the words for a person who is new, px. So both keep their places on all questions. */
    int32_t tallest_px, fresh_px;
};
void asking_page(struct ui *ui, const struct asking_page *page);
/* Returns the width of the column of words and controls beside the answers, px. */
int32_t asking_column_px(const struct ui *ui);

#endif
