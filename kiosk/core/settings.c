/* SPDX-License-Identifier: MIT */
#include "core/settings.h"

#include "core/noise.h"
#include "core/pin_hash.h"
#include "core/settings_row.h"
#include "core/span.h"
#include "core/utf8.h"

#include <string.h>

enum { SCALE_LIGHTER = 2, SCALE_STANDARD = 4 };

static const char *const LOOK_BACK_WORDS[] = {
    [LOOK_BACK_MET] = "met",
    [LOOK_BACK_WEEK] = "week",
};

static const char *const CHORE_WORDS[CHORE_COUNT] = {
    [CHORE_TOUCH] = "touch",         [CHORE_SOUND] = "sound",     [CHORE_BLUR] = "blur",
    [CHORE_QUESTIONS] = "questions", [CHORE_SUPPORT] = "support", [CHORE_PRACTICE] = "practice",
    [CHORE_PLACE] = "place",
};

#define PLACE(member)                                                                              \
    .offset = offsetof(struct settings, member), .bytes = sizeof(((struct settings *)0)->member)

static const struct setting ROWS[] = {
    {"pin", SETTING_HASH, PLACE(pin_hash), .problem = MSG_CLI_SETTINGS_PIN},
    {"look-back", SETTING_WORD, PLACE(choice.look_back), .usual = LOOK_BACK_MET,
     .max = LOOK_BACK_WEEK, .words = LOOK_BACK_WORDS, .problem = MSG_CLI_SETTINGS_LOOK_BACK},
    {"questions-off", SETTING_QUESTIONS, PLACE(choice.question_off),
     .max = (1u << PACK_QUESTION_MAX) - 1, .problem = MSG_CLI_SETTINGS_QUESTION},
    {"support-room", SETTING_LINE, PLACE(support.line[SUPPORT_ROOM]),
     .problem = MSG_CLI_SETTINGS_LONG},
    {"support-phone", SETTING_LINE, PLACE(support.line[SUPPORT_PHONE]),
     .problem = MSG_CLI_SETTINGS_LONG},
    {"support-danger", SETTING_LINE, PLACE(support.line[SUPPORT_DANGER]),
     .problem = MSG_CLI_SETTINGS_LONG},
    {"still-open", SETTING_SET, PLACE(still_open), .max = CHORES_ALL, .words = CHORE_WORDS,
     .problem = MSG_CLI_SETTINGS_OPEN},
    {"scale", SETTING_SCALE, PLACE(choice.scale), .usual = SCALE_STANDARD, .max = NOISE_SCALE_MAX,
     .is_required = true, .problem = MSG_CLI_SETTINGS_SCALE}, /* last: what is cut off lacks it */
};
enum { ROW_COUNT = sizeof(ROWS) / sizeof(ROWS[0]) };

const struct setting *settings_row(uint32_t index)
{
    return index < ROW_COUNT ? &ROWS[index] : NULL;
}

static bool is_number(enum setting_kind kind)
{
    return kind != SETTING_HASH && kind != SETTING_LINE;
}

void settings_reset(struct settings *settings)
{
    memset(settings, 0, sizeof(*settings));
    for (uint32_t i = 0; i < ROW_COUNT; i++) {
        if (is_number(ROWS[i].kind)) {
            ((uint8_t *)settings)[ROWS[i].offset] = ROWS[i].usual;
        }
    }
}

bool pin_is_valid(const char *pin)
{
    size_t length = 0;
    while (length <= PIN_DIGITS_MAX && pin[length] >= '0' && pin[length] <= '9') {
        length++;
    }
    return pin[length] == '\0' && length >= PIN_DIGITS_MIN && length <= PIN_DIGITS_MAX;
}

bool settings_text_is_valid(const char *text)
{
    size_t length = strnlen(text, SETTINGS_TEXT_BYTES);
    return length == 0 ||
           (length < SETTINGS_TEXT_BYTES && utf8_is_clean(text, length) &&
            memchr(text, '\n', length) == NULL && text[0] != ' ' && text[length - 1] != ' ');
}

bool settings_scale_is_offered(uint32_t scale)
{
#ifdef TEST_BUILD
    if (scale == 1) {
        return true;
    }
#endif
    return scale == SCALE_LIGHTER || scale == SCALE_STANDARD;
}

static bool ends_in_zeros(const char *text, size_t bytes)
{
    size_t length = strnlen(text, bytes);
    for (size_t i = length; i < bytes; i++) {
        if (text[i] != '\0') {
            return false;
        }
    }
    return length < bytes;
}

bool setting_is_valid(const struct setting *row, const void *value)
{
    const char *text = value;
    const uint8_t *number = value;
    switch (row->kind) {
    case SETTING_HASH:
        return ends_in_zeros(text, row->bytes) &&
               (text[0] == '\0' || pin_hash_is_valid(span_of(text)));
    case SETTING_LINE:
        return ends_in_zeros(text, row->bytes) && settings_text_is_valid(text);
    case SETTING_SCALE:
        return settings_scale_is_offered(*number);
    case SETTING_WORD:
    case SETTING_QUESTIONS:
    case SETTING_SET:
        return *number <= row->max;
    }
    return false;
}

/* The rows whose settings lie in a part of struct settings, which begins at offset. */
static bool part_is_valid(const void *part, size_t offset, size_t bytes)
{
    for (uint32_t i = 0; i < ROW_COUNT; i++) {
        const struct setting *row = &ROWS[i];
        bool is_in = row->offset >= offset && row->offset < offset + bytes;
        if (is_in && !setting_is_valid(row, (const char *)part + (row->offset - offset))) {
            return false;
        }
    }
    return true;
}

bool settings_choice_is_valid(const struct settings_choice *choice)
{
    return part_is_valid(choice, offsetof(struct settings, choice), sizeof(*choice));
}

bool settings_support_is_valid(const struct settings_support *support)
{
    return part_is_valid(support, offsetof(struct settings, support), sizeof(*support));
}

bool settings_fit_pack(const struct settings_choice *choice, const struct pack *pack)
{
    uint32_t on = 0;
    for (uint32_t i = 0; i < pack->question_count; i++) {
        on += (choice->question_off & 1u << i) == 0;
    }
    return choice->question_off >> pack->question_count == 0 && on >= PACK_QUESTION_MIN;
}
