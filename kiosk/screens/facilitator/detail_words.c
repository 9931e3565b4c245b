/* SPDX-License-Identifier: MIT */
/* What may be said of one question. The claim is the keeper's; here are only its words, and the
 * limits that always stand beside them. */
#include "screens/facilitator/detail.h"

#include <assert.h>
#include <string.h>

static bool is_claim(enum verdict verdict)
{
    return verdict == VERDICT_UP || verdict == VERDICT_DOWN;
}

static void add(struct detail_sentences *sentences, const char *text)
{
    assert(sentences->count < DETAIL_SENTENCE_MAX);
    sentences->text[sentences->count++] = text;
}

static const char *claim_words(const struct app *app, struct ui *ui, const struct line_view *view)
{
    char a[NUMBER_BYTES], b[NUMBER_BYTES];
    struct text_arg args[] = {{"a", number_digits(app, a, view->first)},
                              {"b", number_digits(app, b, view->last)},
                              {"month", month_words(app, ui, view->first_month)}};
    bool up = view->verdict == VERDICT_UP;
    return fill(app, ui, up ? MSG_DETAIL_CAN_UP : MSG_DETAIL_CAN_DOWN, args, 3);
}

void detail_can(const struct app *app, struct ui *ui, uint32_t question,
                struct detail_sentences *can)
{
    struct lines lines = lines_view(app);
    uint32_t line = lines_question(&lines, question);
    const struct line_view *view = lines.line[line].view;
    *can = (struct detail_sentences){.count = 0};
    add(can, is_claim(view->verdict) ? claim_words(app, ui, view) : trends_say(app, ui, line));
    if (lines.line[line].count > 0) {
        add(can, word(app, MSG_DETAIL_CAN_BAND));
    }
}

/* "About 12 looks in 100" is the figure of seven questions, and speaks of a change. */
void detail_cannot(const struct app *app, uint32_t question, struct detail_sentences *cannot)
{
    struct lines lines = lines_view(app);
    enum verdict verdict = lines.line[lines_question(&lines, question)].view->verdict;
    *cannot = (struct detail_sentences){.count = 0};
    add(cannot, word(app, MSG_DETAIL_CANNOT_WHO));
    add(cannot, word(app, MSG_DETAIL_CANNOT_WHY));
    add(cannot, word(app, MSG_DETAIL_CANNOT_ONE));
    if (is_claim(verdict) && app_question_count(app) == PACK_QUESTION_MAX) {
        add(cannot, word(app, MSG_DETAIL_CANNOT_LUCK));
    }
    add(cannot, word(app, MSG_DETAIL_CANNOT_SAID));
}

const char *detail_share(const struct app *app, struct ui *ui, const struct band *band,
                         const char **spoken)
{
    static const char NUMBER[] = "{b}";
    if (!band->readable) {
        *spoken = word(app, MSG_DETAIL_WIDE);
        return *spoken;
    }
    char b[NUMBER_BYTES];
    struct text_arg arg = {"b", number_digits(app, b, band->centre)};
    *spoken = fill(app, ui, MSG_DETAIL_SHARE, &arg, 1);
    const char *words = word(app, MSG_DETAIL_SHARE);
    if (strncmp(words, NUMBER, sizeof(NUMBER) - 1) != 0) {
        return *spoken;
    }
    words += sizeof(NUMBER) - 1;
    return words + strspn(words, " ");
}

const char *detail_band(const struct app *app, struct ui *ui, const struct band *band)
{
    char low[NUMBER_BYTES], high[NUMBER_BYTES];
    struct text_arg args[] = {{"low", number_digits(app, low, band->low)},
                              {"high", number_digits(app, high, band->high)}};
    return fill(app, ui, MSG_DETAIL_BAND, args, 2);
}

bool detail_has(const struct app *app, uint32_t question)
{
    struct lines lines = lines_view(app);
    bool on = (app->settings.choice.question_off >> question & 1) == 0;
    return on || lines.line[lines_question(&lines, question)].count > 0;
}

uint32_t detail_next(const struct app *app, uint32_t question, int32_t direction)
{
    int32_t count = (int32_t)app->config.pack->question_count;
    for (int32_t i = (int32_t)question + direction; i >= 0 && i < count; i += direction) {
        if (detail_has(app, (uint32_t)i)) {
            return (uint32_t)i;
        }
    }
    return question;
}
