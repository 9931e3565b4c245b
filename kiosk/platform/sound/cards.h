/* SPDX-License-Identifier: MIT */
/* The sound cards of this machine, read from the kernel's own interface: where each card plays, and
 * what is plugged in there. Many cards can tell whether headphones are plugged in. A card that
 * cannot, or headphones without a plug, count as unknown. */
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

/* What a card plays to. A later kind is better than an earlier one. */
enum card_kind {
    CARD_NOWHERE, /* back into this machine, where nobody hears it */
    CARD_DIGITAL, /* a display, or a box behind an optical cable */
    CARD_ANALOG,  /* speakers and a socket for headphones */
    CARD_USB,     /* somebody plugged it in to listen with it */
};

/* One output of a card. */
struct card_output {
    int card;
    int device;
    char id[CARD_ID_BYTES];     /* of the card, in the form that ALSA's names take */
    char name[CARD_NAME_BYTES]; /* of the card and of the socket */
    enum card_kind kind;
    bool is_plugged; /* a display is plugged in; an output that cannot tell counts as plugged in */
    enum voice_phones phones;
};

/* A card of this machine: its controls tell when something about the card changes. */
struct card {
    int index;
    int control;
};

struct cards {
    size_t count;
    struct card card[CARDS_MAX];
    bool changed; /* a card came or went, or a plug was moved */
};

/* Opens the controls of the cards that are not open yet. */
void cards_open(struct cards *cards);

/* Lists where all cards play now, and returns how many. A card that is gone is dropped. */
size_t cards_look(struct cards *cards, struct card_output out[CARDS_MAX * CARD_OUTPUTS_MAX]);

/* Returns what a card tells of its headphones. For a card that is gone they are unknown. */
enum voice_phones cards_phones(struct cards *cards, int card);

/* Lists the descriptors to wait on, and returns how many there are. */
size_t cards_waits(const struct cards *cards, struct pollfd out[CARDS_MAX]);
/* Takes news from those descriptors after the wait. A card whose descriptor is of no use any more
 * is dropped, so that nobody waits on it again. */
void cards_hear(struct cards *cards, const struct pollfd *waits, size_t count);

/* Returns the kind that the names tell: of the card's driver, of the card, and of the output. */
enum card_kind card_kind_of(const char *driver, const char *card, const char *output);

/* Returns the best output, the one that people are most likely to hear, or NULL when there is none.
 */
const struct card_output *card_best(const struct card_output *outputs, size_t count);

#endif
