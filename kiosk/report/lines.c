/* SPDX-License-Identifier: MIT */
/* What can be said of a line: its readings, its spans and the sentence of its claim. headline.c has
 * the headline over all lines. */
#include "report/lines.h"

#include "core/pack_words.h"

#include <assert.h>

struct line_id lines_id(const struct pack *pack, uint32_t line)
{
    const uint32_t themes = pack->theme_count;
    if (line == LINES_ALL) {
        return (struct line_id){LINE_ALL, 0};
    }
    return line <= themes ? (struct line_id){LINE_THEME, line - 1}
                          : (struct line_id){LINE_QUESTION, line - 1 - themes};
}

void lines_collect(struct lines *lines, const struct totals *totals, const struct trends *trends,
                   struct lines_store *store)
{
    lines->count = 1 + lines->pack->theme_count + lines->pack->question_count;
    for (uint32_t i = 0; i < lines->count; i++) {
        struct line_view *view = &store->view[i];
        struct point *point = store->point[i];
        const struct line_query query = {
            .line = lines_id(lines->pack, i), .period = lines->period, .max = LINES_POINT_MAX};
        uint32_t count = line_read(totals, trends, lines->pack, &query, view, point);
        lines->line[i] = (struct lines_line){.view = view, .point = point, .count = count};
    }
}

uint32_t lines_theme(uint32_t theme)
{
    return 1 + theme;
}

uint32_t lines_question(const struct lines *lines, uint32_t question)
{
    return 1 + lines->pack->theme_count + question;
}

const struct point *lines_newest(const struct lines *lines, uint32_t line)
{
    assert(line < lines->count);
    const struct lines_line *of = &lines->line[line];
    return of->count > 0 ? &of->point[of->count - 1] : NULL;
}

bool lines_is_readable(const struct lines *lines, uint32_t line)
{
    const struct point *newest = lines_newest(lines, line);
    return newest != NULL && newest->band.readable;
}

bool lines_is_blurred(const struct band *band)
{
    return !band->readable && band->high - band->low > TRENDS_WIDTH_MAX;
}

enum message_id lines_no_number(const struct lines *lines, uint32_t line, enum message_id blurred,
                                enum message_id few)
{
    const struct point *newest = lines_newest(lines, line);
    return newest != NULL && lines_is_blurred(&newest->band) ? blurred : few;
}

bool lines_is_asked(const struct lines *lines, uint32_t question)
{
    const bool on = (lines->question_off >> question & 1) == 0;
    return on || lines->line[lines_question(lines, question)].count > 0;
}

uint32_t lines_theme_questions(const struct lines *lines, uint32_t theme,
                               uint32_t questions[PACK_QUESTION_MAX])
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < lines->pack->question_count; i++) {
        if (lines->pack->question[i].theme == theme && lines_is_asked(lines, i)) {
            questions[count++] = i;
        }
    }
    return count;
}

bool lines_stands_in(const struct lines *lines, uint32_t theme)
{
    uint32_t questions[PACK_QUESTION_MAX];
    uint32_t count = lines_theme_questions(lines, theme, questions);
    for (uint32_t i = 0; i < count; i++) {
        if (lines_is_readable(lines, lines_question(lines, questions[i]))) {
            return false;
        }
    }
    return lines_is_readable(lines, lines_theme(theme));
}

static const char *word(const struct lines *lines, enum message_id id)
{
    return catalog_text(lines->words.catalog, id);
}

static const char *fill(const struct lines *lines, enum message_id id, const struct text_arg *args,
                        size_t count, char out[LINES_TEXT_BYTES])
{
    text_format(out, LINES_TEXT_BYTES, word(lines, id), args, count);
    return out;
}

const char *lines_number(const struct lines *lines, uint32_t n, char out[NUMBER_BYTES])
{
    return language_number(lines->words.language, out, n);
}

const char *lines_number_word(const struct lines *lines)
{
    static const enum message_id WORDS[] = {MSG_NUMBER_4, MSG_NUMBER_5, MSG_NUMBER_6, MSG_NUMBER_7};
    uint32_t n = 0;
    for (uint32_t i = 0; i < lines->pack->question_count; i++) {
        n += (lines->question_off >> i & 1) == 0;
    }
    assert(n >= PACK_QUESTION_MIN && n <= PACK_QUESTION_MAX);
    return word(lines, WORDS[n - PACK_QUESTION_MIN]);
}

static const char *month_year(const struct lines *lines, const char *name, uint32_t year,
                              char out[LINES_TEXT_BYTES])
{
    char digits[NUMBER_BYTES];
    struct text_arg args[] = {{"month", name}, {"year", lines_number(lines, year, digits)}};
    return fill(lines, MSG_MONTH_YEAR, args, 2, out);
}

