/* SPDX-License-Identifier: MIT */
/* The words of a text, measured: where the language breaks, what is cut, and what stays together.
 */
#include "ui/wrap.h"

#include "core/utf8.h"

#include <string.h>

int32_t wrap_measure(const struct wrap_plan *plan, uint32_t start, uint32_t bytes)
{
    return text_width(plan->ops, plan->font, plan->text + start, bytes);
}

int32_t wrap_doubt_px(uint32_t words)
{
    return 3 * (int32_t)words / 2 + 1;
}

/* Marks of Latin, Arabic and Devanagari. */
static bool is_mark(uint32_t code)
{
    return (code >= 0x0300 && code <= 0x036F) || (code >= 0x064B && code <= 0x065F) ||
           (code >= 0x0900 && code <= 0x0903) || (code >= 0x093A && code <= 0x094F);
}

/* One word; an empty one stands for a line without words. False when there are too many. */
static bool plan_word(struct wrap_plan *plan, uint32_t start, uint32_t bytes, bool starts_line,
                      int32_t gap_px)
{
    if (plan->count == WRAP_WORD_MAX) {
        return false;
    }
    plan->word[plan->count++] = (struct wrap_word){
        .start = start,
        .bytes = bytes,
        .width_px = wrap_measure(plan, start, bytes),
        .gap_px = gap_px,
        .starts_line = starts_line,
    };
    return true;
}

/* Bytes of the longest beginning of a word that is no wider than the cut; at least one character,
 * and no mark is parted from what it stands on. */
static uint32_t cut_length(const struct wrap_plan *plan, uint32_t start, uint32_t bytes)
{
    const char *text = plan->text + start;
    size_t fits = 0, at = 0, next = 0;
    while (at < bytes) {
        (void)utf8_next(text, bytes, &next);
        do { /* marks stay on what is before them */
            at = next;
        } while (at < bytes && is_mark(utf8_next(text, bytes, &next)));
        next = at;
        if (fits > 0 && wrap_measure(plan, start, (uint32_t)at) > plan->cut_px) {
            break;
        }
        fits = at;
    }
    return (uint32_t)fits;
}

/* A word as it is, or in pieces that fit. */
static bool plan_pieces(struct wrap_plan *plan, uint32_t start, uint32_t bytes, bool starts_line,
                        int32_t gap_px)
{
    while (plan->cut_px > 0 && bytes > 0 && wrap_measure(plan, start, bytes) > plan->cut_px) {
        uint32_t piece = cut_length(plan, start, bytes);
        if (piece == bytes) {
            break;
        }
        if (!plan_word(plan, start, piece, starts_line, gap_px)) {
            return false;
        }
        start += piece;
        bytes -= piece;
        starts_line = false;
        gap_px = 0;
    }
    return plan_word(plan, start, bytes, starts_line, gap_px);
}

/* What stands between two blanks: one word, or several where the language breaks without them. */
static bool plan_parts(struct wrap_plan *plan, uint32_t start, uint32_t bytes, bool starts_line,
                       int32_t gap_px)
{
    const char *text = plan->text + start;
    uint32_t from = 0, before = 0;
    bool breaks = plan->language != NULL && plan->language->breaks == BREAKS_ANYWHERE;
    for (size_t at = 0, next = 0; breaks && at < bytes; at = next) {
        uint32_t code = utf8_next(text, bytes, &next);
        if (at > 0 && language_breaks_between(plan->language, before, code)) {
            if (!plan_pieces(plan, start + from, (uint32_t)at - from, starts_line, gap_px)) {
                return false;
            }
            from = (uint32_t)at;
            starts_line = false;
            gap_px = 0;
        }
        before = code;
    }
    return plan_pieces(plan, start + from, bytes - from, starts_line, gap_px);
}

/* A line does not end on a word of one letter, such as "I" or "y": it stays with the next word,
 * where both have room on a line. */
static bool joins_next(const struct wrap_plan *plan, uint32_t start, uint32_t end)
{
    const char *text = plan->text;
    size_t letter = start;
    uint32_t code = end > start ? utf8_next(text, end, &letter) : 0;
    bool is_letter = (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code >= 0xC0;
    if (!is_letter || letter != end || text[end] != ' ' || text[end + 1] == ' ') {
        return false;
    }
    uint32_t next = (uint32_t)strcspn(text + end + 1, " \n");
    return next > 0 && wrap_measure(plan, start, end + 1 + next - start) <= plan->width_px;
}

bool wrap_words(struct wrap_plan *plan)
{
    int32_t blank_px = text_width(plan->ops, plan->font, " ", 1);
    const char *text = plan->text;
    uint32_t at = 0;
    for (;;) {
        bool starts_line = true;
        uint32_t line_end = at + (uint32_t)strcspn(text + at, "\n");
        while (at < line_end) {
            uint32_t start = at + (uint32_t)strspn(text + at, " ");
            uint32_t end = start + (uint32_t)strcspn(text + start, " \n");
            if (joins_next(plan, start, end)) {
                end += 1 + (uint32_t)strcspn(text + end + 1, " \n");
            }
            if (end > start) {
                if (!plan_parts(plan, start, end - start, starts_line,
                                (int32_t)(start - at) * blank_px)) {
                    return false;
                }
                starts_line = false;
            }
            at = end;
        }
        if (starts_line && !plan_word(plan, line_end, 0, true, 0)) {
            return false;
        }
        if (text[line_end] == '\0') {
            return true;
        }
        at = line_end + 1;
    }
}
