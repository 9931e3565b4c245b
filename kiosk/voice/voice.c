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

static void look(struct voice *voice)
{
    voice->sound->look(voice->sound->context, &voice->at);
}

/* Tells STATE. is_heard: the output that was found can be played at. */
static void tell_state(struct voice *voice, bool is_heard, struct voice_record *out,
                       uint32_t *count)
{
    struct voice_record *record = answer(out, count, VOICE_STATE);
    struct voice_state *state = &record->as.state;
    state->languages = voice->engine->languages(voice->engine->context);
    state->device = is_heard && voice->at.id != 0;
    state->output = state->device ? voice->at.id : 0;
    state->phones = (uint8_t)voice->at.phones;
    voice->told = *state;
    voice->has_told = true;
}

/* Returns whether what was told last is still what look found. */
static bool told_it(const struct voice *voice)
{
    return voice->has_told && voice->told.output == voice->at.id &&
           voice->told.phones == (uint8_t)voice->at.phones;
}

/* Tells STATE without being asked, because what was told before is not true any more. */
static void tell_change(struct voice *voice, struct voice_record *out, uint32_t *count)
{
    look(voice);
    if (voice->has_told && !told_it(voice)) {
        tell_state(voice, true, out, count);
    }
}

/* Makes the samples: silence first, then the text, as loud as wanted. */
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

/* Returns whether this may be heard there. What is for the person alone is not said while their
 * headphones are out, nor anywhere but at their headphones. output: 0 stands for wherever words go
 * now. */
static bool may_be_heard(const struct voice *voice, uint8_t channel, uint32_t output)
{
    return voice->at.id != 0 &&
           (channel != VOICE_PHONES ||
            (voice->at.phones != PHONES_OUT && (output == 0 || output == voice->at.id)));
}

/* Plays the samples that were made, from their beginning. */
static bool play(struct voice *voice)
{
    voice->begins++;
    voice->heard_at = voice->at.id;
    bool plays =
        voice->begins <= VOICE_BEGINS_MAX &&
        voice->sound->play(voice->sound->context, voice->samples, voice->count) == STATUS_OK;
    voice->is_open = voice->is_open || plays;
    return plays;
}

static void begin(struct voice *voice, uint64_t now_ms, struct voice_record *out, uint32_t *count)
{
    const struct voice_say *say = &voice->say.as.say;
    const uint32_t sequence = voice->say.sequence, output = say->output;
    voice->channel = say->channel;
    voice->begins = 0;
    voice->has_spoken = true;
    look(voice);
    if (!may_be_heard(voice, voice->channel, output)) {
        tell_state(voice, true, out, count);
    } else if (make_samples(voice) != STATUS_OK) {
        answer(out, count, VOICE_SAID)->sequence =
            sequence; /* the reading goes on without this sentence */
    } else if (!play(voice)) {
        tell_state(voice, false, out, count);
    } else {
        explicit_bzero(&voice->say, sizeof(voice->say));
        voice->saying = sequence;
        /* The face may know of no output, or of another one, from a voice before this one. */
        if (!told_it(voice) || (voice->channel == VOICE_PHONES && output == 0)) {
            tell_state(voice, true, out, count);
        }
        return;
    }
    fall_silent(voice, now_ms);
}

/* The devices have changed, or the device that played is gone. */
static void begin_again(struct voice *voice, uint64_t now_ms, struct voice_record *out,
                        uint32_t *count)
{
    voice->sound->stop(voice->sound->context);
    look(voice);
    bool may = may_be_heard(voice, voice->channel, voice->heard_at);
    if (may && play(voice)) {
        return;
    }
    tell_state(voice, !may, out, count);
    fall_silent(voice, now_ms);
}

/* Looks whether a sentence was heard to its end, or cannot be heard any more. */
static void look_at_sound(struct voice *voice, uint64_t now_ms, struct voice_record *out,
                          uint32_t *count)
{
    bool lost = false;
    uint32_t left_ms = voice->sound->left_ms(voice->sound->context, &lost);
    if (lost || voice->sound->changed(voice->sound->context)) {
        begin_again(voice, now_ms, out, count);
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
    } else if (voice->sound->changed(voice->sound->context)) {
        tell_change(voice, out, count);
    }
    if (voice->say.type == VOICE_SAY) {
        begin(voice, now_ms, out, count);
    }
    if (voice->asked) {
        voice->asked = false;
        look(voice);
        tell_state(voice, true, out, count);
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
