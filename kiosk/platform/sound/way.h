/* SPDX-License-Identifier: MIT */
/* The ways to be heard, each a table of functions behind platform/sound/audio.h, which says what
 * they do. Private to this folder. */
#ifndef PLATFORM_WAY_H
#define PLATFORM_WAY_H

#include "platform/sound/audio.h"
#include "platform/sound/cards.h"

struct sound_way {
    void (*begin)(void);
    void (*look)(struct audio_output *out);
    bool (*changed)(void); /* beside what the cards tell; NULL: nothing does */
    enum status (*play)(const int16_t *samples, size_t count, uint32_t rate);
    uint32_t (*left_ms)(bool *lost);
    void (*stop)(void);
    void (*close)(void);
    bool (*wait)(int timeout_ms);
};

extern const struct sound_way SOUND_SERVER, SOUND_CARD;
/* SOUND_CARD's look, once a card is chosen. */
void sound_card_choose(const struct card_output *output, struct audio_output *out);
#ifdef TEST_BUILD
/* What would be heard goes to standard error, or nowhere. False: no test wants that. */
bool sound_tape_is_wanted(void);
extern const struct sound_way SOUND_TAPE;
#endif

/* A sound server's socket of this user is there; path gets it. */
bool sound_server_path(char *path, size_t size);

/* The cards of this machine, which every way hears of. */
struct cards *sound_cards(void);

/* The number of an output, from all that names it; never 0. */
uint32_t sound_output_id(const char *const *names, size_t count);

/* Time that no clock's setting changes. */
uint64_t sound_now_ms(void);

/* The descriptors of audio_wait's caller, as long as it waits. */
void sound_poll_outside(struct pollfd *waits, size_t count);
/* poll, with the caller's descriptors and those of the cards beside a way's own. */
int sound_poll(struct pollfd *own, unsigned long count, int timeout_ms);

#endif
