/* SPDX-License-Identifier: MIT */
/* What is said of several lines at once: of a theme with its questions, and of all lines. */
#include "report/lines.h"

#include <assert.h>
#include <string.h>

static enum grade grade_of(const struct lines *lines, uint32_t line)
{
    return lines->line[line].view->claim.grade;
}

/* Appends a sentence, and a blank before the sentence unless the sentence is the first. */
static void add_sentence(char out[LINES_TEXT_BYTES], const char *text)
{
    size_t length = strlen(out), bytes = strlen(text), blank = length > 0 ? 1 : 0;
    assert(length + blank + bytes < LINES_TEXT_BYTES);
    memcpy(out + length, " ", blank);
    memcpy(out + length + blank, text, bytes + 1);
}

/* Returns whether a question is alone in its theme. Its numbers are the theme's then, and are told
 * once, with the theme. */
static bool is_told_by_theme(const struct lines *lines, uint32_t line)
{
    uint32_t themes = lines->pack->theme_count;
    if (line <= themes) {
        return false;
    }
    uint32_t questions[PACK_QUESTION_MAX];
    uint32_t theme = lines->pack->question[line - 1 - themes].theme;
    return lines_theme_questions(lines, theme, questions) == 1;
}

const char *lines_say_theme(const struct lines *lines, uint32_t theme, char out[LINES_TEXT_BYTES])
{
    char sentence[LINES_TEXT_BYTES];
    out[0] = '\0';
    add_sentence(out, lines_say(lines, lines_theme(theme), sentence));
    uint32_t questions[PACK_QUESTION_MAX];
    uint32_t count = lines_theme_questions(lines, theme, questions);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t line = lines_question(lines, questions[i]);
        if (grade_of(lines, line) == GRADE_CHANGED && !is_told_by_theme(lines, line)) {
            add_sentence(out, lines_say(lines, line, sentence));
        }
    }
    return out;
}

/* Returns whether a line of that grade is told. A line that leans is told only where its numbers
 * can be read. */
static bool is_told(const struct lines *lines, uint32_t line, enum grade grade)
{
    return grade_of(lines, line) == grade && !is_told_by_theme(lines, line) &&
           (grade == GRADE_CHANGED || lines_is_readable(lines, line));
}

/* Returns the strongest of the lines with that grade. *count says how many lines have the grade. */
static uint32_t strongest(const struct lines *lines, enum grade grade, uint32_t *count)
{
    uint32_t best = LINES_ALL, most = 0;
    *count = 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        const uint32_t strength = lines->line[i].view->claim.strength;
        if (is_told(lines, i, grade)) {
            best = *count == 0 || strength > most ? i : best;
            most = *count == 0 || strength > most ? strength : most;
            (*count)++;
        }
    }
    return best;
}

uint32_t lines_headline_line(const struct lines *lines)
{
    uint32_t count;
    const uint32_t changed = strongest(lines, GRADE_CHANGED, &count);
    return count > 0 ? changed : strongest(lines, GRADE_LEANING, &count);
}

uint32_t lines_headline_theme(const struct lines *lines, uint32_t otherwise)
{
    const uint32_t line = lines_headline_line(lines), themes = lines->pack->theme_count;
    if (line == LINES_ALL) {
        return otherwise;
    }
    return line <= themes ? line - 1 : lines->pack->question[line - 1 - themes].theme;
}

static const char *head_change(const struct lines *lines, uint32_t line, enum message_id id,
                               struct month month, char out[LINES_TEXT_BYTES])
{
    char subject[LINES_TEXT_BYTES], when[LINES_TEXT_BYTES];
    const struct text_arg args[] = {{"subject", lines_subject(lines, line, subject)},
                                    {"month", lines_month(lines, month, when)}};
    text_format(out, LINES_TEXT_BYTES, catalog_text(lines->words.catalog, id), args, 2);
    return out;
}

static const char *head_changed(const struct lines *lines, uint32_t line, uint32_t others,
                                char out[LINES_TEXT_BYTES])
{
    const struct line_view *view = lines->line[line].view;
    head_change(lines, line, view->claim.up ? MSG_TRENDS_HEAD_UP : MSG_TRENDS_HEAD_DOWN,
                view->since_month, out);
    if (others > 0) {
        char n[NUMBER_BYTES], sentence[LINES_TEXT_BYTES];
        const struct text_arg arg = {"n", lines_number(lines, others, n)};
        text_format(sentence, sizeof(sentence),
                    catalog_plural(lines->words.catalog, MSG_TRENDS_HEAD_OTHERS, others), &arg, 1);
        add_sentence(out, sentence);
    }
    return out;
}

/* Says that all together stay the same, and adds a sentence where a line could not be judged,
 * because that line may have changed. */
static const char *head_same(const struct lines *lines, char out[LINES_TEXT_BYTES])
{
    lines_say_over(lines, LINES_ALL, MSG_TRENDS_HEAD_SAME, out);
    bool is_hidden = false;
    for (uint32_t i = LINES_ALL + 1; i < lines->count; i++) {
        is_hidden = is_hidden || grade_of(lines, i) == GRADE_NOT_YET;
    }
    if (is_hidden) {
        add_sentence(out, catalog_text(lines->words.catalog, MSG_TRENDS_HEAD_HIDDEN));
    }
    return out;
}

/* Says the first of these that holds: a line has changed, a line leans, what all together say. */
const char *lines_headline(const struct lines *lines, char out[LINES_TEXT_BYTES])
{
    uint32_t count;
    uint32_t line = strongest(lines, GRADE_CHANGED, &count);
    if (count > 0) {
        return head_changed(lines, line, count - 1, out);
    }
    line = strongest(lines, GRADE_LEANING, &count);
    if (count > 0) {
        const struct line_view *view = lines->line[line].view;
        return head_change(lines, line,
                           view->claim.up ? MSG_TRENDS_HEAD_LEAN_UP : MSG_TRENDS_HEAD_LEAN_DOWN,
                           view->first_month, out);
    }
    switch (grade_of(lines, LINES_ALL)) {
    case GRADE_STEADY:
        return head_same(lines, out);
    case GRADE_NOT_YET:
        return lines_say_not_yet(lines, LINES_ALL, out);
    case GRADE_NONE:
    case GRADE_CHANGED:
        break;
    case GRADE_LEANING: /* all together lean, and their numbers cannot be read */
        return lines_say(lines, LINES_ALL, out);
    }
    return catalog_text(lines->words.catalog, MSG_TRENDS_SAY_FEW);
}
