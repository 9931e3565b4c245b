/* SPDX-License-Identifier: MIT */
/* What may be said of one question. The keeper makes the claim; this file has the words for it, and
 * the limits that always stand beside them. */
#include "screens/facilitator/detail.h"

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

void detail_can(const struct app *app, struct ui *ui, uint32_t question,
                struct detail_sentences *can)
{
    const struct lines lines = lines_view(app);
    const uint32_t line = lines_question(&lines, question);
    *can = (struct detail_sentences){
        .count = lines.line[line].count > 0 ? 2 : 1,
        .text = {trends_words(app, ui, lines_say, line), word(app, MSG_DETAIL_CAN_BAND)}};
}

void detail_cannot(const struct app *app, uint32_t question, struct detail_sentences *cannot)
{
    static const enum message_id LIMITS[] = {MSG_DETAIL_CANNOT_WHO, MSG_DETAIL_CANNOT_WHY,
                                             MSG_DETAIL_CANNOT_ONE, MSG_DETAIL_CANNOT_LUCK,
                                             MSG_DETAIL_CANNOT_SAID};
    const struct lines lines = lines_view(app);
    const enum grade grade = lines.line[lines_question(&lines, question)].view->claim.grade;
    *cannot = (struct detail_sentences){.count = 0};
    for (uint32_t i = 0; i < sizeof(LIMITS) / sizeof(LIMITS[0]); i++) {
        /* The words about luck stand beside a change alone. */
        if (LIMITS[i] != MSG_DETAIL_CANNOT_LUCK || grade == GRADE_CHANGED) {
            cannot->text[cannot->count++] = word(app, LIMITS[i]);
        }
    }
}

/* Fills in words for a point: its months, its share, the ends of its band. */
static const char *fill_point(const struct app *app, struct ui *ui, enum message_id id,
                              const struct point *point)
{
    const struct lines lines = lines_view(app);
    char b[LINES_TEXT_BYTES], low[LINES_TEXT_BYTES], high[LINES_TEXT_BYTES];
    const struct text_arg args[] = {{"months", month_words(app, ui, point->month)},
                                    {"b", lines_share(&lines, point->band.centre, b)},
                                    {"low", lines_share(&lines, point->band.low, low)},
                                    {"high", lines_share(&lines, point->band.high, high)}};
    return fill(app, ui, id, args, 4);
}

const char *detail_share(const struct app *app, struct ui *ui, const struct point *point,
                         const char **spoken)
{
    static const char NUMBER[] = "{b}";
    const char *words = word(app, MSG_DETAIL_SHARE);
    if (!point->band.readable) {
        *spoken = word(app, lines_is_blurred(&point->band) ? MSG_DETAIL_BLUR : MSG_DETAIL_WIDE);
        return *spoken;
    }
    *spoken = fill_point(app, ui, MSG_DETAIL_SHARE, point);
    if (strncmp(words, NUMBER, sizeof(NUMBER) - 1) != 0) {
        return *spoken;
    }
    words += sizeof(NUMBER) - 1;
    return words + strspn(words, " ");
}

const char *detail_band(const struct app *app, struct ui *ui, const struct point *point)
{
    return fill_point(app, ui, MSG_DETAIL_BAND, point);
}

const char *detail_spoken(const struct app *app, struct ui *ui, const struct point *point)
{
    return fill_point(app, ui,
                      point->band.readable             ? MSG_DETAIL_TABLE_HEADS_S
                      : lines_is_blurred(&point->band) ? MSG_DETAIL_BLUR_S
                                                       : MSG_DETAIL_WIDE_S,
                      point);
}

uint32_t detail_next(const struct app *app, uint32_t question, int32_t direction)
{
    const struct lines lines = lines_view(app);
    const int32_t count = (int32_t)app->config.pack->question_count;
    for (int32_t i = (int32_t)question + direction; i >= 0 && i < count; i += direction) {
        if (lines_is_asked(&lines, (uint32_t)i)) {
            return (uint32_t)i;
        }
    }
    return question;
}
