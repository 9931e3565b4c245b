/* SPDX-License-Identifier: MIT */
/* How a text is broken into lines; for the files of ui that do this. Words are measured once, lines
 * are planned by adding up the widths of words, and even lines are chosen among the plans.
 * ui/text.h has what other files call. */
#ifndef UI_WRAP_H
#define UI_WRAP_H

#include "ui/text.h"

#include "core/status.h"

#include <stdbool.h>
#include <stdint.h>

enum { WRAP_WORD_MAX = 640 }; /* TEXT_LINE_MAX lines of short words */

struct wrap_word {
    uint32_t start;
    uint32_t bytes;
    int32_t width_px;
    int32_t gap_px;   /* blanks before the word, when the word does not start a line */
    bool starts_line; /* after an LF, or the first */
};

struct wrap_plan {
    const struct text_ops *ops;
    struct font font;
    const struct language *language;
    const char *text;
    int32_t width_px; /* of the column */
    int32_t cut_px;   /* words wider than this are cut; 0: none is */
    uint32_t count;
    struct wrap_word word[WRAP_WORD_MAX];
};

/* Returns the width of a part of the text as it is drawn, px. */
int32_t wrap_measure(const struct wrap_plan *plan, uint32_t start, uint32_t bytes);

/* Returns how far the sum of the widths of some words and the width of their line as drawn can be
 * apart, px: a pixel of rounding for each word, and half a pixel for each blank. */
int32_t wrap_doubt_px(uint32_t words);

/* Finds and measures the words of the text. Returns false when there are more than
 * WRAP_WORD_MAX. */
MUST_USE bool wrap_words(struct wrap_plan *plan);

/* Returns the line of the words from first to last, with sum_px as its width. */
struct text_line wrap_line(const struct wrap_plan *plan, uint32_t first, uint32_t last,
                           int32_t sum_px);
/* Puts the widths of the lines as they are drawn in place of sums. */
void wrap_measure_lines(const struct wrap_plan *plan, struct text_line *lines, uint32_t count);

/* Moves the breaks of the lines to where they stand best: between sentences, else after a comma,
 * else so that the lines are even and no word has the last line for itself. Where the lines as
 * drawn have no room for that, leaves them as they are. The number of lines stays, and no line
 * becomes wider than the column. Measures the lines in the end. */
void wrap_even(const struct wrap_plan *plan, uint32_t count, struct text_line lines[TEXT_LINE_MAX]);

/* Fetches the word before it to a word that has the last of several lines for itself, where the
 * line above stays the longer one. Measures the lines in the end. */
void wrap_plain(const struct wrap_plan *plan, uint32_t count, struct text_line *lines);

#endif
