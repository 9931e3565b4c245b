/* SPDX-License-Identifier: MIT */
/* The ways to play sound: a sound card, a sound server, a file for tests. Each is a table of
 * functions behind platform/sound/audio.h, which says what the functions do. Private to this
 * folder. */
#ifndef PLATFORM_WAY_H
#define PLATFORM_WAY_H

#include "platform/sound/audio.h"
#include "platform/sound/cards.h"

struct sound_way {
    void (*begin)(void);
    void (*look)(struct audio_output *out);
    bool (*changed)(void); /* news besides what the cards tell; NULL: there is none */
    enum status (*play)(const int16_t *samples, size_t count, uint32_t rate);
    uint32_t (*left_ms)(bool *lost);
    void (*stop)(void);
    void (*close)(void);
    bool (*wait)(int timeout_ms);
};

extern const struct sound_way SOUND_SERVER, SOUND_CARD;
/* The look of SOUND_CARD, once an output of a card is chosen. */
void sound_card_choose(const struct card_output *output, struct audio_output *out);
#ifdef TEST_BUILD
/* For tests: SOUND_TAPE writes the samples to standard error, or nowhere. Returns whether a test
 * wants that. */
bool sound_tape_is_wanted(void);
extern const struct sound_way SOUND_TAPE;
#endif

/* Returns whether this user has a sound server's socket; path gets its path. */
bool sound_server_path(char *path, size_t size);

/* Returns the cards of this machine, of whose changes every way hears. */
struct cards *sound_cards(void);

/* Returns the number of an output, made from all its names; never 0. */
uint32_t sound_output_id(const char *const *names, size_t count);

/* Returns a time in ms that setting the clock does not change. */
uint64_t sound_now_ms(void);

/* Keeps the descriptors of audio_wait's caller, for as long as audio_wait waits. */
void sound_poll_outside(struct pollfd *waits, size_t count);
/* Waits as poll does, for the descriptors of audio_wait's caller and of the cards besides a way's
 * own. */
int sound_poll(struct pollfd *own, unsigned long count, int timeout_ms);

#endif
