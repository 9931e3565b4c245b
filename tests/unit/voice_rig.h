/* SPDX-License-Identifier: MIT */
/* A voice whose engine and device are plain tables, and what a test says to it. */
#ifndef VOICE_RIG_H
#define VOICE_RIG_H

#include "voice/voice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { SAMPLES_A_LETTER = 100, LOUD = 10000 };
/* Outputs. */
enum { HERE = 11, ELSEWHERE = 12 };

static struct voice voice;
static struct voice_record in, out[VOICE_OUT_MAX];
static uint32_t out_count;

/* The fakes. */
static struct {
    bool has_engine, is_lost, has_changed, is_stuck;
    struct voice_output at;
    const int16_t *playing;
    size_t count;
    uint32_t left_ms;
    uint32_t plays, stops, closes;
    char said[VOICE_TEXT_BYTES];
} world;

static inline uint32_t engine_languages(void *context)
{
    (void)context;
    return world.has_engine ? 5 : 0;
}

static inline enum status engine_speak(void *context, const struct voice_say *say, int16_t *samples,
                                       size_t max, size_t *count)
{
    (void)context;
    size_t wanted = strlen(say->text) * SAMPLES_A_LETTER;
    *count = wanted < max ? wanted : max;
    if (!world.has_engine || say->language == 1) {
        return STATUS_MISSING;
    }
    for (size_t i = 0; i < *count; i++) {
        samples[i] = i % 2 == 0 ? LOUD : -LOUD;
    }
    memcpy(world.said, say->text, sizeof(world.said));
    return STATUS_OK;
}

static inline void sound_look(void *context, struct voice_output *at)
{
    (void)context;
    world.has_changed = false;
    *at = world.at;
}

static inline bool sound_changed(void *context)
{
    (void)context;
    return world.has_changed;
}

static inline enum status sound_play(void *context, const int16_t *samples, size_t count)
{
    (void)context;
    if (world.is_stuck) {
        return STATUS_MISSING;
    }
    world.plays++;
    world.is_lost = false;
    world.playing = samples;
    world.count = count;
    world.left_ms = 500;
    return STATUS_OK;
}

static inline uint32_t sound_left_ms(void *context, bool *lost)
{
    (void)context;
    *lost = world.is_lost;
    return world.left_ms;
}

static inline void sound_stop(void *context)
{
    (void)context;
    world.stops++;
    world.playing = NULL;
}

static inline void sound_close(void *context)
{
    (void)context;
    world.closes++;
}

static const struct voice_engine ENGINE = {.languages = engine_languages, .speak = engine_speak};
static const struct voice_sound SOUND = {.look = sound_look,
                                         .changed = sound_changed,
                                         .play = sound_play,
                                         .left_ms = sound_left_ms,
                                         .stop = sound_stop,
                                         .close = sound_close};

static inline void work(uint64_t now_ms)
{
    voice_work(&voice, now_ms, out, &out_count);
    for (uint32_t i = 0; i < out_count; i++) {
        assert_int_equal(voice_check_to_face(&out[i], sizeof(out[i])), STATUS_OK);
    }
}

static inline void tell(enum voice_type type, uint64_t now_ms)
{
    voice_init(&in, type);
    voice_take(&voice, &in, sizeof(in), now_ms);
}

/* A voice that was started a moment ago. */
static inline int start(void **state)
{
    (void)state;
    memset(&voice, 0, sizeof(voice));
    memset(&world, 0, sizeof(world));
    world.has_engine = true;
    world.at.id = HERE;
    voice_open(&voice, &ENGINE, &SOUND, 1000);
    return 0;
}

/* The same, and the face knows what there is. */
static inline int set_up(void **state)
{
    int status = start(state);
    tell(VOICE_ASK, 1000);
    work(1000);
    return status;
}

static inline void say(uint32_t sequence, const char *text, enum voice_channel channel,
                       uint64_t now_ms)
{
    voice_init(&in, VOICE_SAY);
    in.sequence = sequence;
    in.as.say = (struct voice_say){
        .channel = (uint8_t)channel, .speed = VOICE_SPEED_USUAL, .volume = VOICE_VOLUME_STEPS};
    memcpy(in.as.say.text, text, strlen(text));
    voice_take(&voice, &in, sizeof(in), now_ms);
    work(now_ms);
}

static inline bool all_zero(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++) {
        if (at[i] != 0) {
            return false;
        }
    }
    return true;
}

static inline void nothing_is_left(void)
{
    assert_true(all_zero(&voice.say, sizeof(voice.say)));
    assert_true(all_zero(voice.samples, sizeof(voice.samples)));
    assert_null(world.playing);
}

/* Silence, and one STATE with this output. */
static inline void dropped(uint32_t output)
{
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].type, VOICE_STATE);
    assert_int_equal(out[0].as.state.output, output);
    assert_int_equal(out[0].as.state.device, output != 0);
    nothing_is_left();
}

#endif
