/* SPDX-License-Identifier: MIT */
#include "screens/parts/words.h"

#include "core/dialled.h"
#include "core/direction.h"
#include "core/pack_words.h"
#include "ui/ids.h"

#include <assert.h>
#include <string.h>

enum {
    FILL_BYTES = 1024,
    FILL_ARGS = DIRECTION_ARGS_MAX,
};

uint32_t language_chips(const struct app *app, struct ui *ui, const char *pattern,
                        struct ui_button chips[LANGUAGE_MAX])
{
    uint32_t count = app->config.language_count;
    assert(count <= LANGUAGE_MAX);
    for (uint32_t i = 0; i < count; i++) {
        const struct catalog *own = app->config.languages[i].catalog;
        const char *name = catalog_text(own, MSG_LANGUAGE_NAME);
        chips[i] = choice_chip(id_number(ui->frame, pattern, i), name, i == app->comfort.language,
                               ACTION_LANGUAGE, (int32_t)i);
        chips[i].spoken = fill_one(app, ui, MSG_WELCOME_LANGUAGE_S, "name", name);
    }
    return count;
}

struct choices look_choices(const struct app *app, struct ui *ui, const char *id)
{
    static const enum message_id NAMES[THEME_COUNT] = {
        MSG_COMFORT_LOOK_CALM_LIGHT, MSG_COMFORT_LOOK_CALM_DARK, MSG_COMFORT_LOOK_SOFT,
        MSG_COMFORT_LOOK_HIGH_CONTRAST_LIGHT, MSG_COMFORT_LOOK_HIGH_CONTRAST_DARK};
    struct choices row = {
        .id = id, .label = word(app, MSG_COMFORT_LOOK), .looks = true, .count = THEME_COUNT};
    for (uint32_t i = 0; i < THEME_COUNT; i++) {
        char n[NUMBER_BYTES];
        const struct text_arg of[] = {{"id", id}, {"n", text_number(n, i)}};
        row.value[i] = choice_chip(id_of(ui->frame, "{id}.{n}", of, 2), word(app, NAMES[i]),
                                   i == app->comfort.theme, ACTION_LOOK, (int32_t)i);
        row.value[i].sample = word(app, MSG_COMFORT_LOOK_LETTER);
    }
    return row;
}

/* On a machine that is the kiosk alone nobody has a terminal, a desktop or other programs: what is
 * to be done there is said in other words. */
static const struct {
    enum message_id usual, own;
} OWN[] = {
    {MSG_ERROR_FOLDER_TERMINAL, MSG_ERROR_FOLDER_OWN},
    {MSG_ERROR_LOST_BODY, MSG_ERROR_LOST_OWN},
    {MSG_ERROR_SPACE, MSG_ERROR_SPACE_OWN},
    {MSG_HEALTH_CLOCK_DO, MSG_HEALTH_CLOCK_OWN},
    {MSG_HEALTH_CORE_DO, MSG_HEALTH_OWN},
    {MSG_HEALTH_DISK_DO, MSG_HEALTH_DISK_OWN},
    {MSG_HEALTH_DISK_FILES_DO, MSG_HEALTH_DISK_OWN},
    {MSG_HEALTH_FACE_DO, MSG_HEALTH_OWN},
    {MSG_HEALTH_KEYS_DO, MSG_HEALTH_OWN},
    {MSG_HEALTH_LOCK_DO, MSG_HEALTH_OWN},
    {MSG_HEALTH_MEMORY_DO, MSG_HEALTH_MEMORY_OWN},
    {MSG_HEALTH_NETWORK_DO, MSG_HEALTH_OWN},
    {MSG_HEALTH_OUTPUT_DO, MSG_HEALTH_OUTPUT_OWN},
    {MSG_HEALTH_SWAP_DO, MSG_HEALTH_OWN},
    {MSG_MEETING_UNSAVED_BODY, MSG_MEETING_UNSAVED_OWN},
    {MSG_PIN_LOST, MSG_PIN_LOST_OWN},
    {MSG_SETUP_TOUCH_OFF, MSG_SETUP_TOUCH_OWN},
};

static enum message_id message_here(const struct app *app, enum message_id id)
{
    const bool is_own = (app->status.appliance & APPLIANCE_OWN) != 0;
    for (size_t i = 0; is_own && i < sizeof(OWN) / sizeof(OWN[0]); i++) {
        if (OWN[i].usual == id) {
            return OWN[i].own;
        }
    }
    return id;
}

const char *word(const struct app *app, enum message_id id)
{
    return catalog_text(app_catalog(app), message_here(app, id));
}

char *number_digits(const struct app *app, char out[NUMBER_BYTES], int64_t n)
{
    return language_number(app_language(app), out, n);
}

static const char *fill_message(const struct app *app, struct ui *ui, const char *message,
                                const struct text_arg *args, size_t count)
{
    char text[FILL_BYTES];
    if (strchr(message, '{') == NULL) {
        return message;
    }
    size_t bytes =
        direction_format(text, sizeof(text), message, args, count, app_language(app)->rtl);
    return frame_text_bytes(ui->frame, text, bytes);
}

const char *fill(const struct app *app, struct ui *ui, enum message_id id,
                 const struct text_arg *args, size_t count)
{
    return fill_message(app, ui, word(app, id), args, count);
}

