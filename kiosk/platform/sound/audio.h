/* SPDX-License-Identifier: MIT */
/* Samples to one output of this machine, asked for by its name, so that no sound server moves them
 * to another one: through a sound server where this user has one, else straight to a sound card.
 * One thread, which sleeps in audio_wait. Knows no text. */
#ifndef PLATFORM_AUDIO_H
#define PLATFORM_AUDIO_H

#include "core/status.h"
#include "core/voice.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    AUDIO_WAITS_MAX = 2,    /* descriptors of the caller */
    AUDIO_PATH_BYTES = 108, /* of a socket: sockaddr_un holds no more */
};

/* A socket of a device: what is plugged in there is heard. */
struct audio_output {
    uint32_t id; /* the same number for the same one, another for any other; 0: there is none */
    enum voice_phones phones;
};

/* What has to be had before a sandbox. */
void audio_begin(void);

/* Where sound goes now: the server's own choice; without a server a card's speaker or headphones,
 * and a display's only where there is nothing else. */
void audio_look(struct audio_output *out);

/* Cards came, went or had a plug moved, or the server's choice is another one since the last look.
 */
bool audio_changed(void);

/* Plays at the output of the last look, from the caller's memory, which stays untouched until
 * audio_stop. In place of what was playing. MISSING: it cannot be played at. */
MUST_USE enum status audio_play(const int16_t *samples, size_t count, uint32_t rate);

/* What is left, in ms rounded up; 0: all of it was heard. lost: it will not be heard. */
uint32_t audio_left_ms(bool *lost);

/* Silence at once; the samples are the caller's again. */
void audio_stop(void);
/* Also lets go of the device. */
void audio_close(void);

/* Plays on until one of the caller's descriptors is ready, something about sound happened, or the
 * time is over. False: the system cannot wait. */
MUST_USE bool audio_wait(struct pollfd *waits, size_t count, int timeout_ms);

#endif