const char *lines_month(const struct lines *lines, struct month month, char out[LINES_TEXT_BYTES])
{
    assert(month.month >= 1 && month.month <= 12);
    const char *name = word(lines, (enum message_id)(MSG_MONTH_LONG_1 + month.month - 1));
    return month_year(lines, name, month.year, out);
}

const char *lines_month_brief(const struct lines *lines, struct month month,
                              char out[LINES_TEXT_BYTES])
{
    assert(month.month >= 1 && month.month <= 12);
    const char *name = word(lines, (enum message_id)(MSG_MONTH_1 + month.month - 1));
    return month_year(lines, name, month.year, out);
}

static const char *share(const struct lines *lines, uint32_t n, enum message_id under,
                         enum message_id over, char out[LINES_TEXT_BYTES])
{
    char digits[NUMBER_BYTES];
    const bool is_under = n <= TRENDS_SHARE_MIN, is_over = n >= TRENDS_SHARE_MAX;
    const uint32_t end = is_under ? TRENDS_SHARE_MIN + 1 : is_over ? TRENDS_SHARE_MAX - 1 : n;
    const struct text_arg arg = {"n", lines_number(lines, end, digits)};
    const char *words = is_under ? word(lines, under) : is_over ? word(lines, over) : "{n}";
    text_format(out, LINES_TEXT_BYTES, words, &arg, 1);
    return out;
}

const char *lines_share(const struct lines *lines, uint32_t n, char out[LINES_TEXT_BYTES])
{
    return share(lines, n, MSG_TRENDS_UNDER, MSG_TRENDS_ABOVE, out);
}

const char *lines_share_brief(const struct lines *lines, uint32_t n, char out[LINES_TEXT_BYTES])
{
    return share(lines, n, MSG_TRENDS_UNDER_BRIEF, MSG_TRENDS_ABOVE_BRIEF, out);
}

const char *lines_subject(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES])
{
    uint32_t themes = lines->pack->theme_count;
    if (line == LINES_ALL) {
        struct text_arg arg = {"seven", lines_number_word(lines)};
        return fill(lines, MSG_TRENDS_ALL, &arg, 1, out);
    }
    return line <= themes ? pack_words_theme(&lines->pack->theme[line - 1], lines->words.catalog)
                          : pack_words_subject(&lines->pack->question[line - 1 - themes],
                                               lines->words.catalog);
}

static const char *over_words(const struct lines *lines, const struct line_view *view,
                              char out[LINES_TEXT_BYTES])
{
    char month[LINES_TEXT_BYTES];
    switch (lines->period) {
    case PERIOD_THREE:
        return word(lines, MSG_TRENDS_OVER_1);
    case PERIOD_YEAR:
        return word(lines, MSG_TRENDS_OVER_2);
    case PERIOD_ALL:
    case PERIOD_COUNT:
        break;
    }
    struct text_arg arg = {"month", lines_month(lines, view->first_month, month)};
    return fill(lines, MSG_TRENDS_OVER_3, &arg, 1, out);
}

/* Says a change between two numbers: since which month, or compared with which month. */
static const char *say_change(const struct lines *lines, uint32_t line, enum message_id id,
                              struct month month, char out[LINES_TEXT_BYTES])
{
    const struct claim_shown *claim = &lines->line[line].view->claim;
    char subject[LINES_TEXT_BYTES], when[LINES_TEXT_BYTES];
    char a[LINES_TEXT_BYTES], b[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"subject", lines_subject(lines, line, subject)},
                              {"month", lines_month(lines, month, when)},
                              {"a", lines_share(lines, claim->before, a)},
                              {"b", lines_share(lines, claim->after, b)}};
    return fill(lines, id, args, sizeof(args) / sizeof(args[0]), out);
}

const char *lines_say_over(const struct lines *lines, uint32_t line, enum message_id id,
                           char out[LINES_TEXT_BYTES])
{
    char subject[LINES_TEXT_BYTES], over[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"subject", lines_subject(lines, line, subject)},
                              {"over", over_words(lines, lines->line[line].view, over)}};
    return fill(lines, id, args, 2, out);
}

const char *lines_say_not_yet(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES])
{
    const struct claim_shown *claim = &lines->line[line].view->claim;
    char n[NUMBER_BYTES];
    struct text_arg arg = {"n", lines_number(lines, claim->blocks_needed, n)};
    switch (claim->reason) {
    case NOT_YET_FEW_BLOCKS:
        text_format(out, LINES_TEXT_BYTES,
                    catalog_plural(lines->words.catalog, MSG_TRENDS_SAY_SETS, claim->blocks_needed),
                    &arg, 1);
        return out;
    case NOT_YET_SHORT_PERIOD:
        return word(lines, MSG_TRENDS_SAY_SHORT);
    case NOT_YET_MUCH_BLUR:
        return word(lines, MSG_TRENDS_SAY_BLUR);
    case NOT_YET_FEW_ANSWERS:
    case NOT_YET_NOTHING:
        break;
    }
    return word(lines, MSG_TRENDS_SAY_FEW);
}

