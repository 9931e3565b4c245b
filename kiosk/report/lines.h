/* SPDX-License-Identifier: MIT */
/* The lines of a period, and what may be said of each and of all of them. The screens and the
 * report that leaves say the same because both ask here. Judged is elsewhere (core/trends.h); this
 * only finds the words, so nothing can claim more than the numbers do. Knows no screen, no file. */
#ifndef REPORT_LINES_H
#define REPORT_LINES_H

#include "core/language.h"
#include "core/pack.h"
#include "core/trends.h"

enum {
    LINES_MAX = 1 + PACK_THEME_MAX + PACK_QUESTION_MAX,
    LINES_TEXT_BYTES = 1024, /* a theme's sentence and those of all its questions */
    LINES_ALL = 0,           /* index of all questions together */
    LINES_POINT_MAX = 1024,  /* fifty years are 650 blocks; of more the newest are kept */
};

/* One line; the points are its owner's. */
struct lines_line {
    const struct line_view *view;
    const struct point *point;
    uint32_t count;
};

/* All together, then the themes, then the questions of the pack. */
struct lines {
    const struct pack *pack;
    struct language_offer words;
    uint32_t question_off; /* bit i: question i of the pack is not asked */
    enum period period;
    uint32_t count;
    struct lines_line line[LINES_MAX];
};

/* Memory for the lines of a file: about 200 kB, static. */
struct lines_store {
    struct line_view view[LINES_MAX];
    struct point point[LINES_MAX][LINES_POINT_MAX];
};

/* Reads all lines of a period from the trends of these totals. pack, words, question_off and period
 * of lines are set before; its lines then point into the store. */
void lines_collect(struct lines *lines, const struct totals *totals, const struct trends *trends,
                   struct lines_store *store);

/* The id of a line, and the index of the line of a theme and of a question. */
struct line_id lines_id(const struct pack *pack, uint32_t line);
uint32_t lines_theme(uint32_t theme);
uint32_t lines_question(const struct lines *lines, uint32_t question);

/* The newest point; NULL when there is none. */
const struct point *lines_newest(const struct lines *lines, uint32_t line);
/* The newest point is there and narrow enough to be read. */
bool lines_is_readable(const struct lines *lines, uint32_t line);
/* Why a point has no number: its band is too wide. Else its answers are too few. */
bool lines_is_blurred(const struct band *band);
/* The same of the newest point: the first of these texts, or the second. */
enum message_id lines_no_number(const struct lines *lines, uint32_t line, enum message_id blurred,
                                enum message_id few);
/* A question has a plot: it is switched on, or was asked in the running series. */
bool lines_is_asked(const struct lines *lines, uint32_t question);
/* Those of a theme. */
uint32_t lines_theme_questions(const struct lines *lines, uint32_t theme,
                               uint32_t questions[PACK_QUESTION_MAX]);
/* No question of the theme can be read and its own line can: that line stands in for them. */
bool lines_stands_in(const struct lines *lines, uint32_t theme);

/* Words. What has a place to write to may use it and returns the text, there or in the catalogue.
 */

/* "four" ... "seven": the number of questions that are asked. */
const char *lines_number_word(const struct lines *lines);
/* Decimal digits of n, as the language writes them. */
const char *lines_number(const struct lines *lines, uint32_t n, char out[NUMBER_BYTES]);
/* A share of a hundred: its digits, or "under 5" and "over 95". */
const char *lines_share(const struct lines *lines, uint32_t n, char out[LINES_TEXT_BYTES]);
/* "<5" and ">95" where words have no room. */
const char *lines_share_brief(const struct lines *lines, uint32_t n, char out[LINES_TEXT_BYTES]);
/* "November 2026"; brief: "Nov 2026". */
const char *lines_month(const struct lines *lines, struct month month, char out[LINES_TEXT_BYTES]);
const char *lines_month_brief(const struct lines *lines, struct month month,
                              char out[LINES_TEXT_BYTES]);
/* What stands before a colon: "All seven together", a theme's word, a question's subject. */
const char *lines_subject(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES]);
/* The one sentence a line allows (its claim), and a theme's with its questions' changes. */
const char *lines_say(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES]);
/* Its grade in one word, "leaning"; "" without a finished block. */
const char *lines_grade(const struct lines *lines, uint32_t line);
/* The first point after its change, counted from its first; 0: it has not changed. */
uint32_t lines_change(const struct lines *lines, uint32_t line);
/* "since about March 2026", of a line that has changed. */
const char *lines_since(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES]);
/* Its parts: a text with {subject} and {over}, and why nothing can be told. */
const char *lines_say_over(const struct lines *lines, uint32_t line, enum message_id id,
                           char out[LINES_TEXT_BYTES]);
const char *lines_say_not_yet(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES]);
const char *lines_say_theme(const struct lines *lines, uint32_t theme, char out[LINES_TEXT_BYTES]);
/* The strongest thing that may be said of the room, or why nothing can; and the line that it speaks
 * of. */
const char *lines_headline(const struct lines *lines, char out[LINES_TEXT_BYTES]);
uint32_t lines_headline_line(const struct lines *lines);
/* The theme that the headline speaks of; where it speaks of all together, this one. */
uint32_t lines_headline_theme(const struct lines *lines, uint32_t otherwise);
/* The band beside a value: "52 to 66". */
const char *lines_range(const struct lines *lines, const struct band *band,
                        char out[LINES_TEXT_BYTES]);
/* Both in one: "58, likely 51 to 64". */
const char *lines_value(const struct lines *lines, const struct band *band,
                        char out[LINES_TEXT_BYTES]);
/* A plot read aloud: its span, newest value and sentence; without a value its sentence alone. */
const char *lines_spoken(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES]);
/* A new series began within the period; NULL when none did. */
const char *lines_series(const struct lines *lines, char out[LINES_TEXT_BYTES]);

#endif
