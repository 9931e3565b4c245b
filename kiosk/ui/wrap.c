/* SPDX-License-Identifier: MIT */
/* Words are measured once; lines are then planned by adding widths up, which costs nothing to try
 * again for balancing. Shaping a whole line can differ from the sum by rounding, so each planned
 * line is measured as it will be drawn before it is believed. Measuring costs by the letter, and is
 * most of what a new screen costs: so nothing is measured whose outcome the sums already tell. */
#include "ui/text.h"

#include "core/status.h"
#include "core/utf8.h"

#include <assert.h>
#include <string.h>

enum {
    WORD_MAX = 640,            /* TEXT_LINE_MAX lines of short words */
    SENTENCE_PERCENT_MIN = 30, /* a shorter line would look left over */
    LETTER_PERCENT = 45,       /* of an em, roughly: what is wider by that is not tried whole */
    WHOLE_BYTES_MAX = 256,     /* nor what is longer than any line */
};

struct word {
    uint32_t start;
    uint32_t bytes;
    int32_t width_px;
    int32_t gap_px;   /* blanks before it, when it does not start a line */
    bool starts_line; /* after an LF, or the first */
};

struct plan {
    const struct text_ops *ops;
    struct font font;
    const struct language *language;
    const char *text;
    int32_t width_px; /* of the column */
    int32_t cut_px;   /* words wider than this are cut; 0: none is */
    uint32_t count;
    struct word word[WORD_MAX];
};

static int32_t measure(const struct plan *plan, uint32_t start, uint32_t bytes)
{
    return text_width(plan->ops, plan->font, plan->text + start, bytes);
}

/* How far the sum of some words and the line of them, as drawn, can be apart: a pixel of rounding
 * for each word, and half of one for each blank. */
static int32_t doubt_px(uint32_t words)
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
static bool plan_word(struct plan *plan, uint32_t start, uint32_t bytes, bool starts_line,
                      int32_t gap_px)
{
    if (plan->count == WORD_MAX) {
        return false;
    }
    plan->word[plan->count++] = (struct word){
        .start = start,
        .bytes = bytes,
        .width_px = measure(plan, start, bytes),
        .gap_px = gap_px,
        .starts_line = starts_line,
    };
    return true;
}

/* Bytes of the longest beginning of a word that is no wider than the cut; at least one character,
 * and no mark is parted from what it stands on. */
static uint32_t cut_length(const struct plan *plan, uint32_t start, uint32_t bytes)
{
    const char *text = plan->text + start;
    size_t fits = 0, at = 0, next = 0;
    while (at < bytes) {
        (void)utf8_next(text, bytes, &next);
        do { /* marks stay on what is before them */
            at = next;
        } while (at < bytes && is_mark(utf8_next(text, bytes, &next)));
        next = at;
        if (fits > 0 && measure(plan, start, (uint32_t)at) > plan->cut_px) {
            break;
        }
        fits = at;
    }
    return (uint32_t)fits;
}

