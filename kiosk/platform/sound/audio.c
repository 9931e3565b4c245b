/* SPDX-License-Identifier: MIT */
#include "platform/sound/audio.h"

#include "platform/sound/way.h"

#include <assert.h>
#include <string.h>
#include <time.h>

enum {
    WAITS_MAX = 32,
    /* A device that has not played everything so long after it should have will not do it. */
    STUCK_MS = 5000,
};

static struct {
    const struct sound_way *way;
    struct cards cards;
    struct pollfd *outside; /* of audio_wait's caller */
    size_t outside_count;
    uint64_t stuck_ms;
} audio;

uint64_t sound_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

struct cards *sound_cards(void)
{
    return &audio.cards;
}

uint32_t sound_output_id(const char *const *names, size_t count)
{
    uint32_t hash = 2166136261U; /* FNV-1a, 32 bits; a NUL stands between two names */
    for (size_t i = 0; i < count; i++) {
        for (const char *at = names[i];; at++) {
            hash = (hash ^ (uint8_t)*at) * 16777619U;
            if (*at == '\0') {
                break;
            }
        }
    }
    return hash != 0 ? hash : 1;
}

int sound_poll(struct pollfd *own, unsigned long count, int timeout_ms)
{
    struct pollfd waits[WAITS_MAX];
    size_t cards = cards_waits(&audio.cards, waits), at = cards;
    assert(cards + count + audio.outside_count <= WAITS_MAX);
    for (unsigned long i = 0; i < count; i++) {
        waits[at++] = own[i];
    }
    for (size_t i = 0; i < audio.outside_count; i++) {
        waits[at++] = audio.outside[i];
    }
    int ready = poll(waits, at, timeout_ms);
    if (ready < 0) {
        return ready;
    }
    cards_hear(&audio.cards, waits, cards);
    at = cards;
    for (unsigned long i = 0; i < count; i++) {
        own[i].revents = waits[at++].revents;
    }
    for (size_t i = 0; i < audio.outside_count; i++) {
        audio.outside[i].revents = waits[at++].revents;
    }
    return ready;
}

static const struct sound_way *find_way(void)
{
    char path[AUDIO_PATH_BYTES];
#ifdef TEST_BUILD
    if (sound_tape_is_wanted()) {
        return &SOUND_TAPE;
    }
#endif
    return sound_server_path(path, sizeof(path)) ? &SOUND_SERVER : &SOUND_CARD;
}

void audio_begin(void)
{
    audio.way = find_way();
    audio.way->begin();
}

void audio_look(struct audio_output *out)
{
    *out = (struct audio_output){.id = 0};
    audio.way->look(out);
    audio.cards.changed = false;
}

bool audio_changed(void)
{
    return audio.cards.changed || (audio.way->changed != NULL && audio.way->changed());
}

enum status audio_play(const int16_t *samples, size_t count, uint32_t rate)
{
    audio.stuck_ms = sound_now_ms() + count * 1000 / rate + STUCK_MS;
    return audio.way->play(samples, count, rate);
}

uint32_t audio_left_ms(bool *lost)
{
    uint32_t left_ms = audio.way->left_ms(lost);
    *lost = *lost || (left_ms > 0 && sound_now_ms() > audio.stuck_ms);
    return *lost ? 0 : left_ms;
}

void audio_stop(void)
{
    audio.way->stop();
}

void audio_close(void)
{
    audio.way->close();
}

bool audio_wait(struct pollfd *waits, size_t count, int timeout_ms)
{
    assert(count <= AUDIO_WAITS_MAX);
    audio.outside = waits;
    audio.outside_count = count;
    for (size_t i = 0; i < count; i++) {
        waits[i].revents = 0;
    }
    bool waited = audio.way->wait(timeout_ms);
    audio.outside_count = 0;
    return waited;
}
