/* SPDX-License-Identifier: MIT */
#include "platform/sound/audio.h"

#include "platform/sound/way.h"

#include <assert.h>

enum {
    /* A device that is so late with its end will not reach it any more. */
    STUCK_MS = 5000,
};

static struct {
    const struct sound_way *way;
    uint64_t stuck_ms;
} audio;

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
    sound_cards()->changed = false;
}

bool audio_changed(void)
{
    return sound_cards()->changed || (audio.way->changed != NULL && audio.way->changed());
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
    sound_poll_outside(waits, count);
    for (size_t i = 0; i < count; i++) {
        waits[i].revents = 0;
    }
    bool waited = audio.way->wait(timeout_ms);
    sound_poll_outside(NULL, 0);
    return waited;
}
