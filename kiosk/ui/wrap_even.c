/* SPDX-License-Identifier: MIT */
/* Where the breaks of a balanced text stand best. Each choice of breaks has a price: lines of
 * unequal widths cost, and so does a break in the middle of what is said. The cheapest choice is
 * found by added widths, which cost nothing to try again. */
#include "ui/wrap.h"

#include "core/utf8.h"

#include <assert.h>
#include <string.h>

/* Prices in hundredths of the square of a line's mean width. Two lines whose widths are apart by a
 * part p of their mean cost p * p / 2 of that square. So a break between sentences is taken where
 * the shorter line has 30 hundredths of the longer one's width or more, and a break after a comma
 * where it has 52. */
enum {
    PRICE_CLAUSE = 38, /* a break after a comma or another mark within a sentence */
    PRICE_WORD = 58,   /* a break between two other words */
    PRICE_SHORT = 12,  /* more, after a short word, which belongs to the word that follows */
    SHORT_LETTERS = 3,
};

struct text_line wrap_line(const struct wrap_plan *plan, uint32_t first, uint32_t last,
                           int32_t sum_px)
{
    const struct wrap_word *a = &plan->word[first];
    const struct wrap_word *b = &plan->word[last];
    return (struct text_line){a->start, b->start + b->bytes - a->start, sum_px};
}

void wrap_measure_lines(const struct wrap_plan *plan, struct text_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        lines[i].width_px = wrap_measure(plan, lines[i].start, lines[i].bytes);
    }
}

static bool ends_paragraph(const struct wrap_plan *plan, uint32_t word)
{
    return word + 1 == plan->count || plan->word[word + 1].starts_line;
}

/* Returns the code point that ends at *end, and moves *end before it. */
static uint32_t last_code(const char *text, uint32_t *end)
{
    size_t at = utf8_cut(text, *end - 1), start = at;
    uint32_t code = utf8_next(text, *end, &at);
    *end = (uint32_t)start;
    return code;
}

static bool is_short(const char *text, uint32_t bytes)
{
    uint32_t letters = 0;
    for (size_t at = 0; at < bytes; letters++) {
        (void)utf8_next(text, bytes, &at);
    }
    return letters <= SHORT_LETTERS;
}

/* Returns the price of a break after a word. Closing quotes may follow its mark; a mark alone ends
 * nothing. */
static int64_t break_price(const struct wrap_plan *plan, uint32_t index)
{
    const struct wrap_word *word = &plan->word[index];
    const char *text = plan->text + word->start;
    uint32_t bytes = word->bytes;
    if (ends_paragraph(plan, index)) {
        return 0;
    }
    uint32_t code = bytes > 0 ? last_code(text, &bytes) : 0;
    while (bytes > 0 && language_closes_quote(code)) {
        code = last_code(text, &bytes);
    }
    if (bytes > 0 && language_ends_sentence(plan->language, code)) {
        return 0;
    }
    if (bytes > 0 && language_ends_clause(code)) {
        return PRICE_CLAUSE;
    }
    return PRICE_WORD + (is_short(text, word->bytes) ? PRICE_SHORT : 0);
}

/* The cheapest lines whose last one ends on a word. */
struct ending {
    int64_t price;
    uint32_t lines;
    uint32_t first; /* word of the last line */
    int32_t sum_px; /* of the last line */
};

static bool is_better(const struct ending *a, const struct ending *b)
{
    return a->lines != b->lines ? a->lines < b->lines : a->price < b->price;
}

/* Tries each word that the line which ends on this word can begin with. */
static struct ending best_ending(const struct wrap_plan *plan, const struct ending *before,
                                 uint32_t last, int32_t most_px, int64_t mean_px)
{
    struct ending best = {.lines = UINT32_MAX};
    const int64_t price = break_price(plan, last), square = mean_px * mean_px;
    int32_t sum_px = 0;
    for (uint32_t first = last;; first--) {
        const struct wrap_word *word = &plan->word[first];
        sum_px += word->width_px + (first < last ? word[1].gap_px : 0);
        if (first < last && sum_px > most_px) {
            break;
        }
        const int64_t apart = sum_px - mean_px;
        const struct ending here = {.price = apart * apart * 100 + price * square +
                                             (first > 0 ? before[first - 1].price : 0),
                                    .lines = 1 + (first > 0 ? before[first - 1].lines : 0),
                                    .first = first,
                                    .sum_px = sum_px};
        best = is_better(&here, &best) ? here : best;
        if (first == 0 || word->starts_line) {
            break;
        }
    }
    return best;
}

