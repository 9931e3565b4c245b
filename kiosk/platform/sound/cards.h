/* SPDX-License-Identifier: MIT */
/* The sound cards of this machine by the kernel's own interface: where they play, and what is
 * plugged in there. Many cards can tell; one that cannot, and headphones without a plug, leave it
 * unknown. */
#ifndef PLATFORM_CARDS_H
#define PLATFORM_CARDS_H

#include "core/voice.h"

#include <poll.h>
#include <stdbool.h>

enum {
    CARDS_MAX = 8,        /* sound cards; more are not looked at */
    CARD_OUTPUTS_MAX = 8, /* of one card: a graphics card has that many sockets */
    CARD_ID_BYTES = 17,
    CARD_NAME_BYTES = 96,
};

/* Worse ones first. */
enum card_kind {
    CARD_NOWHERE, /* a loop back into this machine */
    CARD_DIGITAL, /* a display, or a box behind an optical cable */
    CARD_ANALOG,  /* speakers and a socket for headphones */
    CARD_USB,     /* somebody plugged it in, to be heard with */
};

/* One place where a card plays. */
struct card_output {
    int card;
    int device;
    char id[CARD_ID_BYTES];     /* of the card, as the sound system's names take it */
    char name[CARD_NAME_BYTES]; /* of the card, with the socket that it is plugged into */
    enum card_kind kind;
    bool is_plugged; /* a display is there; what cannot tell counts as one */
    enum voice_phones phones;
};

/* A card of this machine: its controls, which tell when something about it changes. */
struct card {
    int index;
    int control;
};

struct cards {
    size_t count;
    struct card card[CARDS_MAX];
    bool changed; /* one came or went, or a plug was moved */
};

/* Opens the controls of the cards that are not open yet. */
void cards_open(struct cards *cards);

/* Lists where all cards play now, and returns how many. A card that is gone is dropped. */
size_t cards_look(struct cards *cards, struct card_output out[CARDS_MAX * CARD_OUTPUTS_MAX]);

/* Returns what a card tells of its headphones; unknown for a card that is gone. */
enum voice_phones cards_phones(struct cards *cards, int card);

/* To wait on; returns how many. */
size_t cards_waits(const struct cards *cards, struct pollfd out[CARDS_MAX]);
/* The same after the wait. A card whose descriptor is of no use any more is dropped, so that nobody
 * waits on it again. */
void cards_hear(struct cards *cards, const struct pollfd *waits, size_t count);

/* What names say: of the card's driver, of the card, and of where it plays. */
enum card_kind card_kind_of(const char *driver, const char *card, const char *output);

/* Returns the output that people hear, or NULL. */
const struct card_output *card_best(const struct card_output *outputs, size_t count);

#endif
