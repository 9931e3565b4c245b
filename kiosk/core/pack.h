/* SPDX-License-Identifier: MIT */
/* A question pack: themes, questions, take-away practices and talking prompts, read from a strict
 * text format. The reader takes bytes in memory, reports every problem at once with line and
 * column, and never opens a file.
 *
 *   pack integrity 1
 *   [theme steady]
 *   name = Steady
 *   spoken = Steady. Keeping small promises.
 *   [question q1]
 *   theme = steady
 *   statement = ...
 *   guidance = ...
 *   short = ...
 *   subject = ...
 *   [practice steady.q1]
 *   text = ...
 *   spoken = ...            (optional)
 *   [prompt steady.1]
 *   text = ...
 *
 * Lines starting with # and blank lines are skipped. Order of questions in the file is their order
 * on the screen; a theme stands above what names it. UTF-8, every line ended by LF, no tabs or
 * control characters, no key twice, no key unknown, no text empty. Every theme has a question, a
 * practice and a prompt, so that no screen that offers a theme can come up empty. */
#ifndef CORE_PACK_H
#define CORE_PACK_H

#include "core/status.h"

#include <stddef.h>

enum {
    PACK_BYTES_MAX = 65536,
    PACK_QUESTION_MIN = 4,
    PACK_QUESTION_MAX = 7,
    PACK_THEME_MAX = 7,
    PACK_PRACTICE_MAX = 48,
    PACK_PROMPT_MAX = 48,
    PACK_ID_BYTES = 24,
    PACK_TEXT_BYTES = 240,
    PACK_LINE_MAX = 320,   /* bytes: the longest key, " = " and the longest text, with room */
    PACK_ERROR_MAX = 64,   /* problems listed; the total is counted beyond */
    PACK_QUOTE_BYTES = 48, /* of what was found, enough to recognise it */
};

struct pack_theme {
    char id[PACK_ID_BYTES];
    char name[PACK_TEXT_BYTES];
    char spoken[PACK_TEXT_BYTES];
};

struct pack_question {
    char id[PACK_ID_BYTES];
    uint32_t theme; /* index */
    char statement[PACK_TEXT_BYTES];
    char guidance[PACK_TEXT_BYTES];
    char brief[PACK_TEXT_BYTES];   /* "short": labels a line in Trends */
    char subject[PACK_TEXT_BYTES]; /* stands before a colon in Trends */
};

struct pack_item {          /* a practice or a prompt */
    char id[PACK_ID_BYTES]; /* theme.name */
    uint32_t theme;
    char text[PACK_TEXT_BYTES];
    char spoken[PACK_TEXT_BYTES]; /* empty: text is spoken */
};

struct pack {
    char name[PACK_ID_BYTES];
    uint32_t version;
    uint32_t theme_count, question_count, practice_count, prompt_count;
    struct pack_theme theme[PACK_THEME_MAX];
    struct pack_question question[PACK_QUESTION_MAX];
    struct pack_item practice[PACK_PRACTICE_MAX];
    struct pack_item prompt[PACK_PROMPT_MAX];
};

/* What is wrong; pack_problem_message gives the words. The value quoted is what was found, or the
 * limit that was passed. */
enum pack_problem {
    PACK_FILE_EMPTY,
    PACK_FILE_LONG,
    PACK_FILE_CUT,
    PACK_BYTE_ORDER_MARK,
    PACK_UTF8,
    PACK_CARRIAGE_RETURN,
    PACK_TAB,
    PACK_CONTROL,
    PACK_INVISIBLE,
    PACK_LINE_LONG,
    PACK_HEADER,
    PACK_SYNTAX,
    PACK_SECTION_UNKNOWN,
    PACK_SECTION_TWICE,
    PACK_SECTION_MANY,
    PACK_ID,
    PACK_ITEM_ID,
    PACK_KEY_OUTSIDE,
    PACK_KEY_UNKNOWN,
    PACK_KEY_TWICE,
    PACK_KEY_MISSING,
    PACK_TEXT_EMPTY,
    PACK_TEXT_LONG,
    PACK_THEME_MISSING,
    PACK_THEME_UNUSED,
    PACK_THEME_NO_PRACTICE,
    PACK_THEME_NO_PROMPT,
    PACK_QUESTION_FEW,
    PACK_PROBLEM_COUNT,
};

struct pack_error {
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in characters, not bytes */
    enum pack_problem problem;
    char value[PACK_QUOTE_BYTES]; /* clean UTF-8, cut to fit */
};

struct pack_errors {
    uint32_t count;                         /* all problems, also those beyond the list */
    struct pack_error item[PACK_ERROR_MAX]; /* the first found, in the order of the file */
};

/* Parses bytes[0..length). STATUS_OK and a filled pack; STATUS_LIMIT when there are more bytes than
 * PACK_BYTES_MAX, which are then not read; else STATUS_INVALID with every problem in errors, one of
 * spelling and any number of meaning for each line. Unless OK, pack is untouched. */
MUST_USE enum status pack_parse(const char *bytes, size_t length, struct pack *pack,
                                struct pack_errors *errors);

/* The bytes whose digest names a series: ids and source text of the questions that are on (bit i of
 * question_off switches question i off), and the period words. period is the source text too, never
 * a translation: a language is not a new series. Returns the whole length; out is filled up to size
 * and not ended (PACK_BYTES_MAX is always enough). */
size_t pack_series_text(const struct pack *pack, uint32_t question_off, const char *period,
                        char *out, size_t size);

/* Index of the question with this id, or -1. */
int pack_question_index(const struct pack *pack, const char *id);

#endif
