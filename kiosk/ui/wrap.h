/* SPDX-License-Identifier: MIT */
/* How a text is broken into lines, inside ui: its words are measured once, lines are planned by
 * adding their widths up, and even lines are chosen among the plans. ui/text.h has what others
 * call. */
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
    int32_t gap_px;   /* blanks before it, when it does not start a line */
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

/* The width of a part of the text as it is drawn. */
int32_t wrap_measure(const struct wrap_plan *plan, uint32_t start, uint32_t bytes);

/* How far the sum of some words and the line of them, as drawn, can be apart: a pixel of rounding
 * for each word, and half of one for each blank. */
int32_t wrap_doubt_px(uint32_t words);

/* Finds and measures the words of the text. False when there are too many. */
MUST_USE bool wrap_words(struct wrap_plan *plan);

/* The line of these words; its width is their sum. */
struct text_line wrap_line(const struct wrap_plan *plan, uint32_t first, uint32_t last,
                           int32_t sum_px);
/* Puts the widths of lines as they are drawn in place of sums. */
void wrap_measure_lines(const struct wrap_plan *plan, struct text_line *lines, uint32_t count);

/* Sentences are kept whole, else lines are even, else they stay as they are; measured in the end.
 * As many lines as before, and none wider. The plan is used up. */
void wrap_even(struct wrap_plan *plan, uint32_t count, struct text_line lines[TEXT_LINE_MAX]);

#endif
