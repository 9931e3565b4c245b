/* SPDX-License-Identifier: MIT */
#include "core/voice.h"

#include "core/language.h"
#include "core/utf8.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

void voice_init(struct voice_record *record, enum voice_type type)
{
    memset(record, 0, sizeof(*record));
    record->version = VOICE_VERSION;
    record->type = (uint16_t)type;
}

static bool is_zero(const struct voice_record *record, size_t from)
{
    const uint8_t *bytes = (const uint8_t *)record;
    for (size_t i = from; i < sizeof(*record); i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

static bool is_step(uint8_t step, uint8_t steps)
{
    return step >= 1 && step <= steps;
}

static bool say_is_good(const struct voice_record *record)
{
    const struct voice_say *say = &record->as.say;
    size_t length = strnlen(say->text, sizeof(say->text));
    size_t end = (size_t)(say->text - (const char *)record) + length;
    return record->sequence != 0 && say->language < language_count() &&
           say->channel <= VOICE_PHONES && is_step(say->speed, VOICE_SPEED_STEPS) &&
           is_step(say->volume, VOICE_VOLUME_STEPS) && say->pause_ms <= VOICE_PAUSE_MS_MAX &&
           length > 0 && length < sizeof(say->text) && utf8_is_clean(say->text, length) &&
           memchr(say->text, '\n', length) == NULL && is_zero(record, end);
}

static bool state_is_good(const struct voice_record *record)
{
    const struct voice_state *state = &record->as.state;
    size_t end = (size_t)(&state->phones + 1 - (const uint8_t *)record);
    return record->sequence == 0 && state->languages >> language_count() == 0 &&
           state->device <= 1 && state->phones <= PHONES_OUT && is_zero(record, end);
}

static bool is_bare(const struct voice_record *record)
{
    return is_zero(record, offsetof(struct voice_record, as));
}

static bool is_whole(const struct voice_record *record, size_t length)
{
    return length == sizeof(*record) && record->version == VOICE_VERSION;
}

static enum status verdict(bool good)
{
    return good ? STATUS_OK : STATUS_INVALID;
}

enum status voice_check_from_face(const struct voice_record *record, size_t length)
{
    if (!is_whole(record, length)) {
        return STATUS_INVALID;
    }
    switch (record->type) {
    case VOICE_ASK:
    case VOICE_HUSH:
    case VOICE_FORGET:
        return verdict(record->sequence == 0 && is_bare(record));
    case VOICE_SAY:
        return verdict(say_is_good(record));
    default:
        return STATUS_INVALID;
    }
}

enum status voice_check_to_face(const struct voice_record *record, size_t length)
{
    if (!is_whole(record, length)) {
        return STATUS_INVALID;
    }
    switch (record->type) {
    case VOICE_STATE:
        return verdict(state_is_good(record));
    case VOICE_SAID:
        return verdict(record->sequence != 0 && is_bare(record));
    case VOICE_ENDED:
    case VOICE_GONE:
        return verdict(record->sequence == 0 && is_bare(record));
    default:
        return STATUS_INVALID;
    }
}

uint32_t voice_speed_percent(uint32_t step)
{
    static const uint8_t PERCENT[VOICE_SPEED_STEPS] = {50, 67, 83, 100, 133, 167, 200};
    assert(step >= 1 && step <= VOICE_SPEED_STEPS);
    return PERCENT[step - 1];
}

int32_t voice_volume_gain(uint32_t step)
{
    static const int32_t GAIN[VOICE_VOLUME_STEPS] = {2068, 4125, 8231, 16423, 32768};
    assert(step >= 1 && step <= VOICE_VOLUME_STEPS);
    return GAIN[step - 1];
}
