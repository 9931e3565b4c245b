/* SPDX-License-Identifier: MIT */
#include "voice/espeak.h"

#include "core/language.h"

#include <espeak-ng/speak_lib.h>
#include <string.h>

/* Measured on this program's own sentences with espeak-ng 1.51: settings that give 50 to 200 % of
 * 122 words a minute. Below the library's slowest rate, words stand further apart, so that the
 * pitch stays. */
static const struct {
    int rate; /* the library's "words a minute" */
    int gap;  /* between words, in the library's steps */
} SPEEDS[VOICE_SPEED_STEPS] = {{80, 8}, {80, 2}, {94, 0}, {112, 0}, {147, 0}, {182, 0}, {214, 0}};

static struct {
    bool is_ready;
    uint32_t languages;
    const char *folder;
    /* Samples of the text that is being spoken; set around the one call that fills them. */
    int16_t *samples;
    size_t count, max;
} espeak;

/* An unknown voice is an error and leaves the voice of before in its place; then nothing may be
 * said. */
static bool select_voice(const struct language *language)
{
    return espeak_SetVoiceByName(language->voice != NULL ? language->voice : language->tag) ==
           EE_OK;
}

static int take_samples(short *wave, int count, espeak_EVENT *events)
{
    (void)events;
    size_t room = espeak.max - espeak.count;
    size_t taken = wave != NULL && count > 0 ? (size_t)count : 0;
    taken = taken < room ? taken : room;
    if (taken > 0) {
        memcpy(espeak.samples + espeak.count, wave, taken * sizeof(wave[0]));
        espeak.count += taken;
    }
    return espeak.count == espeak.max; /* 1: the library is to stop */
}

/* eSpeak asks for a sound device even if it only makes samples. Its search would begin a client of
 * every sound server and leave that client's folder in somebody's home. So the library finds this
 * function first, which has no device. */
struct audio_object;
__attribute__((visibility("default"))) struct audio_object *
create_audio_device_object(const char *device, const char *application, const char *description);

struct audio_object *create_audio_device_object(const char *device, const char *application,
                                                const char *description)
{
    (void)device, (void)application, (void)description;
    return NULL;
}

bool espeak_begin(void)
{
    const int rate =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL, espeakINITIALIZE_DONT_EXIT);
    espeak.is_ready = rate == VOICE_RATE;
    espeak.folder = "";
    if (!espeak.is_ready) {
        return false;
    }
    (void)espeak_Info(&espeak.folder);
    espeak_SetSynthCallback(take_samples);
    for (uint32_t i = 0; i < language_count(); i++) {
        espeak.languages |= select_voice(language_at(i)) ? 1u << i : 0;
    }
    return true;
}

const char *espeak_folder(void)
{
    return espeak.folder != NULL ? espeak.folder : "";
}

static uint32_t languages(void *context)
{
    (void)context;
    return espeak.languages;
}

static enum status speak(void *context, const struct voice_say *say, int16_t *samples, size_t max,
                         size_t *count)
{
    (void)context;
    if (!espeak.is_ready || !select_voice(language_at(say->language))) {
        return STATUS_MISSING;
    }
    espeak.samples = samples;
    espeak.count = 0;
    espeak.max = max;
    const int speed = say->speed - 1;
    bool is_set = espeak_SetParameter(espeakRATE, SPEEDS[speed].rate, 0) == EE_OK &&
                  espeak_SetParameter(espeakWORDGAP, SPEEDS[speed].gap, 0) == EE_OK;
    bool is_said = is_set && espeak_Synth(say->text, strlen(say->text) + 1, 0, POS_CHARACTER, 0,
                                          espeakCHARS_UTF8 | espeakENDPAUSE, NULL, NULL) == EE_OK;
    *count = espeak.count;
    espeak.samples = NULL;
    return is_said && *count > 0 ? STATUS_OK : STATUS_IO;
}

const struct voice_engine ESPEAK_ENGINE = {.languages = languages, .speak = speak};
