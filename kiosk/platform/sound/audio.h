/* SPDX-License-Identifier: MIT */
/* Plays samples at one output of this machine. The output is asked for by its name, so that no
 * sound server moves the sound elsewhere. The way there is a sound server where this user has one,
 * else a sound card directly. There is one thread, which sleeps in audio_wait. Knows no text. */
#ifndef PLATFORM_AUDIO_H
#define PLATFORM_AUDIO_H

#include "core/status.h"
#include "core/voice.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    AUDIO_WAITS_MAX = 2,    /* descriptors of audio_wait's caller */
    AUDIO_PATH_BYTES = 108, /* of a socket's path: sockaddr_un holds no more */
};

/* An output: a device, with one of its sockets. */
struct audio_output {
    uint32_t id; /* the same output has the same number in every look, and no other output has it;
                    0: there is no output */
    enum voice_phones phones;
};

/* Opens what has to be open before the sandbox. */
void audio_begin(void);

/* Tells where sound goes now. With a server: the output that the server chose. Without one: the
 * speaker or headphones of a card, and a display's speaker only where there is nothing else. */
void audio_look(struct audio_output *out);

/* Returns whether anything has changed since the last look: a card came or went, a plug was moved,
 * or the server chose another output. */
bool audio_changed(void);

/* Plays at the output of the last look, and ends what was playing. The samples stay the caller's,
 * who leaves them unchanged until audio_stop. MISSING: that output cannot be used. */
MUST_USE enum status audio_play(const int16_t *samples, size_t count, uint32_t rate);

/* Returns how much is left to be heard, in ms rounded up; 0 when everything was heard. *lost tells
 * whether the rest will not be heard. */
uint32_t audio_left_ms(bool *lost);

/* Silences the output at once. The samples are the caller's again. */
void audio_stop(void);
/* Silences the output at once and closes the device. */
void audio_close(void);

/* Goes on playing until one of the caller's descriptors is ready, something about sound has
 * changed, or the time is over. Returns false when the system cannot wait. */
MUST_USE bool audio_wait(struct pollfd *waits, size_t count, int timeout_ms);

#endif