/* A word as it is, or in pieces that fit. */
static bool plan_pieces(struct plan *plan, uint32_t start, uint32_t bytes, bool starts_line,
                        int32_t gap_px)
{
    while (plan->cut_px > 0 && bytes > 0 && measure(plan, start, bytes) > plan->cut_px) {
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
static bool plan_parts(struct plan *plan, uint32_t start, uint32_t bytes, bool starts_line,
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
static bool joins_next(const struct plan *plan, uint32_t start, uint32_t end)
{
    const char *text = plan->text;
    size_t letter = start;
    uint32_t code = end > start ? utf8_next(text, end, &letter) : 0;
    bool is_letter = (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code >= 0xC0;
    if (!is_letter || letter != end || text[end] != ' ' || text[end + 1] == ' ') {
        return false;
    }
    uint32_t next = (uint32_t)strcspn(text + end + 1, " \n");
    return next > 0 && measure(plan, start, end + 1 + next - start) <= plan->width_px;
}

static bool plan_words(struct plan *plan)
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

/* Its width is the sum of its words. */
static struct text_line line_of(const struct plan *plan, uint32_t first, uint32_t last,
                                int32_t sum_px)
{
    const struct word *a = &plan->word[first];
    const struct word *b = &plan->word[last];
    return (struct text_line){a->start, b->start + b->bytes - a->start, sum_px};
}

/* Lines by added widths alone; fills lines[] when given. */
static uint32_t fill_planned(const struct plan *plan, int32_t width_px, struct text_line *lines)
{
    uint32_t count = 0;
    uint32_t first = 0;
    int32_t used_px = 0;
    for (uint32_t i = 0; i < plan->count; i++) {
        const struct word *w = &plan->word[i];
        bool fits = i > 0 && !w->starts_line && used_px + w->gap_px + w->width_px <= width_px;
        if (fits) {
            used_px += w->gap_px + w->width_px;
        } else {
            first = i;
            used_px = w->width_px;
            count++;
        }
        if (lines != NULL && count <= TEXT_LINE_MAX) {
            lines[count - 1] = line_of(plan, first, i, used_px);
        }
    }
    return count;
}

/* Lines by measuring each candidate as it would be drawn. Only near the edge can the sum and the
 * shaped line disagree about fitting, so only there is it asked. */
static uint32_t fill_measured(const struct plan *plan, int32_t width_px,
                              struct text_line lines[TEXT_LINE_MAX])
{
    uint32_t count = 0;
    uint32_t first = 0;
    int32_t used_px = 0;
    for (uint32_t i = 0; i < plan->count; i++) {
        const struct word *w = &plan->word[i];
        bool fits = false;
        if (i > 0 && !w->starts_line) {
            int32_t sum_px = used_px + w->gap_px + w->width_px;
            int32_t doubt = doubt_px(i - first + 1);
            fits = sum_px <= width_px - doubt;
            if (!fits && sum_px <= width_px + doubt) {
                struct text_line line = line_of(plan, first, i, sum_px);
                fits = measure(plan, line.start, line.bytes) <= width_px;
            }
            used_px = sum_px;
        }
        if (!fits) {
            first = i;
            used_px = w->width_px;
            count++;
        }
        if (count <= TEXT_LINE_MAX) {
            lines[count - 1] = line_of(plan, first, i, used_px);
        }
    }
    return count;
}

static void measure_lines(const struct plan *plan, struct text_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        lines[i].width_px = measure(plan, lines[i].start, lines[i].bytes);
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
static int32_t narrowest(const struct plan *plan, int32_t width_px, uint32_t count)
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
static bool ends_sentence(const struct plan *plan, const struct word *word)
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
static void join_sentences(struct plan *plan)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->count; i++) {
        const struct word word = plan->word[i];
        bool begins = i == 0 || word.starts_line || ends_sentence(plan, &plan->word[i - 1]);
        if (begins) {
            plan->word[count++] = word;
            continue;
        }
        struct word *sentence = &plan->word[count - 1];
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
static bool wrap_sentences(struct plan *plan, uint32_t count, struct text_line lines[TEXT_LINE_MAX])
{
    int32_t width_px = plan->width_px, doubt = doubt_px(plan->count);
    join_sentences(plan);
    if (plan->count < count || fill_planned(plan, width_px, NULL) != count) {
        return false;
    }
    struct text_line whole[TEXT_LINE_MAX];
    fill_planned(plan, narrowest(plan, width_px, count), whole);
    if (!sentences_stand(whole, count, width_px, doubt)) {
        return false;
    }
    measure_lines(plan, whole, count);
    if (!sentences_stand(whole, count, width_px, 0)) {
        return false;
    }
    memcpy(lines, whole, count * sizeof lines[0]);
    return true;
}

/* No line of the first is wider, as drawn, than the widest of the second, whose widths are sums. */
static bool is_no_wider(const struct plan *plan, const struct text_line *measured,
                        const struct text_line *planned, uint32_t count, int32_t doubt)
{
    int32_t widest_px = widest_of(measured, count);
    bool is_so = widest_px <= widest_of(planned, count) - doubt;
    for (uint32_t i = 0; !is_so && i < count; i++) {
        is_so = widest_px <= measure(plan, planned[i].start, planned[i].bytes);
    }
    return is_so;
}

/* Sentences are kept whole, else lines are even, else they stay as they are. The even ones are kept
 * only where the lines as drawn are as many, and no wider than before. */
static void balance(struct plan *plan, uint32_t count, struct text_line lines[TEXT_LINE_MAX])
{
    struct text_line even[TEXT_LINE_MAX];
    int32_t doubt = doubt_px(plan->count);
    uint32_t planned = fill_planned(plan, narrowest(plan, plan->width_px, count), even);
    if (wrap_sentences(plan, count, lines)) {
        return;
    }
    bool is_kept = planned == count;
    if (is_kept) {
        measure_lines(plan, even, count);
        is_kept = is_no_wider(plan, even, lines, count, doubt);
    }
    if (is_kept) {
        memcpy(lines, even, count * sizeof lines[0]);
    } else {
        measure_lines(plan, lines, count);
    }
}

/* Letters are so many that they would not stand on one line. */
static bool is_wider(const struct plan *plan, uint32_t start, uint32_t end)
{
    int64_t letters = 0;
    for (uint32_t i = start; i < end; i++) {
        letters += ((uint8_t)plan->text[i] & 0xC0) != 0x80; /* where one begins */
    }
    return letters * plan->font.em_px * LETTER_PERCENT / 100 > plan->width_px;
}

/* A text that stands on one line is measured as that line, and none of its words is. */
static bool stands_whole(const struct plan *plan, struct text_line *line)
{
    const char *text = plan->text;
    uint32_t start = (uint32_t)strspn(text, " "), end = (uint32_t)strlen(text);
    while (end > start && text[end - 1] == ' ') {
        end--;
    }
    if (end == start || end - start > WHOLE_BYTES_MAX || strchr(text, '\n') != NULL ||
        is_wider(plan, start, end)) {
        return false;
    }
    *line = (struct text_line){start, end - start, measure(plan, start, end - start)};
    return line->width_px <= plan->width_px;
}

/* Lines whose widths are sums, or, of a text that stands on one, measured. */
static uint32_t plan_lines(struct plan *plan, struct text_line lines[TEXT_LINE_MAX])
{
    if (stands_whole(plan, &lines[0])) {
        return 1;
    }
    uint32_t count =
        plan_words(plan) ? fill_measured(plan, plan->width_px, lines) : TEXT_LINE_MAX + 1;
    return count <= TEXT_LINE_MAX ? count : TEXT_LINE_MAX + 1;
}

/* How a text is set; what is kept of it differs. */
enum way { WAY_EVEN, WAY_PLAIN, WAY_HARD, WAY_COUNT, WAY_KINDS };

static bool holds_words(const struct plan *plan)
{
    for (uint32_t i = 0; i < plan->count; i++) {
        if (plan->word[i].width_px > plan->width_px) {
            return false;
        }
    }
    return true;
}

static uint32_t wrap(const struct text_ops *ops, const struct text_column *column, const char *text,
                     enum way way, struct text_line lines[TEXT_LINE_MAX], bool *holds)
{
    /* The plan is large, and written before it is read. */
    NOT_ZEROED struct plan plan;
    plan.ops = ops;
    plan.font = column->font;
    plan.language = column->language;
    plan.text = text;
    plan.width_px = column->width_px;
    plan.cut_px = way == WAY_HARD ? column->width_px : 0;
    plan.count = 0;
    uint32_t count = plan_lines(&plan, lines);
    *holds = count <= TEXT_LINE_MAX && holds_words(&plan);
    if (count > TEXT_LINE_MAX || way == WAY_COUNT) {
        return count;
    }
    if (way == WAY_EVEN && count > 1) {
        balance(&plan, count, lines);
    } else {
        measure_lines(&plan, lines, count);
    }
    return count;
}

/* A text breaks differently in another column, and may in another language. */
static uint64_t key_of(const struct text_column *column, const char *text, enum way way)
{
    uint32_t kind = (uint32_t)column->width_px * WAY_KINDS + (uint32_t)way;
    uint64_t key = text_key(column->font, kind, text, strlen(text));
    const char *tag = column->language != NULL ? column->language->tag : "";
    return key ^ text_key((struct font){0}, 0, tag, strlen(tag));
}

/* The same, kept. */
static uint32_t wrap_kept(const struct text_ops *ops, const struct text_column *column,
                          const char *text, enum way way, struct text_line lines[TEXT_LINE_MAX],
                          bool *holds)
{
    assert(ops != NULL && text != NULL);
    if (ops->kept == NULL) {
        return wrap(ops, column, text, way, lines, holds);
    }
    uint64_t key = key_of(column, text, way);
    struct text_wrap_kept *kept = &ops->kept->wrap[(key ^ key >> 32) % TEXT_WRAP_MAX];
    const bool counts = way == WAY_COUNT;
    if (kept->key != key) {
        uint32_t count = wrap(ops, column, text, way, lines, holds);
        if (counts || count <= TEXT_WRAP_LINE_MAX) {
            kept->key = key;
            kept->count = count;
            kept->holds = *holds;
            memcpy(kept->line, lines, (counts ? 0 : count) * sizeof lines[0]);
        }
        return count;
    }
    *holds = kept->holds;
    memcpy(lines, kept->line, (counts ? 0 : kept->count) * sizeof lines[0]);
    return kept->count;
}

uint32_t text_wrap(const struct text_ops *ops, const struct text_column *column, const char *text,
                   struct text_line lines[TEXT_LINE_MAX])
{
    bool holds;
    return wrap_kept(ops, column, text, column->balance ? WAY_EVEN : WAY_PLAIN, lines, &holds);
}

uint32_t text_wrap_hard(const struct text_ops *ops, const struct text_column *column,
                        const char *text, struct text_line lines[TEXT_LINE_MAX])
{
    bool holds;
    assert(column->width_px > 0);
    return wrap_kept(ops, column, text, WAY_HARD, lines, &holds);
}

uint32_t text_lines(const struct text_ops *ops, const struct text_column *column, const char *text,
                    bool *holds)
{
    struct text_line planned[TEXT_LINE_MAX];
    return wrap_kept(ops, column, text, WAY_COUNT, planned, holds);
}
