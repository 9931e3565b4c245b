/* SPDX-License-Identifier: MIT */
/* Lines as even as they can be, by added widths, which cost nothing to try again. */
#include "ui/wrap.h"

#include "core/utf8.h"

#include <string.h>

enum { SENTENCE_PERCENT_MIN = 30 }; /* a shorter line would look left over */

struct text_line wrap_line(const struct wrap_plan *plan, uint32_t first, uint32_t last,
                           int32_t sum_px)
{
    const struct wrap_word *a = &plan->word[first];
    const struct wrap_word *b = &plan->word[last];
    return (struct text_line){a->start, b->start + b->bytes - a->start, sum_px};
}

/* Lines by added widths alone; fills lines[] when given. */
static uint32_t fill_planned(const struct wrap_plan *plan, int32_t width_px,
                             struct text_line *lines)
{
    uint32_t count = 0;
    uint32_t first = 0;
    int32_t used_px = 0;
    for (uint32_t i = 0; i < plan->count; i++) {
        const struct wrap_word *w = &plan->word[i];
        bool fits = i > 0 && !w->starts_line && used_px + w->gap_px + w->width_px <= width_px;
        if (fits) {
            used_px += w->gap_px + w->width_px;
        } else {
            first = i;
            used_px = w->width_px;
            count++;
        }
        if (lines != NULL && count <= TEXT_LINE_MAX) {
            lines[count - 1] = wrap_line(plan, first, i, used_px);
        }
    }
    return count;
}

void wrap_measure_lines(const struct wrap_plan *plan, struct text_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        lines[i].width_px = wrap_measure(plan, lines[i].start, lines[i].bytes);
    }
}

static int32_t widest_of(const struct text_line *lines, uint32_t count)
{
    int32_t widest_px = 0;
    for (uint32_t i = 0; i < count; i++) {
        widest_px = lines[i].width_px > widest_px ? lines[i].width_px : widest_px;
    }
    return widest_px;
}

static int32_t shortest_of(const struct text_line *lines, uint32_t count)
{
    int32_t shortest_px = lines[0].width_px;
    for (uint32_t i = 1; i < count; i++) {
        shortest_px = lines[i].width_px < shortest_px ? lines[i].width_px : shortest_px;
    }
    return shortest_px;
}

/* The narrowest planned width that keeps the count. */
static int32_t narrowest(const struct wrap_plan *plan, int32_t width_px, uint32_t count)
{
    int32_t low = 0;
    int32_t high = width_px;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (fill_planned(plan, middle, NULL) <= count) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return high;
}

/* The code point that ends at *end; *end moves before it. */
static uint32_t last_code(const char *text, uint32_t *end)
{
    size_t at = utf8_cut(text, *end - 1), start = at;
    uint32_t code = utf8_next(text, *end, &at);
    *end = (uint32_t)start;
    return code;
}

/* Closing quotes may follow the mark; a mark alone ends nothing. */
static bool ends_sentence(const struct wrap_plan *plan, const struct wrap_word *word)
{
    const char *text = plan->text + word->start;
    uint32_t bytes = word->bytes;
    uint32_t code = bytes > 0 ? last_code(text, &bytes) : 0;
    while (bytes > 0 && language_closes_quote(code)) {
        code = last_code(text, &bytes);
    }
    return bytes > 0 && language_ends_sentence(plan->language, code);
}

/* Makes each sentence one long word. */
static void join_sentences(struct wrap_plan *plan)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->count; i++) {
        const struct wrap_word word = plan->word[i];
        bool begins = i == 0 || word.starts_line || ends_sentence(plan, &plan->word[i - 1]);
        if (begins) {
            plan->word[count++] = word;
            continue;
        }
        struct wrap_word *sentence = &plan->word[count - 1];
        sentence->bytes = word.start + word.bytes - sentence->start;
        sentence->width_px += word.gap_px + word.width_px;
    }
    plan->count = count;
}

/* Whether lines of whole sentences are none too wide and none much shorter than the longest, each
 * width being told to so many pixels. */
static bool sentences_stand(const struct text_line *lines, uint32_t count, int32_t width_px,
                            int32_t doubt)
{
    int32_t widest_px = widest_of(lines, count) - doubt;
    int32_t shortest_px = shortest_of(lines, count) + doubt;
    return widest_px <= width_px && shortest_px * 100 >= widest_px * SENTENCE_PERCENT_MIN;
}

/* Breaks between sentences alone, in as many lines as breaks anywhere take, and none of them much
 * shorter than the longest: then each line says one thing. The plan is used up. */
static bool wrap_sentences(struct wrap_plan *plan, uint32_t count,
                           struct text_line lines[TEXT_LINE_MAX])
{
    int32_t width_px = plan->width_px, doubt = wrap_doubt_px(plan->count);
    join_sentences(plan);
    if (plan->count < count || fill_planned(plan, width_px, NULL) != count) {
        return false;
    }
    struct text_line whole[TEXT_LINE_MAX];
    fill_planned(plan, narrowest(plan, width_px, count), whole);
    if (!sentences_stand(whole, count, width_px, doubt)) {
        return false;
    }
    wrap_measure_lines(plan, whole, count);
    if (!sentences_stand(whole, count, width_px, 0)) {
        return false;
    }
    memcpy(lines, whole, count * sizeof lines[0]);
    return true;
}

/* No line of the first is wider, as drawn, than the widest of the second, whose widths are sums. */
static bool is_no_wider(const struct wrap_plan *plan, const struct text_line *measured,
                        const struct text_line *planned, uint32_t count, int32_t doubt)
{
    int32_t widest_px = widest_of(measured, count);
    bool is_so = widest_px <= widest_of(planned, count) - doubt;
    for (uint32_t i = 0; !is_so && i < count; i++) {
        is_so = widest_px <= wrap_measure(plan, planned[i].start, planned[i].bytes);
    }
    return is_so;
}

/* The even ones are kept only where the lines as drawn are as many, and no wider than before. */
void wrap_even(struct wrap_plan *plan, uint32_t count, struct text_line lines[TEXT_LINE_MAX])
{
    struct text_line even[TEXT_LINE_MAX];
    int32_t doubt = wrap_doubt_px(plan->count);
    uint32_t planned = fill_planned(plan, narrowest(plan, plan->width_px, count), even);
    if (wrap_sentences(plan, count, lines)) {
        return;
    }
    bool is_kept = planned == count;
    if (is_kept) {
        wrap_measure_lines(plan, even, count);
        is_kept = is_no_wider(plan, even, lines, count, doubt);
    }
    if (is_kept) {
        memcpy(lines, even, count * sizeof lines[0]);
    } else {
        wrap_measure_lines(plan, lines, count);
    }
}
