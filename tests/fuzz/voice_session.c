/* SPDX-License-Identifier: MIT */
/* Protects the voice from whatever a face sends it, and a face from whatever comes back: what
 * breaks a rule changes nothing, no two directions share a record, the engine gets a text that ends
 * and is clean, its language and steps in range; a text for headphones is never played with their
 * plug out or at another output than theirs; every answer is one that a face takes; and nothing of
 * a text is left once it is silent. The bytes are a script: a letter, then what it needs. */
#include "fuzz.h"
#include "script.h"

#include "core/language.h"
#include "core/utf8.h"
#include "voice/voice.h"

#include <stdlib.h>
#include <string.h>

enum { STEPS_MAX = 300, LETTER_SAMPLES = 7 };

static struct voice voice;
static struct voice_record in;
static uint64_t now_ms;

/* The engine and the device, as the script wants them. */
static struct {
    bool cannot_speak, is_stuck, is_lost, has_changed;
    struct voice_output at;
    uint32_t left_ms;
    uint32_t promised; /* the output that the newest text for headphones is for; 0: any */
    bool plays;
} world;

/* The longest pause and the longest text here end before. */
static const int16_t
    silence[VOICE_RATE * VOICE_PAUSE_MS_MAX / 1000 + VOICE_TEXT_BYTES * LETTER_SAMPLES];
static size_t sounded; /* so many samples may not be silence since somebody looked */

static void note_sound(size_t end)
{
    hold(end <= sizeof(silence) / sizeof(silence[0]));
    sounded = end > sounded ? end : sounded;
}

static uint32_t engine_languages(void *context)
{
    (void)context;
    return 1;
}

static enum status engine_speak(void *context, const struct voice_say *say, int16_t *samples,
                                size_t max, size_t *count)
{
    (void)context;
    size_t length = strnlen(say->text, sizeof(say->text));
    hold(length > 0 && length < sizeof(say->text) && utf8_is_clean(say->text, length));
    hold(say->language < language_count());
    hold(say->speed >= 1 && say->speed <= VOICE_SPEED_STEPS);
    note_sound((size_t)(samples - voice.samples)); /* the pause before it */
    if (world.cannot_speak) {
        return STATUS_MISSING;
    }
    *count = length * LETTER_SAMPLES < max ? length * LETTER_SAMPLES : max;
    memset(samples, 0x55, *count * sizeof(samples[0]));
    note_sound((size_t)(samples - voice.samples) + *count);
    return STATUS_OK;
}

static void sound_look(void *context, struct voice_output *out)
{
    (void)context;
    world.has_changed = false;
    *out = world.at;
}

static bool sound_changed(void *context)
{
    (void)context;
    return world.has_changed;
}

static enum status sound_play(void *context, const int16_t *samples, size_t count)
{
    (void)context;
    hold(samples == voice.samples && count <= VOICE_SAMPLES_MAX);
    hold(world.at.id != 0);
    world.plays = !world.is_stuck;
    return world.plays ? STATUS_OK : STATUS_MISSING;
}

static uint32_t sound_left_ms(void *context, bool *lost)
{
    (void)context;
    *lost = world.is_lost;
    return world.left_ms;
}

static void sound_stop(void *context)
{
    (void)context;
    world.plays = false;
}

static void sound_close(void *context)
{
    sound_stop(context);
}

static const struct voice_engine ENGINE = {.languages = engine_languages, .speak = engine_speak};
static const struct voice_sound SOUND = {.look = sound_look,
                                         .changed = sound_changed,
                                         .play = sound_play,
                                         .left_ms = sound_left_ms,
                                         .stop = sound_stop,
                                         .close = sound_close};

static void check_silence(void)
{
    static const struct voice_record none;
    hold(!world.plays && voice.count == 0);
    hold(memcmp(&voice.say, &none, sizeof(none)) == 0);
    hold(memcmp(voice.samples, silence, sounded * sizeof(silence[0])) == 0);
    sounded = 0;
}

static void work(void)
{
    struct voice_record out[VOICE_OUT_MAX];
    uint32_t count = 0;
    voice_work(&voice, now_ms, out, &count);
    hold(count <= VOICE_OUT_MAX);
    for (uint32_t i = 0; i < count; i++) {
        hold(voice_check_to_face(&out[i], sizeof(out[i])) == STATUS_OK);
    }
    if (world.plays && voice.channel == VOICE_PHONES) {
        hold(world.at.phones != PHONES_OUT && world.at.id == voice.heard_at);
        hold(world.promised == 0 || world.promised == world.at.id);
    }
    hold(world.plays == (voice.saying != 0));
    if (voice.saying == 0) {
        check_silence();
    }
}

