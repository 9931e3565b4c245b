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
 * on the screen. UTF-8, LF, no tabs or control characters, no key twice, no key unknown. */
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
    PACK_ERROR_MAX = 64, /* problems listed; the total is counted beyond */
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

struct pack_errors {
    uint32_t count; /* all problems, also those beyond the list */
    struct error item[PACK_ERROR_MAX];
};

/* Parses bytes[0..length). STATUS_OK and a filled pack, or STATUS_INVALID / STATUS_LIMIT with every
 * problem in errors and pack untouched. */
MUST_USE enum status pack_parse(const char *bytes, size_t length, struct pack *pack,
                                struct pack_errors *errors);

/* The bytes whose digest names a series: question ids, their source text and the period words.
 * Returns the length; out is filled up to size (needs PACK_BYTES_MAX). */
size_t pack_series_text(const struct pack *pack, const char *period, char *out, size_t size);

/* Index of the question or theme with this id, or -1. */
int pack_question_index(const struct pack *pack, const char *id);
int pack_theme_index(const struct pack *pack, const char *id);

#endif
