/* SPDX-License-Identifier: MIT */
/* Of many fingers and a mouse one contact counts. A second one beside it is a hand that leans, and
 * counts for nothing; but a contact that holds nothing, or has lain still for some seconds, is a
 * drop, a sleeve or a button that sticks, and the next one counts instead. Must not know what a
 * press does. */
#ifndef CORE_CONTACT_H
#define CORE_CONTACT_H

#include "core/input.h"

enum { CONTACT_RESTS_MS = 3000 };

/* Without padding. */
struct contact {
    uint64_t used_ms; /* the contact that counts last did something */
    uint32_t id;      /* of it, while it is down */
    bool down;
    bool taken; /* something has taken its press */
    uint8_t unused[2];
};

/* A contact comes down that counts instead of the one before, which has to be cancelled first.
 * holds: the one before holds a target. */
bool contact_takes_over(const struct contact *contact, const struct input *input, bool holds,
                        uint64_t now_ms);
/* Whether an input of a pointer is of the contact that counts; writes down which one that is. Other
 * inputs count always. */
bool contact_counts(struct contact *contact, const struct input *input, uint64_t now_ms);
/* The contact that counts goes as far as a hand moves it: it does not rest. */
void contact_moves(struct contact *contact, uint64_t now_ms);
/* Whatever is down counts no more until it comes down anew. */
void contact_forget(struct contact *contact);

#endif
