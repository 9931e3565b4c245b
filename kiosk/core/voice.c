/* SPDX-License-Identifier: MIT */
#include "core/voice.h"

#include "core/language.h"
#include "core/walk.h"

#include <assert.h>
#include <string.h>

void voice_init(struct voice_record *record, enum voice_type type)
{
    memset(record, 0, sizeof(*record));
    record->version = VOICE_VERSION;
    record->type = (uint16_t)type;
}

static bool take_head(struct walk *walk, const struct voice_record *record)
{
    walk_begin(walk, record, sizeof(*record));
    WALK_NUMBER(walk, record->version, VOICE_VERSION, VOICE_VERSION);
    WALK_NUMBER(walk, record->type, 0, VOICE_TYPE_COUNT - 1);
    return walk->good;
}

/* Only what is said has one, and what is heard out. */
static void take_sequence(struct walk *walk, const struct voice_record *record, bool has_one)
{
    WALK_NUMBER(walk, record->sequence, has_one ? 1 : 0, has_one ? UINT32_MAX : 0);
}

static void take_say(struct walk *walk, const struct voice_say *say)
{
    WALK_NUMBER(walk, say->language, 0, language_count() - 1);
    WALK_NUMBER(walk, say->channel, 0, VOICE_PHONES);
    WALK_NUMBER(walk, say->speed, 1, VOICE_SPEED_STEPS);
    WALK_NUMBER(walk, say->volume, 1, VOICE_VOLUME_STEPS);
    WALK_NUMBER(walk, say->pause_ms, 0, VOICE_PAUSE_MS_MAX);
    walk_expect(walk, walk_line(walk, say->text, sizeof(say->text)) > 0);
}

static void take_state(struct walk *walk, const struct voice_state *state)
{
    WALK_NUMBER(walk, state->languages, 0, (UINT32_C(1) << language_count()) - 1);
    WALK_NUMBER(walk, state->device, 0, 1);
    WALK_NUMBER(walk, state->phones, 0, PHONES_OUT);
}

enum status voice_check_from_face(const struct voice_record *record, size_t length)
{
    struct walk walk;
    if (length != sizeof(*record) || !take_head(&walk, record)) {
        return STATUS_INVALID;
    }
    switch (record->type) {
    case VOICE_ASK:
    case VOICE_HUSH:
    case VOICE_FORGET:
        take_sequence(&walk, record, false);
        break;
    case VOICE_SAY:
        take_sequence(&walk, record, true);
        take_say(&walk, &record->as.say);
        break;
    default:
        return STATUS_INVALID;
    }
    return walk_end(&walk) ? STATUS_OK : STATUS_INVALID;
}

enum status voice_check_to_face(const struct voice_record *record, size_t length)
{
    struct walk walk;
    if (length != sizeof(*record) || !take_head(&walk, record)) {
        return STATUS_INVALID;
    }
    switch (record->type) {
    case VOICE_STATE:
        take_sequence(&walk, record, false);
        take_state(&walk, &record->as.state);
        break;
    case VOICE_SAID:
        take_sequence(&walk, record, true);
        break;
    case VOICE_ENDED:
    case VOICE_GONE:
        take_sequence(&walk, record, false);
        break;
    default:
        return STATUS_INVALID;
    }
    return walk_end(&walk) ? STATUS_OK : STATUS_INVALID;
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