const char *fill_plural(const struct app *app, struct ui *ui, enum message_id id, uint64_t n,
                        const struct text_arg *args, size_t count)
{
    assert(count < FILL_ARGS);
    char digits[NUMBER_BYTES];
    struct text_arg all[FILL_ARGS];
    for (size_t i = 0; i < count; i++) {
        all[i] = args[i];
    }
    all[count] = (struct text_arg){"n", number_digits(app, digits, (int64_t)n)};
    return fill_message(app, ui, catalog_plural(app_catalog(app), id, n), all, count + 1);
}

const char *fill_one(const struct app *app, struct ui *ui, enum message_id id, const char *name,
                     const char *value)
{
    const struct text_arg arg = {name, value};
    return fill(app, ui, id, &arg, 1);
}

const char *fill_number(const struct app *app, struct ui *ui, enum message_id id, const char *name,
                        int64_t n)
{
    return fill_numbers(app, ui, id, &(struct number_arg){name, n}, 1);
}

const char *fill_numbers(const struct app *app, struct ui *ui, enum message_id id,
                         const struct number_arg *args, size_t count)
{
    char digits[FILL_ARGS][NUMBER_BYTES];
    struct text_arg all[FILL_ARGS];
    assert(count <= FILL_ARGS);
    for (size_t i = 0; i < count; i++) {
        all[i] = (struct text_arg){args[i].name, number_digits(app, digits[i], args[i].n)};
    }
    return fill(app, ui, id, all, count);
}

const char *words_joined(struct ui *ui, const char *first, const char *second)
{
    char both[FILL_BYTES];
    const struct text_arg args[] = {{"first", first}, {"second", second}};
    size_t bytes = text_format(both, sizeof(both), "{first} {second}", args, 2);
    return frame_text_bytes(ui->frame, both, bytes);
}

const char *question_statement(const struct app *app, uint32_t question)
{
    return pack_words_statement(&app->config.pack->question[question], app_catalog(app));
}

const char *question_guidance(const struct app *app, uint32_t question)
{
    const struct pack_question *q = &app->config.pack->question[question];
    return pack_words(app_catalog(app), "question", q->id, "guidance", q->guidance);
}

const char *question_brief(const struct app *app, uint32_t question)
{
    return pack_words_brief(&app->config.pack->question[question], app_catalog(app));
}

const char *theme_word(const struct app *app, uint32_t theme)
{
    return pack_words_theme(&app->config.pack->theme[theme], app_catalog(app));
}

const char *item_text(const struct app *app, const char *kind, const struct pack_item *item)
{
    return pack_words(app_catalog(app), kind, item->id, "", item->text);
}

const char *theme_spoken(const struct app *app, uint32_t theme)
{
    const struct pack_theme *t = &app->config.pack->theme[theme];
    return pack_words(app_catalog(app), "theme", t->id, "s", t->spoken);
}

const char *item_spoken(const struct app *app, const char *kind, const struct pack_item *item)
{
    bool has_own = item->spoken[0] != '\0';
    return has_own ? pack_words(app_catalog(app), kind, item->id, "s", item->spoken) : NULL;
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
            uint64_t rounded = (bytes + UNITS[i].unit / 2) / UNITS[i].unit;
            return fill_number(app, ui, UNITS[i].id, "n", (int64_t)rounded);
        }
    }
    return fill_plural(app, ui, MSG_SIZE_BYTES, bytes, NULL, 0);
}

const char *two_digits(const struct app *app, struct ui *ui, uint8_t n)
{
    char ten[NUMBER_BYTES], one[NUMBER_BYTES], text[2 * NUMBER_BYTES];
    struct text_arg args[] = {{"a", number_digits(app, ten, n / 10)},
                              {"b", number_digits(app, one, n % 10)}};
    size_t bytes = text_format(text, sizeof(text), "{a}{b}", args, 2);
    return frame_text_bytes(ui->frame, text, bytes);
}

const char *clock_words(const struct app *app, struct ui *ui, struct civil_time time)
{
    struct text_arg args[] = {{"hour", two_digits(app, ui, time.hour)},
                              {"minute", two_digits(app, ui, time.minute)}};
    char text[4 * NUMBER_BYTES];
    size_t bytes = text_format(text, sizeof(text), "{hour}:{minute}", args, 2);
    return frame_text_bytes(ui->frame, text, bytes);
}

const char *month_short(const struct app *app, struct month month)
{
    assert(month.month >= 1 && month.month <= 12);
    return word(app, (enum message_id)(MSG_MONTH_1 + month.month - 1));
}

const char *month_words(const struct app *app, struct ui *ui, struct month month)
{
    assert(month.month >= 1 && month.month <= 12);
    char digits[NUMBER_BYTES];
    struct text_arg args[] = {
        {"month", word(app, (enum message_id)(MSG_MONTH_LONG_1 + month.month - 1))},
        {"year", number_digits(app, digits, month.year)}};
    return fill(app, ui, MSG_MONTH_YEAR, args, 2);
}

enum message_id support_usual(enum support_line line)
{
    static const enum message_id USUAL[SUPPORT_LINES] = {[SUPPORT_ROOM] = MSG_SUPPORT_DEFAULT_ROOM,
                                                         [SUPPORT_PHONE] = MSG_COUNT,
                                                         [SUPPORT_DANGER] =
                                                             MSG_SUPPORT_DEFAULT_DANGER};
    return USUAL[line];
}

const char *support_words(struct ui *ui, const char *line)
{
    char marked[DIALLED_BYTES(SETTINGS_TEXT_BYTES)];
    return frame_text_bytes(ui->frame, marked, dialled_copy(line, marked, sizeof(marked)));
}