static void give(size_t length)
{
    static struct voice before;
    bool is_good = voice_check_from_face(&in, length) == STATUS_OK;
    hold(!is_good || length == sizeof(in));
    hold(!is_good || voice_check_to_face(&in, length) != STATUS_OK);
    memcpy(&before, &voice, offsetof(struct voice, samples));
    voice_take(&voice, &in, length, now_ms);
    hold(is_good || memcmp(&before, &voice, offsetof(struct voice, samples)) == 0);
    if (is_good && (in.type == VOICE_HUSH || in.type == VOICE_FORGET)) {
        check_silence();
    }
    if (is_good && in.type == VOICE_SAY) {
        world.promised = in.as.say.output;
    }
    hold(voice_forgets(&voice) == (before.forgets || (is_good && in.type == VOICE_FORGET)));
    explicit_bzero(&in, sizeof(in));
}

/* A SAY as a face makes it, of what the script says next. */
static void make_say(struct script *script)
{
    voice_init(&in, VOICE_SAY);
    in.sequence = 1u + take(script);
    in.as.say = (struct voice_say){.language = take(script) % 4,
                                   .channel = take(script) % 3,
                                   .speed = take(script) % 9,
                                   .volume = take(script) % 7,
                                   .pause_ms = (uint16_t)(take(script) * 9)};
    if (in.as.say.channel == VOICE_PHONES) {
        in.as.say.output = in.sequence % 4;
    }
    size_t length = take(script) * 3u;
    for (size_t i = 0; i < length && script->left > 0; i++) {
        ((uint8_t *)in.as.say.text)[i % sizeof(in.as.say.text)] = take(script);
    }
}

static void obey(struct script *script)
{
    uint8_t letter = take(script), a = 0;
    switch (letter) {
    case 'S':
        make_say(script);
        give(sizeof(in));
        break;
    case 'B': /* one that was well, with a byte of it changed */
        make_say(script);
        a = take(script);
        ((uint8_t *)&in)[(a * 3u) % sizeof(in)] ^= take(script);
        give(sizeof(in));
        break;
    case 'T':
        voice_init(&in, (enum voice_type)take(script));
        in.sequence = take(script);
        give(sizeof(in));
        break;
    case 'R': /* anything, of any length */
        a = take(script);
        for (uint32_t i = 0; i < a; i++) {
            ((uint8_t *)&in)[i] = take(script);
        }
        give(a < 128 ? a : sizeof(in) + a % 2);
        break;
    case 'D':
        a = take(script);
        world.cannot_speak = a & 1;
        world.is_stuck = a & 2;
        world.is_lost = a & 4;
        world.at = (struct voice_output){a / 32 % 4, (enum voice_phones)(a / 8 % 3)};
        world.has_changed = true;
        world.left_ms = take(script);
        break;
    default:
        now_ms += letter * 50u;
        break;
    }
    work();
}

/* What a face hears: the bytes as one record. */
static void check_back(const uint8_t *bytes, size_t length)
{
    struct voice_record record = {.version = 0};
    memcpy(&record, bytes, length < sizeof(record) ? length : sizeof(record));
    if (voice_check_to_face(&record, length) != STATUS_OK) {
        return;
    }
    hold(length == sizeof(record) && voice_check_from_face(&record, length) != STATUS_OK);
    hold(record.type >= VOICE_STATE && record.type < VOICE_TYPE_COUNT);
    hold((record.type == VOICE_SAID) == (record.sequence != 0));
    if (record.type == VOICE_STATE) {
        hold(record.as.state.device <= 1 && record.as.state.phones <= PHONES_OUT);
    } else {
        hold(memcmp(&record.as, silence, sizeof(record.as)) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct script script = {bytes, length};
    check_back(bytes, length);
    memset(&voice, 0, offsetof(struct voice, samples)); /* those were wiped */
    memset(&world, 0, sizeof(world));
    world.at.id = 1;
    now_ms = 1000;
    voice_open(&voice, &ENGINE, &SOUND, now_ms);
    for (uint32_t i = 0; i < STEPS_MAX && script.left > 0; i++) {
        obey(&script);
    }
    voice_close(&voice);
    sounded = sizeof(silence) / sizeof(silence[0]); /* also where nobody was to write */
    check_silence();
    return 0;
}
