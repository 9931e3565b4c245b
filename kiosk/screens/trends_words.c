/* SPDX-License-Identifier: MIT */
/* What may be said of a line and of all of them. The keeper judges (core/line.c); this only finds
 * the words, so a screen cannot claim more than the numbers do. */
#include "core/pack_words.h"
#include "screens/trends.h"

#include <assert.h>
#include <string.h>

enum {
    LINE_ALL_INDEX = 0,
    HEAD_CLAIM_MAX = 2, /* more claims are told as one */
    TEXT_BYTES = 1024,
};

uint32_t trends_theme_line(uint32_t theme)
{
    return 1 + theme;
}

uint32_t trends_question_line(const struct app *app, uint32_t question)
{
    return 1 + app->config.pack->theme_count + question;
}

static const struct point *newest_of(const struct line_data *line)
{
    return line->count > 0 ? &line->point[line->count - 1] : NULL;
}

bool trends_is_readable(const struct line_data *line)
{
    const struct point *newest = newest_of(line);
    return newest != NULL && newest->band.readable;
}

uint32_t trends_theme_questions(const struct app *app, uint32_t theme,
                                uint32_t questions[PACK_QUESTION_MAX])
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        bool on = (app->settings.question_off >> i & 1) == 0;
        bool asked = app->line[trends_question_line(app, i)].count > 0;
        if (app->config.pack->question[i].theme == theme && (on || asked)) {
            questions[count++] = i;
        }
    }
    return count;
}

bool trends_stands_in(const struct app *app, uint32_t theme)
{
    uint32_t questions[PACK_QUESTION_MAX];
    uint32_t count = trends_theme_questions(app, theme, questions);
    for (uint32_t i = 0; i < count; i++) {
        if (trends_is_readable(&app->line[trends_question_line(app, questions[i])])) {
            return false;
        }
    }
    return trends_is_readable(&app->line[trends_theme_line(theme)]);
}

static const char *all_seven(const struct app *app, struct ui *ui, enum message_id id)
{
    struct text_arg arg = {"seven", number_word(app, app_question_count(app), false)};
    return fill(app, ui, id, &arg, 1);
}

const char *trends_subject(const struct app *app, struct ui *ui, uint32_t line)
{
    uint32_t themes = app->config.pack->theme_count;
    if (line == LINE_ALL_INDEX) {
        return all_seven(app, ui, MSG_TRENDS_ALL);
    }
    return line <= themes ? theme_word(app, line - 1)
                          : pack_words_subject(&app->config.pack->question[line - 1 - themes],
                                               app_catalog(app));
}

static bool is_claim(enum verdict verdict)
{
    return verdict == VERDICT_UP || verdict == VERDICT_DOWN;
}

static bool is_lean(enum verdict verdict)
{
    return verdict == VERDICT_LEAN_UP || verdict == VERDICT_LEAN_DOWN;
}

static const char *over_words(const struct app *app, struct ui *ui, const struct line_view *view)
{
    switch (app->period) {
    case PERIOD_THREE:
        return word(app, MSG_TRENDS_OVER_1);
    case PERIOD_YEAR:
        return word(app, MSG_TRENDS_OVER_2);
    case PERIOD_ALL:
    case PERIOD_COUNT:
        break;
    }
    struct text_arg arg = {"month", month_words(app, ui, view->first_month)};
    return fill(app, ui, MSG_TRENDS_OVER_3, &arg, 1);
}

const char *trends_say(const struct app *app, struct ui *ui, uint32_t line)
{
    const struct line_view *view = &app->line[line].view;
    enum message_id id = MSG_TRENDS_SAY_WIDE;
    switch (view->verdict) {
    case VERDICT_ONE:
        return word(app, MSG_TRENDS_SAY_ONE);
    case VERDICT_NONE:
    case VERDICT_WIDE:
        return word(app, MSG_TRENDS_SAY_WIDE);
    case VERDICT_UP:
        id = MSG_TRENDS_SAY_UP;
        break;
    case VERDICT_DOWN:
        id = MSG_TRENDS_SAY_DOWN;
        break;
    case VERDICT_LEAN_UP:
        id = MSG_TRENDS_SAY_LEAN_UP;
        break;
    case VERDICT_LEAN_DOWN:
        id = MSG_TRENDS_SAY_LEAN_DOWN;
        break;
    case VERDICT_SAME: {
        struct text_arg same[] = {{"subject", trends_subject(app, ui, line)},
                                  {"over", over_words(app, ui, view)}};
        return fill(app, ui, MSG_TRENDS_SAY_SAME, same, 2);
    }
    }
    char a[NUMBER_BYTES], b[NUMBER_BYTES];
    struct text_arg args[] = {{"subject", trends_subject(app, ui, line)},
                              {"a", number_digits(app, a, view->first)},
                              {"b", number_digits(app, b, view->last)}};
    return fill(app, ui, id, args, 3);
}

/* Sentences one after another. */
struct sentences {
    char text[TEXT_BYTES];
    size_t length;
};

static void add_sentence(struct sentences *sentences, const char *text)
{
    size_t bytes = strlen(text), blank = sentences->length > 0 ? 1 : 0;
    assert(sentences->length + blank + bytes < sizeof(sentences->text));
    if (blank > 0) {
        sentences->text[sentences->length++] = ' ';
    }
    memcpy(sentences->text + sentences->length, text, bytes);
    sentences->length += bytes;
}

static const char *keep_sentences(struct ui *ui, const struct sentences *sentences)
{
    return frame_text_bytes(ui->frame, sentences->text, sentences->length);
}

