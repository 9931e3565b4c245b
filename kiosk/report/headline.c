/* SPDX-License-Identifier: MIT */
/* Several lines in one breath: a theme with its questions, and all of them. */
#include "report/lines.h"

#include <assert.h>
#include <string.h>

enum { HEAD_CLAIM_MAX = 2 }; /* more claims are told as one */

static bool is_claim(enum verdict verdict)
{
    return verdict == VERDICT_UP || verdict == VERDICT_DOWN;
}

static bool is_lean(enum verdict verdict)
{
    return verdict == VERDICT_LEAN_UP || verdict == VERDICT_LEAN_DOWN;
}

/* Appends a sentence, after a blank when it is not the first. */
static void add_sentence(char out[LINES_TEXT_BYTES], const char *text)
{
    size_t length = strlen(out), bytes = strlen(text), blank = length > 0 ? 1 : 0;
    assert(length + blank + bytes < LINES_TEXT_BYTES);
    memcpy(out + length, " ", blank);
    memcpy(out + length + blank, text, bytes + 1);
}

/* A question alone in its theme has the theme's numbers: they are told once, by the theme. */
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
        if (is_claim(lines->line[line].view->verdict) && !is_told_by_theme(lines, line)) {
            add_sentence(out, lines_say(lines, line, sentence));
        }
    }
    return out;
}

/* What all lines together show. */
struct survey {
    uint32_t claims;
    uint32_t claim[LINES_MAX];
    uint32_t compared; /* lines with two readings apart */
    uint32_t leaning;
    bool parts_exist;    /* a theme or a question has points */
    bool parts_readable; /* and its newest can be read */
};

static void survey_lines(const struct lines *lines, struct survey *survey)
{
    *survey = (struct survey){.claims = 0};
    for (uint32_t i = 0; i < lines->count; i++) {
        if (i != LINES_ALL && lines->line[i].count > 0) {
            survey->parts_exist = true;
            survey->parts_readable = survey->parts_readable || lines_is_readable(lines, i);
        }
        enum verdict verdict = lines->line[i].view->verdict;
        if (is_claim(verdict) && !is_told_by_theme(lines, i)) {
            survey->claim[survey->claims++] = i;
        }
        survey->leaning += is_lean(verdict);
        survey->compared += is_claim(verdict) || is_lean(verdict) || verdict == VERDICT_SAME;
    }
}

static const char *head_claims(const struct lines *lines, const struct survey *survey,
                               char out[LINES_TEXT_BYTES])
{
    out[0] = '\0';
    for (uint32_t i = 0; i < survey->claims; i++) {
        uint32_t line = survey->claim[i];
        bool up = lines->line[line].view->verdict == VERDICT_UP;
        char subject[LINES_TEXT_BYTES], sentence[LINES_TEXT_BYTES];
        struct text_arg arg = {"subject", lines_subject(lines, line, subject)};
        text_format(
            sentence, sizeof(sentence),
            catalog_text(lines->words.catalog, up ? MSG_TRENDS_HEAD_UP : MSG_TRENDS_HEAD_DOWN),
            &arg, 1);
        add_sentence(out, sentence);
    }
    add_sentence(out, catalog_text(lines->words.catalog, MSG_TRENDS_HEAD_REST));
    return out;
}

/* The first condition that holds. A claim is news in a small room too; what cannot be read yet
 * comes before everything, and "about the same" last, only when something was compared. */
const char *lines_headline(const struct lines *lines, char out[LINES_TEXT_BYTES])
{
    struct survey survey;
    survey_lines(lines, &survey);
    if (!lines_is_readable(lines, LINES_ALL)) {
        return catalog_text(lines->words.catalog, MSG_TRENDS_HEAD_WAIT);
    }
    if (survey.claims > HEAD_CLAIM_MAX) {
        return catalog_text(lines->words.catalog, MSG_TRENDS_HEAD_MANY);
    }
    if (survey.claims > 0) {
        return head_claims(lines, &survey, out);
    }
    if (survey.parts_exist && !survey.parts_readable) {
        struct text_arg arg = {"seven", lines_number_word(lines)};
        text_format(out, LINES_TEXT_BYTES,
                    catalog_text(lines->words.catalog, MSG_TRENDS_HEAD_SMALL), &arg, 1);
        return out;
    }
    if (survey.compared == 0) {
        return catalog_text(lines->words.catalog, MSG_TRENDS_HEAD_FIRST);
    }
    return catalog_text(lines->words.catalog,
                        survey.leaning > 0 ? MSG_TRENDS_HEAD_LEAN : MSG_TRENDS_HEAD_SAME);
}
