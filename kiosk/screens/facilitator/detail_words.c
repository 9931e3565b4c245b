/* SPDX-License-Identifier: MIT */
/* What may be said of one question. The claim is the keeper's; here are only its words, and the
 * limits that always stand beside them. */
#include "screens/facilitator/detail.h"

#include <assert.h>
#include <string.h>

uint32_t detail_line(const struct app *app)
{
    struct lines lines = lines_view(app);
    return lines_question(&lines, detail_of(app)->question);
}

const struct point *detail_newest(const struct app *app)
{
    struct lines lines = lines_view(app);
    return lines_newest(&lines, detail_line(app));
}

static void add(struct detail_sentences *sentences, const char *text)
{
    assert(sentences->count < DETAIL_SENTENCE_MAX);
    sentences->text[sentences->count++] = text;
}

void detail_can(const struct app *app, struct ui *ui, uint32_t question,
                struct detail_sentences *can)
{
    struct lines lines = lines_view(app);
    uint32_t line = lines_question(&lines, question);
    *can = (struct detail_sentences){.count = 0};
    add(can, trends_words(app, ui, lines_say, line));
    if (lines.line[line].count > 0) {
        add(can, word(app, MSG_DETAIL_CAN_BAND));
    }
}

/* Luck is spoken of where a change is. */
void detail_cannot(const struct app *app, uint32_t question, struct detail_sentences *cannot)
{
    struct lines lines = lines_view(app);
    enum grade grade = lines.line[lines_question(&lines, question)].view->claim.grade;
    *cannot = (struct detail_sentences){.count = 0};
    add(cannot, word(app, MSG_DETAIL_CANNOT_WHO));
    add(cannot, word(app, MSG_DETAIL_CANNOT_WHY));
    add(cannot, word(app, MSG_DETAIL_CANNOT_ONE));
    if (grade == GRADE_CHANGED) {
        add(cannot, word(app, MSG_DETAIL_CANNOT_LUCK));
    }
    add(cannot, word(app, MSG_DETAIL_CANNOT_SAID));
}

const char *detail_share(const struct app *app, struct ui *ui, const struct band *band,
                         const char **spoken)
{
    static const char NUMBER[] = "{b}";
    if (!band->readable) {
        *spoken = word(app, lines_is_blurred(band) ? MSG_DETAIL_BLUR : MSG_DETAIL_WIDE);
        return *spoken;
    }
    struct lines lines = lines_view(app);
    char b[LINES_TEXT_BYTES];
    struct text_arg arg = {"b", lines_share(&lines, band->centre, b)};
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
    struct lines lines = lines_view(app);
    char low[LINES_TEXT_BYTES], high[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"low", lines_share(&lines, band->low, low)},
                              {"high", lines_share(&lines, band->high, high)}};
    return fill(app, ui, MSG_DETAIL_BAND, args, 2);
}

const char *detail_spoken(const struct app *app, struct ui *ui, const struct point *point)
{
    struct lines lines = lines_view(app);
    char b[LINES_TEXT_BYTES], low[LINES_TEXT_BYTES], high[LINES_TEXT_BYTES];
    const struct band *band = &point->band;
    const struct text_arg args[] = {{"months", month_words(app, ui, point->month)},
                                    {"b", lines_share(&lines, band->centre, b)},
                                    {"low", lines_share(&lines, band->low, low)},
                                    {"high", lines_share(&lines, band->high, high)}};
    const enum message_id id = band->readable           ? MSG_DETAIL_TABLE_HEADS_S
                               : lines_is_blurred(band) ? MSG_DETAIL_BLUR_S
                                                        : MSG_DETAIL_WIDE_S;
    return fill(app, ui, id, args, 4);
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