/* A question alone in its theme has the theme's numbers: they are told once, by the theme. */
static bool is_told_by_theme(const struct app *app, uint32_t line)
{
    uint32_t themes = app->config.pack->theme_count;
    if (line <= themes) {
        return false;
    }
    uint32_t questions[PACK_QUESTION_MAX];
    uint32_t theme = app->config.pack->question[line - 1 - themes].theme;
    return trends_theme_questions(app, theme, questions) == 1;
}

const char *trends_say_theme(const struct app *app, struct ui *ui, uint32_t theme)
{
    struct sentences sentences = {.length = 0};
    add_sentence(&sentences, trends_say(app, ui, trends_theme_line(theme)));
    uint32_t questions[PACK_QUESTION_MAX];
    uint32_t count = trends_theme_questions(app, theme, questions);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t line = trends_question_line(app, questions[i]);
        if (is_claim(app->line[line].view.verdict) && !is_told_by_theme(app, line)) {
            add_sentence(&sentences, trends_say(app, ui, line));
        }
    }
    return keep_sentences(ui, &sentences);
}

/* What all lines together show. */
struct survey {
    uint32_t claims;
    uint32_t claim[LINE_MAX];
    uint32_t compared; /* lines with two readings apart */
    uint32_t leaning;
    bool parts_exist;    /* a theme or a question has points */
    bool parts_readable; /* and its newest can be read */
};

static void survey_lines(const struct app *app, struct survey *survey)
{
    *survey = (struct survey){.claims = 0};
    for (uint32_t i = 0; i < app->line_count; i++) {
        const struct line_data *line = &app->line[i];
        if (i != LINE_ALL_INDEX && line->count > 0) {
            survey->parts_exist = true;
            survey->parts_readable = survey->parts_readable || trends_is_readable(line);
        }
        enum verdict verdict = line->view.verdict;
        if (is_claim(verdict) && !is_told_by_theme(app, i)) {
            survey->claim[survey->claims++] = i;
        }
        survey->leaning += is_lean(verdict);
        survey->compared += is_claim(verdict) || is_lean(verdict) || verdict == VERDICT_SAME;
    }
}

static const char *head_claims(const struct app *app, struct ui *ui, const struct survey *survey)
{
    struct sentences sentences = {.length = 0};
    for (uint32_t i = 0; i < survey->claims; i++) {
        uint32_t line = survey->claim[i];
        bool up = app->line[line].view.verdict == VERDICT_UP;
        struct text_arg arg = {"subject", trends_subject(app, ui, line)};
        add_sentence(&sentences,
                     fill(app, ui, up ? MSG_TRENDS_HEAD_UP : MSG_TRENDS_HEAD_DOWN, &arg, 1));
    }
    add_sentence(&sentences, word(app, MSG_TRENDS_HEAD_REST));
    return keep_sentences(ui, &sentences);
}

/* The first condition that holds. A claim is news in a small room too; what cannot be read yet
 * comes before everything, and "about the same" last, only when something was compared. */
const char *trends_headline(const struct app *app, struct ui *ui)
{
    struct survey survey;
    survey_lines(app, &survey);
    if (!trends_is_readable(&app->line[LINE_ALL_INDEX])) {
        return word(app, MSG_TRENDS_HEAD_WAIT);
    }
    if (survey.claims > HEAD_CLAIM_MAX) {
        return word(app, MSG_TRENDS_HEAD_MANY);
    }
    if (survey.claims > 0) {
        return head_claims(app, ui, &survey);
    }
    if (survey.parts_exist && !survey.parts_readable) {
        return all_seven(app, ui, MSG_TRENDS_HEAD_SMALL);
    }
    if (survey.compared == 0) {
        return word(app, MSG_TRENDS_HEAD_FIRST);
    }
    return word(app, survey.leaning > 0 ? MSG_TRENDS_HEAD_LEAN : MSG_TRENDS_HEAD_SAME);
}

const char *trends_measure(const struct app *app)
{
    bool three = app->line[LINE_ALL_INDEX].view.pool_blocks > 1;
    return word(app, three ? MSG_TRENDS_MEASURE_THREE : MSG_TRENDS_MEASURE);
}

const char *trends_spoken(const struct app *app, struct ui *ui, uint32_t line)
{
    const struct line_data *data = &app->line[line];
    const char *say = trends_say(app, ui, line);
    if (!trends_is_readable(data)) {
        return word(app, MSG_TRENDS_SAY_WIDE);
    }
    const struct point *newest = newest_of(data);
    char b[NUMBER_BYTES], low[NUMBER_BYTES], high[NUMBER_BYTES];
    struct text_arg args[] = {{"subject", trends_subject(app, ui, line)},
                              {"first", month_words(app, ui, data->point[0].month_from)},
                              {"last", month_words(app, ui, newest->month)},
                              {"b", number_digits(app, b, newest->band.centre)},
                              {"low", number_digits(app, low, newest->band.low)},
                              {"high", number_digits(app, high, newest->band.high)},
                              {"sentence", say}};
    return fill(app, ui, MSG_TRENDS_PLOT_S, args, sizeof(args) / sizeof(args[0]));
}

const struct pack_item *trends_prompt(const struct app *app)
{
    const struct pack *pack = app->config.pack;
    uint32_t theme = app->talk_theme >= 0 ? (uint32_t)app->talk_theme : 0;
    uint32_t chosen = app->talk_prompt >= 0 ? (uint32_t)app->talk_prompt : 0;
    if (chosen < pack->prompt_count && pack->prompt[chosen].theme == theme) {
        return &pack->prompt[chosen];
    }
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        if (pack->prompt[i].theme == theme) {
            return &pack->prompt[i];
        }
    }
    assert(!"a theme has a prompt"); /* the pack reader refuses any other */
    return NULL;
}
