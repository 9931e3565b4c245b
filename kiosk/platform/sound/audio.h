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

/* An output: a socket of a device. */
struct audio_output {
    uint32_t id; /* the same number for the same one, another for any other; 0: there is none */
    enum voice_phones phones;
};

/* Opens what has to be open before the sandbox. */
void audio_begin(void);

/* Tells where sound goes now: the server's own choice, or, without a server, a card's speaker or
 * headphones, and a display's only where there is nothing else. */
void audio_look(struct audio_output *out);

/* Returns whether anything has changed since the last look: cards came or went, a plug was moved,
 * or the server chose another output. */
bool audio_changed(void);

/* Plays at the output of the last look, in place of what was playing. The samples stay the
 * caller's, who leaves them untouched until audio_stop. MISSING: that output cannot be used. */
MUST_USE enum status audio_play(const int16_t *samples, size_t count, uint32_t rate);

/* Returns how much is left to be heard, in ms rounded up; 0 when all was heard. lost tells that the
 * rest will not be heard. */
uint32_t audio_left_ms(bool *lost);

/* Silence at once; the samples are the caller's again. */
void audio_stop(void);
/* Silence at once, and the device is closed. */
void audio_close(void);

/* Plays on until one of the caller's descriptors is ready, something about sound has changed, or
 * the time is over. Returns false when the system cannot wait. */
MUST_USE bool audio_wait(struct pollfd *waits, size_t count, int timeout_ms);

#endif
