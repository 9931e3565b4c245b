/* SPDX-License-Identifier: MIT */
/* What every frame must be like, whatever the screen, language, text size and panel: read from its
 * nodes and draw list, nothing is painted. Private to matrix*.c. */
#ifndef TOOLS_MATRIX_H
#define TOOLS_MATRIX_H

#include "screens/app/app.h"

enum matrix_rule {
    MATRIX_TARGETS,   /* ACCESS 1, 3: targets are large enough */
    MATRIX_GAPS,      /* ACCESS 2: and apart */
    MATRIX_CAPITALS,  /* ACCESS 4: capital heights by role */
    MATRIX_ANGLE,     /* ACCESS 5: large text is large from where people sit */
    MATRIX_MEASURE,   /* ACCESS 6: lines are short enough, */
    MATRIX_PITCH,     /* and far enough apart */
    MATRIX_FIT,       /* ACCESS 12: nothing clipped, overlapping or off screen */
    MATRIX_WORDS,     /* ACCESS 38: what can be used has a name, what is seen can be said */
    MATRIX_DIRECTION, /* ACCESS 51: mirrored with its language */
    MATRIX_GLYPHS,    /* ACCESS 51: no missing glyph */
    MATRIX_QUESTION,  /* ACCESS 35: at most ten controls, Back there, nothing preselected */
    MATRIX_PASSING,   /* ACCESS 36: ways to pass look as answers do, Next needs none */
    MATRIX_PLACES,    /* ACCESS 37: Back, Pause and Next stay where they are */
    MATRIX_HABIT,     /* a deed never stands where the control stood that led to it */
    MATRIX_WAY_OUT,   /* the way out of a question stands before the deed */
    MATRIX_ASKED,     /* a question stands on the page of its answers */
    MATRIX_FIRST,     /* the actions that a screen is there for stand on its first page */
    MATRIX_HEADINGS,  /* a heading stands on the page of what it is over */
    MATRIX_TOGETHER,  /* a question stands with its answers */
    MATRIX_NEW,       /* whoever is new reads what to think of */
    MATRIX_STILL,     /* what comes and goes moves nothing and covers no control */
    MATRIX_TOP,       /* on a large panel pages begin on one line, with the set-up's stones */
    MATRIX_WEIGHT,    /* Add and Erase weigh the same */
    MATRIX_RINGS,     /* words in a ring stay inside it */
    MATRIX_RULE_COUNT,
};

struct matrix_box {
    char id[NODE_ID_BYTES];
    struct box rect;
};

struct matrix {
    const char *view; /* "question usual" */
    const char *panel;
    uint32_t frames;
    uint32_t broken[MATRIX_RULE_COUNT];
    uint32_t seen[MATRIX_RULE_COUNT]; /* things that the rule looked at */
    uint32_t complaints_max;          /* of a rule: more are only counted */
    /* Where a control stood on the first question of this language, size and panel. */
    uint32_t place_count;
    struct matrix_box place[6];
    uint32_t first; /* bits: which of the screen's own actions its first page has */
};

/* Looks at the app's frame; what breaks a rule is counted and, the first few, printed. */
void matrix_check(struct matrix *matrix, const struct app *app);

__attribute__((format(printf, 4, 5))) void matrix_complain(struct matrix *matrix,
                                                           const struct app *app,
                                                           enum matrix_rule rule,
                                                           const char *format, ...);

/* Everything before the PIN is for attendees; entering it no longer. */
bool matrix_is_facilitators(const struct app *app, const struct node *node);

/* Keeps where the controls of one view stand, page by page, in this language, size and panel; and,
 * when all views were looked at, whether a deed stands where a habit clicks. */
void matrix_keep_places(struct matrix *matrix, const struct app *app);
void matrix_check_places(struct matrix *matrix, const struct app *app);
/* The same of where the set-up's pages start. */
void matrix_check_lines(struct matrix *matrix, const struct app *app);

/* The same for the line on which pages begin. */
void matrix_keep_top(struct matrix *matrix, const struct app *app);
void matrix_check_tops(struct matrix *matrix, const struct app *app);

/* What lies over the page for a while; NULL: nothing. */
const struct node *matrix_notice(const struct frame *frame);
/* The frame with a notice over it, beside what it was without. */
void matrix_check_still(struct matrix *matrix, const struct app *app, const struct node *before,
                        uint32_t count);

/* A line of text as far as its letters reach between baseline and capitals. */
struct box matrix_letters_of(const struct app *app, const struct draw *draw);

/* The parts of matrix_check. */
void matrix_check_letters(struct matrix *matrix, const struct app *app);
void matrix_check_fit(struct matrix *matrix, const struct app *app);
void matrix_check_choices(struct matrix *matrix, const struct app *app);
void matrix_check_question(struct matrix *matrix, const struct app *app);
void matrix_check_weight(struct matrix *matrix, const struct app *app);
void matrix_check_rings(struct matrix *matrix, const struct app *app);

#endif