const char *lines_say(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES])
{
    const struct line_view *view = lines->line[line].view;
    const bool up = view->claim.up;
    switch (view->claim.grade) {
    case GRADE_CHANGED:
        return say_change(lines, line, up ? MSG_TRENDS_SAY_UP : MSG_TRENDS_SAY_DOWN,
                          view->since_month, out);
    case GRADE_LEANING:
        /* The sentence names two levels, so it is said only where the line can be read. */
        return lines_is_readable(lines, line)
                   ? say_change(lines, line, up ? MSG_TRENDS_SAY_LEAN_UP : MSG_TRENDS_SAY_LEAN_DOWN,
                                view->first_month, out)
                   : word(lines,
                          lines_no_number(lines, line, MSG_TRENDS_SAY_BLUR, MSG_TRENDS_SAY_FEW));
    case GRADE_STEADY:
        return lines_say_over(lines, line, MSG_TRENDS_SAY_SAME, out);
    case GRADE_NOT_YET:
        return lines_say_not_yet(lines, line, out);
    case GRADE_NONE:
        break;
    }
    return word(lines, MSG_TRENDS_SAY_WIDE);
}

const char *lines_grade(const struct lines *lines, uint32_t line)
{
    static const enum message_id WORDS[] = {[GRADE_NOT_YET] = MSG_TRENDS_GRADE_NOT_YET,
                                            [GRADE_STEADY] = MSG_TRENDS_GRADE_STEADY,
                                            [GRADE_LEANING] = MSG_TRENDS_GRADE_LEANING,
                                            [GRADE_CHANGED] = MSG_TRENDS_GRADE_CHANGED};
    const enum grade grade = lines->line[line].view->claim.grade;
    return grade == GRADE_NONE ? "" : word(lines, WORDS[grade]);
}

uint32_t lines_change(const struct lines *lines, uint32_t line)
{
    const struct line_view *view = lines->line[line].view;
    const uint32_t dropped = view->point_count - lines->line[line].count;
    const bool is_held = view->claim.grade == GRADE_CHANGED && view->claim.since > dropped;
    return is_held ? view->claim.since - dropped : 0;
}

const char *lines_since(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES])
{
    char month[LINES_TEXT_BYTES];
    struct text_arg arg = {"month", lines_month(lines, lines->line[line].view->since_month, month)};
    return fill(lines, MSG_TRENDS_SINCE, &arg, 1, out);
}

const char *lines_range(const struct lines *lines, const struct band *band,
                        char out[LINES_TEXT_BYTES])
{
    char low[LINES_TEXT_BYTES], high[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"low", lines_share(lines, band->low, low)},
                              {"high", lines_share(lines, band->high, high)}};
    return fill(lines, MSG_TRENDS_RANGE, args, 2, out);
}

const char *lines_value(const struct lines *lines, const struct band *band,
                        char out[LINES_TEXT_BYTES])
{
    char b[LINES_TEXT_BYTES], low[LINES_TEXT_BYTES], high[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"b", lines_share(lines, band->centre, b)},
                              {"low", lines_share(lines, band->low, low)},
                              {"high", lines_share(lines, band->high, high)}};
    return fill(lines, MSG_TRENDS_VALUE, args, 3, out);
}

const char *lines_spoken(const struct lines *lines, uint32_t line, char out[LINES_TEXT_BYTES])
{
    if (!lines_is_readable(lines, line)) {
        return lines_say(lines, line, out);
    }
    const struct point *newest = lines_newest(lines, line);
    struct month_span months = {0};
    for (const struct point *point = lines->line[line].point; point <= newest; point++) {
        month_span_add(&months, point->month);
    }
    char subject[LINES_TEXT_BYTES], first[LINES_TEXT_BYTES], last[LINES_TEXT_BYTES];
    char b[LINES_TEXT_BYTES], low[LINES_TEXT_BYTES], high[LINES_TEXT_BYTES];
    char sentence[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"subject", lines_subject(lines, line, subject)},
                              {"first", lines_month(lines, months.first, first)},
                              {"last", lines_month(lines, months.last, last)},
                              {"b", lines_share(lines, newest->band.centre, b)},
                              {"low", lines_share(lines, newest->band.low, low)},
                              {"high", lines_share(lines, newest->band.high, high)},
                              {"sentence", lines_say(lines, line, sentence)}};
    return fill(lines, MSG_TRENDS_PLOT_S, args, sizeof(args) / sizeof(args[0]), out);
}

const char *lines_series(const struct lines *lines, char out[LINES_TEXT_BYTES])
{
    const struct line_view *view = lines->line[LINES_ALL].view;
    if (!view->series_before) {
        return NULL;
    }
    char month[LINES_TEXT_BYTES];
    struct text_arg arg = {"month", lines_month(lines, view->series_month, month)};
    return fill(lines, MSG_TRENDS_SERIES, &arg, 1, out);
}
