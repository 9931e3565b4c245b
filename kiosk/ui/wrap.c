/* SPDX-License-Identifier: MIT */
/* Words are measured once; lines are then planned by adding widths up. Shaping a whole line can
 * differ from the sum by rounding, so each planned line is measured as it will be drawn before it
 * is believed. Measuring costs by the letter, and is most of what a new screen costs: so nothing is
 * measured whose outcome the sums already tell, and what is known is kept. */
#include "ui/wrap.h"

#include <assert.h>
#include <string.h>

enum {
    LETTER_PERCENT = 45,   /* of an em, roughly: what is wider by that is not tried whole */
    WHOLE_BYTES_MAX = 256, /* nor what is longer than any line */
};

/* Lines by measuring each candidate as it would be drawn. Only near the edge can the sum and the
 * shaped line disagree about fitting, so only there is it asked; and what was measured is what the
 * next word is added to. */
static uint32_t fill_measured(const struct wrap_plan *plan, int32_t width_px,
                              struct text_line lines[TEXT_LINE_MAX])
{
    uint32_t count = 0;
    uint32_t first = 0, parts = 0; /* parts: that used_px is the sum of */
    int32_t used_px = 0;
    for (uint32_t i = 0; i < plan->count; i++) {
        const struct wrap_word *w = &plan->word[i];
        bool fits = false;
        if (i > 0 && !w->starts_line) {
            used_px += w->gap_px + w->width_px;
            int32_t doubt = wrap_doubt_px(++parts);
            fits = used_px <= width_px - doubt;
            if (!fits && used_px <= width_px + doubt) {
                struct text_line line = wrap_line(plan, first, i, used_px);
                used_px = wrap_measure(plan, line.start, line.bytes);
                parts = 1;
                fits = used_px <= width_px;
            }
        }
        if (!fits) {
            first = i;
            used_px = w->width_px;
            parts = 1;
            count++;
        }
        if (count <= TEXT_LINE_MAX) {
            lines[count - 1] = wrap_line(plan, first, i, used_px);
        }
    }
    return count;
}

/* Letters are so many that they would not stand on one line. */
static bool is_wider(const struct wrap_plan *plan, uint32_t start, uint32_t end)
{
    int64_t letters = 0;
    for (uint32_t i = start; i < end; i++) {
        letters += ((uint8_t)plan->text[i] & 0xC0) != 0x80; /* where one begins */
    }
    return letters * plan->font.em_px * LETTER_PERCENT / 100 > plan->width_px;
}

/* A text that stands on one line is measured as that line, and none of its words is. */
static bool stands_whole(const struct wrap_plan *plan, struct text_line *line)
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
    *line = (struct text_line){start, end - start, wrap_measure(plan, start, end - start)};
    return line->width_px <= plan->width_px;
}

/* Lines whose widths are sums, or, of a text that stands on one, measured. */
static uint32_t plan_lines(struct wrap_plan *plan, struct text_line lines[TEXT_LINE_MAX])
{
    if (stands_whole(plan, &lines[0])) {
        return 1;
    }
    uint32_t count =
        wrap_words(plan) ? fill_measured(plan, plan->width_px, lines) : TEXT_LINE_MAX + 1;
    return count <= TEXT_LINE_MAX ? count : TEXT_LINE_MAX + 1;
}

/* How a text is set; what is kept of it differs. */
enum way { WAY_EVEN, WAY_PLAIN, WAY_HARD, WAY_COUNT, WAY_KINDS };

static bool holds_words(const struct wrap_plan *plan)
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
    NOT_ZEROED struct wrap_plan plan;
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
        wrap_even(&plan, count, lines);
    } else if (way == WAY_PLAIN && count > 1) {
        wrap_plain(&plan, count, lines);
    } else {
        wrap_measure_lines(&plan, lines, count);
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
