/* SPDX-License-Identifier: MIT */
/* Where the words of a question, its answers and the controls go, way by way, from the roomiest to
 * the last resort. Text and targets never shrink to fit. */
#ifndef UI_BLOCKS_ASKING_H
#define UI_BLOCKS_ASKING_H

#include "ui/blocks/answers.h"

/* In the order they are tried. */
enum asking_layout {
    ASKING_FULL,         /* large statement, guidance, six answers */
    ASKING_SMALL,        /* statement at its lower size */
    ASKING_BESIDE,       /* controls under the words, answers the full height beside both */
    ASKING_BESIDE_LOW,   /* the same with period and guidance as captions */
    ASKING_BESIDE_LEAST, /* and with lower controls */
    ASKING_FOLDED,       /* guidance behind a button */
    ASKING_TWO_STEPS,    /* read, in pages if it must be, then answer */
};

enum { ASKING_AIR = 60 /* a layout closes its gaps so far before the next is tried */ };

/* Where the text and the answers go. */
struct asking_boxes {
    struct box text;
    struct answers_room answers;
    bool stacked; /* portrait: answers below the text */
};

/* Of the ways with answers the full height. */
bool asking_is_beside(enum asking_layout layout);
/* Before the controls are built: how high they are, and that answers the full height are closer to
 * the panel's edges. */
void asking_edges(struct ui *ui, enum asking_layout layout);
/* The content's box is what those controls leave. */
struct asking_boxes asking_split(const struct ui *ui, enum asking_layout layout,
                                 struct box content);
/* The height of the row of stones. */
int32_t asking_head_px(const struct ui *ui, enum asking_layout layout);
/* The same as it will be here and now: large letters on pages leave no room for stones. */
int32_t asking_head_now_px(const struct ui *ui, enum asking_layout layout);

/* What stands over a question: stones, "4 of 7", and behind a rule the theme's word, or a note. */
struct asking_head {
    uint32_t current, count; /* from 1 */
    const char *words, *spoken;
    const char *theme, *theme_spoken; /* NULL: the word is said */
    int32_t theme_px;                 /* the widest of all themes: stones keep one place */
    const char *note;                 /* in place of the theme; NULL: none */
};
/* Returns its height. */
int32_t asking_head(struct ui *ui, const struct asking_head *head, enum asking_layout layout,
                    struct box box);
/* The words of a question. Folded, a button stands in place of the last ones; opened, they stand in
 * place of the question until it is closed. */
struct asking_words {
    const char *period, *period_spoken;
    const char *statement, *guidance;
    const char *kept;       /* after Back: about what was chosen before; NULL: it was not Back */
    const char *fresh;      /* for whoever is new; NULL: there is none */
    const char *fresh_line; /* the same in few words */
    const char *hint;       /* on the button */
    uint16_t hint_action;
    bool opened;
    enum asking_layout layout;
};
/* Returns the height; draws only when asked. */
int32_t asking_words(struct ui *ui, const struct asking_words *words, struct box box, bool draw);
/* The height of what is said to whoever is new. It stands below the words where there is room, else
 * beside the stones: no layout depends on it. */
int32_t asking_fresh_px(struct ui *ui, const struct asking_words *words, int32_t w);
/* All of it as blocks of a flow, for the reading step. Returns the page on which the statement
 * ends, from 0. */
uint32_t asking_words_flow(struct flow *flow, const struct asking_words *words);
/* Stones, words and answers in one step. */
struct asking_page {
    struct asking_head head;
    struct asking_words words;
    const struct ui_button *answers;
    const char *order; /* said before the answers: what the eye sees of them */
    struct asking_boxes boxes;
    /* Of all questions, where words stand over their answers: the tallest words, and what is said
     * to whoever is new. Both keep their places on all of them. */
    int32_t tallest_px, fresh_px;
};
void asking_page(struct ui *ui, const struct asking_page *page);
/* The width of the column of words and controls beside the answers. */
int32_t asking_column_px(const struct ui *ui);

#endif
