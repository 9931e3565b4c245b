/* SPDX-License-Identifier: MIT */
#include "voice/voice.h"

#include <assert.h>
#include <string.h>

void voice_open(struct voice *voice, const struct voice_engine *engine,
                const struct voice_sound *sound, uint64_t now_ms)
{
    voice->engine = engine;
    voice->sound = sound;
    voice->silent_ms = now_ms;
}

static void fall_silent(struct voice *voice, uint64_t now_ms)
{
    if (voice->saying != 0) {
        voice->sound->stop(voice->sound->context);
        voice->silent_ms = now_ms;
    }
    voice->saying = 0;
    explicit_bzero(voice->samples, voice->count * sizeof(voice->samples[0]));
    voice->count = 0;
    explicit_bzero(&voice->say, sizeof(voice->say));
}

void voice_take(struct voice *voice, const struct voice_record *record, size_t length,
                uint64_t now_ms)
{
    if (voice_check_from_face(record, length) != STATUS_OK) {
        return;
    }
    switch (record->type) {
    case VOICE_ASK:
        voice->asked = true;
        break;
    case VOICE_SAY:
        fall_silent(voice, now_ms);
        voice->say = *record;
        break;
    case VOICE_FORGET:
        fall_silent(voice, now_ms);
        voice->forgets = true;
        break;
    default: /* VOICE_HUSH */
        fall_silent(voice, now_ms);
        break;
    }
}

static struct voice_record *answer(struct voice_record out[VOICE_OUT_MAX], uint32_t *count,
                                   enum voice_type type)
{
    assert(*count < VOICE_OUT_MAX);
    struct voice_record *record = &out[(*count)++];
    voice_init(record, type);
    return record;
}

static void tell_state(struct voice *voice, bool has_device, struct voice_record *out,
                       uint32_t *count)
{
    struct voice_record *record = answer(out, count, VOICE_STATE);
    record->as.state.languages = voice->engine->languages(voice->engine->context);
    record->as.state.device = has_device;
    record->as.state.phones = (uint8_t)voice->sound->phones(voice->sound->context);
}

/* Silence before the text, then the text, as loud as wanted. */
static enum status make_samples(struct voice *voice)
{
    const struct voice_say *say = &voice->say.as.say;
    size_t pause = (size_t)say->pause_ms * VOICE_RATE / 1000, made = 0;
    const int32_t gain = voice_volume_gain(say->volume);
    enum status status = voice->engine->speak(voice->engine->context, say, voice->samples + pause,
                                              VOICE_SAMPLES_MAX - pause, &made);
    memset(voice->samples, 0, pause * sizeof(voice->samples[0]));
    voice->count = pause + made;
    for (size_t i = pause; i < voice->count; i++) {
        voice->samples[i] = (int16_t)(voice->samples[i] * gain / 32768);
    }
    return status;
}

/* A choice goes to nobody but the person: not when their headphones are out. */
static bool may_be_heard(const struct voice *voice, uint8_t channel)
{
    return channel != VOICE_PHONES || voice->sound->phones(voice->sound->context) != PHONES_OUT;
}

static void begin(struct voice *voice, uint64_t now_ms, struct voice_record *out, uint32_t *count)
{
    const uint32_t sequence = voice->say.sequence;
    const uint8_t channel = voice->say.as.say.channel;
    bool heard = may_be_heard(voice, channel);
    voice->has_spoken = true;
    if (heard && make_samples(voice) == STATUS_OK) {
        explicit_bzero(&voice->say, sizeof(voice->say));
        if (voice->sound->play(voice->sound->context, voice->samples, voice->count) == STATUS_OK) {
            voice->is_open = true;
            voice->saying = sequence;
            voice->channel = channel;
            return;
        }
        tell_state(voice, false, out, count);
    } else if (heard) {
        answer(out, count, VOICE_SAID)->sequence = sequence; /* the reading goes on without it */
    } else {
        tell_state(voice, true, out, count);
    }
    fall_silent(voice, now_ms);
}

/* Heard out, the device gone, or the plug pulled. */
static void look_at_sound(struct voice *voice, uint64_t now_ms, struct voice_record *out,
                          uint32_t *count)
{
    bool lost = false;
    uint32_t left_ms = voice->sound->left_ms(voice->sound->context, &lost);
    if (lost || !may_be_heard(voice, voice->channel)) {
        fall_silent(voice, now_ms);
        tell_state(voice, !lost, out, count);
    } else if (left_ms == 0) {
        answer(out, count, VOICE_SAID)->sequence = voice->saying;
        fall_silent(voice, now_ms);
    }
}

void voice_work(struct voice *voice, uint64_t now_ms, struct voice_record out[VOICE_OUT_MAX],
                uint32_t *count)
{
    *count = 0;
    if (voice->saying != 0) {
        look_at_sound(voice, now_ms, out, count);
    }
    if (voice->say.type == VOICE_SAY) {
        begin(voice, now_ms, out, count);
    }
    if (voice->asked) {
        voice->asked = false;
        tell_state(voice, voice->is_open || voice->sound->has_device(voice->sound->context), out,
                   count);
    }
    if (voice->is_open && voice->saying == 0 && now_ms >= voice->silent_ms + VOICE_CLOSE_MS) {
        voice->sound->close(voice->sound->context);
        voice->is_open = false;
    }
}

uint64_t voice_deadline(const struct voice *voice, uint64_t now_ms)
{
    if (voice->saying != 0) {
        bool lost = false;
        uint32_t left_ms = voice->sound->left_ms(voice->sound->context, &lost);
        return now_ms + (lost ? 0 : left_ms);
    }
    return voice->silent_ms + (voice->is_open ? VOICE_CLOSE_MS : VOICE_REST_MS);
}

bool voice_forgets(const struct voice *voice)
{
    return voice->forgets;
}

bool voice_is_done(const struct voice *voice, uint64_t now_ms)
{
    if (voice->forgets) {
        return true;
    }
    bool quiet = voice->saying == 0 && voice->say.type != VOICE_SAY && !voice->asked;
    return quiet && (!voice->has_spoken || now_ms >= voice->silent_ms + VOICE_REST_MS);
}

void voice_close(struct voice *voice)
{
    fall_silent(voice, 0);
    voice->sound->close(voice->sound->context);
    voice->is_open = false;
}