/* Fills lines[] with the cheapest breaks of lines whose added widths are no more than most_px.
 * Returns false if that does not take count lines. */
static bool choose_breaks(const struct wrap_plan *plan, uint32_t count, int32_t most_px,
                          int64_t mean_px, struct text_line lines[TEXT_LINE_MAX])
{
    NOT_ZEROED struct ending best[WRAP_WORD_MAX];
    for (uint32_t i = 0; i < plan->count; i++) {
        best[i] = best_ending(plan, best, i, most_px, mean_px);
    }
    if (best[plan->count - 1].lines != count) {
        return false;
    }
    for (uint32_t line = count, last = plan->count; line > 0; line--) {
        const struct ending *ending = &best[last - 1];
        lines[line - 1] = wrap_line(plan, ending->first, last - 1, ending->sum_px);
        last = ending->first;
    }
    return true;
}

/* Returns the width that no line may exceed: that of the column, or of a word that is wider. */
static int32_t most_of(const struct wrap_plan *plan)
{
    int32_t most_px = plan->width_px;
    for (uint32_t i = 0; i < plan->count; i++) {
        most_px = plan->word[i].width_px > most_px ? plan->word[i].width_px : most_px;
    }
    return most_px;
}

static bool have_room(const struct text_line *lines, uint32_t count, int32_t most_px)
{
    for (uint32_t i = 0; i < count; i++) {
        if (lines[i].width_px > most_px) {
            return false;
        }
    }
    return true;
}

/* Lines as drawn can be wider or narrower than the sum of their words. Breaks are kept where the
 * lines as drawn have room. */
void wrap_even(const struct wrap_plan *plan, uint32_t count, struct text_line lines[TEXT_LINE_MAX])
{
    struct text_line even[TEXT_LINE_MAX];
    const int32_t most_px = plan->width_px, doubt_px = wrap_doubt_px(plan->count);
    int64_t mean_px = 0;
    for (uint32_t i = 0; i < count; i++) {
        mean_px += lines[i].width_px;
    }
    mean_px /= count;
    bool is_kept = choose_breaks(plan, count, most_px, mean_px, even) ||
                   choose_breaks(plan, count, most_px - doubt_px, mean_px, even) ||
                   choose_breaks(plan, count, most_px + doubt_px, mean_px, even);
    if (is_kept) {
        wrap_measure_lines(plan, even, count);
        is_kept = have_room(even, count, most_of(plan));
    }
    if (is_kept) {
        memcpy(lines, even, count * sizeof lines[0]);
    } else {
        wrap_measure_lines(plan, lines, count);
    }
}

/* Returns whether the text's last line is one word, and the line above holds three or more. */
static bool is_left_over(const struct wrap_plan *plan, uint32_t count,
                         const struct text_line *lines)
{
    const uint32_t last = plan->count - 1;
    const struct wrap_word *word = &plan->word[last];
    return last > 2 && lines[count - 1].start == word->start && !word->starts_line &&
           memchr(plan->text + word->start, ' ', word->bytes) == NULL &&
           lines[count - 2].start <= word[-3].start;
}

void wrap_plain(const struct wrap_plan *plan, uint32_t count, struct text_line *lines)
{
    assert(count > 1);
    const struct wrap_word *word = &plan->word[plan->count - 1];
    if (is_left_over(plan, count, lines)) {
        const int32_t fetched_px = word[-1].width_px + word->gap_px;
        struct text_line *above = &lines[count - 2], *end = &lines[count - 1];
        if (above->width_px - fetched_px >= end->width_px + fetched_px) {
            *end = wrap_line(plan, plan->count - 2, plan->count - 1, end->width_px + fetched_px);
            above->bytes = word[-2].start + word[-2].bytes - above->start;
        }
    }
    wrap_measure_lines(plan, lines, count);
}
