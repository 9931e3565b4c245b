/* SPDX-License-Identifier: MIT */
/* Words for the screens: catalogue texts filled in, and the pack's own words translated. */
#include "screens/screen.h"

#include <assert.h>
#include <string.h>

enum { FILL_BYTES = 1024, KEY_BYTES = 64 };

const char *word(const struct app *app, enum message_id id)
{
    return catalog_text(app->config.catalog, id);
}

const char *fill(const struct app *app, struct ui *ui, enum message_id id,
                 const struct text_arg *args, size_t count)
{
    char text[FILL_BYTES];
    size_t bytes = text_format(text, sizeof(text), word(app, id), args, count);
    return frame_text_bytes(ui->frame, text, bytes);
}

const char *fill_plural(const struct app *app, struct ui *ui, enum message_id id, uint64_t n,
                        const struct text_arg *args, size_t count)
{
    enum { ARG_MAX = 8 };
    assert(count < ARG_MAX);
    char digits[24];
    struct text_arg all[ARG_MAX];
    for (size_t i = 0; i < count; i++) {
        all[i] = args[i];
    }
    all[count] = (struct text_arg){"n", text_number(digits, (int64_t)n)};
    char text[FILL_BYTES];
    size_t bytes =
        text_format(text, sizeof(text), catalog_plural(app->config.catalog, id, n), all, count + 1);
    return frame_text_bytes(ui->frame, text, bytes);
}

/* "question.q1.statement" and the like, else what the pack says itself. */
static const char *pack_words(const struct app *app, const char *kind, const char *id,
                              const char *field, const char *own)
{
    static const char DOT[] = ".";
    const char *parts[] = {kind, DOT, id, field[0] != '\0' ? DOT : "", field};
    char key[KEY_BYTES];
    size_t length = 0;
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        size_t bytes = strlen(parts[i]);
        if (length + bytes >= sizeof(key)) {
            return own;
        }
        memcpy(key + length, parts[i], bytes);
        length += bytes;
    }
    key[length] = '\0';
    const char *found = catalog_find(app->config.catalog, key);
    return found != NULL ? found : own;
}

const char *question_statement(const struct app *app, uint32_t question)
{
    const struct pack_question *q = &app->config.pack->question[question];
    return pack_words(app, "question", q->id, "statement", q->statement);
}

const char *question_guidance(const struct app *app, uint32_t question)
{
    const struct pack_question *q = &app->config.pack->question[question];
    return pack_words(app, "question", q->id, "guidance", q->guidance);
}

const char *question_brief(const struct app *app, uint32_t question)
{
    const struct pack_question *q = &app->config.pack->question[question];
    return pack_words(app, "question", q->id, "short", q->brief);
}

const char *question_subject(const struct app *app, uint32_t question)
{
    const struct pack_question *q = &app->config.pack->question[question];
    return pack_words(app, "question", q->id, "subject", q->subject);
}

const char *theme_word(const struct app *app, uint32_t theme)
{
    const struct pack_theme *t = &app->config.pack->theme[theme];
    return pack_words(app, "theme", t->id, "", t->name);
}

const char *item_text(const struct app *app, const char *kind, const struct pack_item *item)
{
    return pack_words(app, kind, item->id, "", item->text);
}

const char *number_word(const struct app *app, uint32_t n, bool capital)
{
    static const enum message_id SMALL[] = {MSG_NUMBER_4, MSG_NUMBER_5, MSG_NUMBER_6, MSG_NUMBER_7};
    static const enum message_id CAPITAL[] = {MSG_NUMBER_4_CAPITAL, MSG_NUMBER_5_CAPITAL,
                                              MSG_NUMBER_6_CAPITAL, MSG_NUMBER_7_CAPITAL};
    assert(n >= PACK_QUESTION_MIN && n <= PACK_QUESTION_MAX);
    return word(app, capital ? CAPITAL[n - PACK_QUESTION_MIN] : SMALL[n - PACK_QUESTION_MIN]);
}

const char *size_words(const struct app *app, struct ui *ui, uint64_t bytes)
{
    static const struct {
        uint64_t unit;
        enum message_id id;
    } UNITS[] = {{1000000000, MSG_SIZE_GB}, {1000000, MSG_SIZE_MB}, {1000, MSG_SIZE_KB}};
    for (size_t i = 0; i < sizeof(UNITS) / sizeof(UNITS[0]); i++) {
        if (bytes >= UNITS[i].unit) {
            char digits[24];
            struct text_arg arg = {
                "n", text_number(digits, (int64_t)((bytes + UNITS[i].unit / 2) / UNITS[i].unit))};
            return fill(app, ui, UNITS[i].id, &arg, 1);
        }
    }
    return fill_plural(app, ui, MSG_SIZE_BYTES, bytes, NULL, 0);
}

const char *clock_words(struct ui *ui, struct civil_time time)
{
    char text[6] = {(char)('0' + time.hour / 10 % 10),   (char)('0' + time.hour % 10),   ':',
                    (char)('0' + time.minute / 10 % 10), (char)('0' + time.minute % 10), '\0'};
    return frame_text(ui->frame, text);
}

const char *month_short(const struct app *app, struct month month)
{
    assert(month.month >= 1 && month.month <= 12);
    return word(app, (enum message_id)(MSG_MONTH_1 + month.month - 1));
}

const char *month_words(const struct app *app, struct ui *ui, struct month month)
{
    assert(month.month >= 1 && month.month <= 12);
    char digits[24];
    struct text_arg args[] = {
        {"month", word(app, (enum message_id)(MSG_MONTH_LONG_1 + month.month - 1))},
        {"year", text_number(digits, month.year)}};
    return fill(app, ui, MSG_MONTH_YEAR, args, 2);
}

uint32_t app_question_count(const struct app *app)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        count += (app->settings.question_off >> i & 1) == 0;
    }
    return count;
}

uint32_t app_question_at(const struct app *app, uint32_t index)
{
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        if ((app->settings.question_off >> i & 1) == 0 && index-- == 0) {
            return i;
        }
    }
    assert(!"a question that is switched on");
    return 0;
}
