/* SPDX-License-Identifier: MIT */
/* What the three files of the pack reader share: pack.c goes through the lines and checks their
 * spelling, pack_meaning.c fills the draft, pack_report.c keeps the list of problems. */
#ifndef CORE_PACK_READER_H
#define CORE_PACK_READER_H

#include "core/pack.h"
#include "core/span.h"

#include <stdbool.h>

enum pack_kind {
    PACK_KIND_THEME,
    PACK_KIND_QUESTION,
    PACK_KIND_PRACTICE,
    PACK_KIND_PROMPT,
    PACK_KIND_COUNT,
    PACK_KIND_NONE,    /* before the first section */
    PACK_KIND_UNKNOWN, /* a section whose keys cannot be judged */
};

struct pack_reader {
    struct pack draft;
    struct pack_errors *errors;
    uint32_t line;
    struct span line_text;
    bool is_blamed; /* a problem of this line was told already */
    bool has_header;
    enum pack_kind kind; /* of the section under way */
    uint32_t section_line;
    uint32_t seen; /* bit i: key i of the kind */
    char *entry;   /* in draft, or spare */
    union {
        struct pack_theme theme;
        struct pack_question question;
        struct pack_item item;
    } spare; /* takes the keys of a section that has a problem itself */
    uint32_t theme_line[PACK_THEME_MAX];
    uint32_t themes_used[PACK_KIND_COUNT]; /* bit i: a section of this kind names theme i */
};

/* Tells a problem at a known place. */
void pack_report(struct pack_reader *reader, uint32_t line, uint32_t column,
                 enum pack_problem problem, struct span value);

/* As pack_report, with a limit as the value. */
void pack_report_limit(struct pack_reader *reader, uint32_t line, uint32_t column,
                       enum pack_problem problem, uint32_t limit);

/* Tells a problem of meaning in the current line, at a byte of the line; tells nothing if a problem
 * of the line's spelling was told. */
void pack_blame(struct pack_reader *reader, const char *at, enum pack_problem problem,
                struct span value);
void pack_blame_limit(struct pack_reader *reader, const char *at, enum pack_problem problem,
                      uint32_t limit);

/* Takes the current line into the draft. */
void pack_read_line(struct pack_reader *reader);

/* Tells which keys the section under way lacks, at its heading. */
void pack_end_section(struct pack_reader *reader);

#endif
