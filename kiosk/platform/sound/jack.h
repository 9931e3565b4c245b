/* SPDX-License-Identifier: MIT */
/* Whether headphones are plugged in, where the sound card can tell. Many can; a card that cannot,
 * and headphones without a plug, leave it unknown. */
#ifndef PLATFORM_JACK_H
#define PLATFORM_JACK_H

#include "core/voice.h"

enum { JACK_CARD_MAX = 8 };

/* Opens the cards' controls, before a sandbox. */
void jack_begin(void);
/* Descriptors that become ready when something changes; returns their count. */
size_t jack_descriptors(int out[JACK_CARD_MAX]);
/* As it is now; takes what the descriptors had to tell. */
enum voice_phones jack_look(void);

#endif
