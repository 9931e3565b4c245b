/* SPDX-License-Identifier: MIT */
#include "core/voice.h"

#include "core/language.h"
#include "core/wire.h"

#include <assert.h>
#include <string.h>

void voice_init(struct voice_record *record, enum voice_type type)
{
    memset(record, 0, sizeof(*record));
    record->version = VOICE_VERSION;
    record->type = (uint16_t)type;
}

static bool take_head(struct wire *wire, const struct voice_record *record)
{
    wire_begin(wire, record, sizeof(*record));
    WIRE_NUMBER(wire, record->version, VOICE_VERSION, VOICE_VERSION);
    WIRE_NUMBER(wire, record->type, 0, VOICE_TYPE_COUNT - 1);
    return wire->good;
}

/* Only what is said has one, and what is heard out. */
static void take_sequence(struct wire *wire, const struct voice_record *record, bool has_one)
{
    WIRE_NUMBER(wire, record->sequence, has_one ? 1 : 0, has_one ? UINT32_MAX : 0);
}

static void take_say(struct wire *wire, const struct voice_say *say)
{
    WIRE_NUMBER(wire, say->output, 0, say->channel == VOICE_PHONES ? UINT32_MAX : 0);
    WIRE_NUMBER(wire, say->language, 0, language_count() - 1);
    WIRE_NUMBER(wire, say->channel, 0, VOICE_PHONES);
    WIRE_NUMBER(wire, say->speed, 1, VOICE_SPEED_STEPS);
    WIRE_NUMBER(wire, say->volume, 1, VOICE_VOLUME_STEPS);
    WIRE_NUMBER(wire, say->pause_ms, 0, VOICE_PAUSE_MS_MAX);
    wire_expect(wire, wire_line(wire, say->text, sizeof(say->text)) > 0);
}

static void take_state(struct wire *wire, const struct voice_state *state)
{
    WIRE_NUMBER(wire, state->languages, 0, (UINT32_C(1) << language_count()) - 1);
    WIRE_NUMBER(wire, state->output, 0, state->device != 0 ? UINT32_MAX : 0);
    WIRE_NUMBER(wire, state->device, 0, 1);
    WIRE_NUMBER(wire, state->phones, 0, PHONES_OUT);
}

enum status voice_check_from_face(const struct voice_record *record, size_t length)
{
    struct wire wire;
    if (length != sizeof(*record) || !take_head(&wire, record)) {
        return STATUS_INVALID;
    }
    switch (record->type) {
    case VOICE_ASK:
    case VOICE_HUSH:
    case VOICE_FORGET:
        take_sequence(&wire, record, false);
        break;
    case VOICE_SAY:
        take_sequence(&wire, record, true);
        take_say(&wire, &record->as.say);
        break;
    default:
        return STATUS_INVALID;
    }
    return wire_end(&wire) ? STATUS_OK : STATUS_INVALID;
}

enum status voice_check_to_face(const struct voice_record *record, size_t length)
{
    struct wire wire;
    if (length != sizeof(*record) || !take_head(&wire, record)) {
        return STATUS_INVALID;
    }
    switch (record->type) {
    case VOICE_STATE:
        take_sequence(&wire, record, false);
        take_state(&wire, &record->as.state);
        break;
    case VOICE_SAID:
        take_sequence(&wire, record, true);
        break;
    case VOICE_ENDED:
    case VOICE_GONE:
        take_sequence(&wire, record, false);
        break;
    default:
        return STATUS_INVALID;
    }
    return wire_end(&wire) ? STATUS_OK : STATUS_INVALID;
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
