/* SPDX-License-Identifier: MIT */
#include "platform/sound/audio.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    BUFFER_SAMPLES = 512, /* 23 ms at 22050 a second: how late silence may come */
    /* What the device still holds when our last sample went in: its own buffers. */
    DEVICE_MS = 60,
    PATH_BYTES = 256,
};

static struct {
    bool is_ready;
    SDL_AudioDeviceID device; /* 0: closed */
    uint32_t rate;
    /* Read by SDL's thread, under the device's lock. */
    const int16_t *samples;
    size_t count, at;
    uint64_t end_ms; /* all of it was heard; 0: not known yet */
} audio;

/* Asking each driver in turn would start a server that nobody wanted. */
static const char *driver(void)
{
    char path[PATH_BYTES];
    const char *chosen = SDL_getenv("SDL_AUDIODRIVER");
    const char *folder = getenv("XDG_RUNTIME_DIR");
    if (chosen != NULL && chosen[0] != '\0') {
        return chosen;
    }
    int length = snprintf(path, sizeof(path), "%s/pulse/native", folder != NULL ? folder : "");
    bool has_server = folder != NULL && length > 0 && (size_t)length < sizeof(path) &&
                      access(path, R_OK | W_OK) == 0;
    return has_server ? "pulseaudio" : "alsa";
}

bool audio_begin(void)
{
    audio.is_ready = SDL_AudioInit(driver()) == 0;
    return audio.is_ready;
}

static void fill(void *context, Uint8 *stream, int bytes)
{
    (void)context;
    size_t wanted = (size_t)bytes / sizeof(int16_t), left = audio.count - audio.at;
    size_t taken = wanted < left ? wanted : left;
    if (taken > 0) {
        memcpy(stream, audio.samples + audio.at, taken * sizeof(int16_t));
    }
    memset(stream + taken * sizeof(int16_t), 0, (wanted - taken) * sizeof(int16_t));
    audio.at += taken;
    if (audio.at == audio.count && audio.end_ms == 0) {
        audio.end_ms = SDL_GetTicks64() + DEVICE_MS;
    }
}

static bool open_device(uint32_t rate)
{
    if (audio.device != 0 && audio.rate == rate) {
        return true;
    }
    audio_close();
    const SDL_AudioSpec wanted = {.freq = (int)rate,
                                  .format = AUDIO_S16SYS,
                                  .channels = 1,
                                  .samples = BUFFER_SAMPLES,
                                  .callback = fill};
    SDL_AudioSpec got;
    audio.device = audio.is_ready ? SDL_OpenAudioDevice(NULL, 0, &wanted, &got, 0) : 0;
    audio.rate = rate;
    return audio.device != 0;
}

bool audio_has_device(uint32_t rate)
{
    bool was_open = audio.device != 0;
    bool has = open_device(rate);
    if (!was_open) {
        audio_close();
    }
    return has;
}

static void set_samples(const int16_t *samples, size_t count)
{
    SDL_LockAudioDevice(audio.device);
    audio.samples = samples;
    audio.count = count;
    audio.at = 0;
    audio.end_ms = 0;
    SDL_UnlockAudioDevice(audio.device);
}

enum status audio_play(const int16_t *samples, size_t count, uint32_t rate)
{
    if (!open_device(rate)) {
        return STATUS_MISSING;
    }
    set_samples(samples, count);
    SDL_PauseAudioDevice(audio.device, 0);
    return STATUS_OK;
}

uint32_t audio_left_ms(bool *lost)
{
    *lost = false;
    if (audio.device == 0) {
        return 0;
    }
    if (SDL_GetAudioDeviceStatus(audio.device) == SDL_AUDIO_STOPPED) {
        *lost = true;
        return 0;
    }
    SDL_LockAudioDevice(audio.device);
    uint64_t left = audio.count - audio.at, end_ms = audio.end_ms, now_ms = SDL_GetTicks64();
    SDL_UnlockAudioDevice(audio.device);
    if (end_ms == 0) {
        return (uint32_t)(left * 1000 / audio.rate + DEVICE_MS);
    }
    return end_ms > now_ms ? (uint32_t)(end_ms - now_ms) : 0;
}

void audio_stop(void)
{
    if (audio.device != 0) {
        set_samples(NULL, 0);
        SDL_PauseAudioDevice(audio.device, 1);
    }
}

void audio_close(void)
{
    if (audio.device != 0) {
        audio_stop();
        SDL_CloseAudioDevice(audio.device);
        audio.device = 0;
    }
}
