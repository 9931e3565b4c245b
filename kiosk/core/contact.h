/* SPDX-License-Identifier: MIT */
/* Of many fingers and a mouse, one contact counts. A second contact beside it is taken for a hand
 * that leans on the screen, and counts for nothing. But a contact that holds no control, or has
 * lain still for some seconds, is taken for a drop, a sleeve or a stuck button, and the next
 * contact counts in its place. This module must not know what a press does. */
#ifndef CORE_CONTACT_H
#define CORE_CONTACT_H

#include "core/input.h"

enum { CONTACT_RESTS_MS = 3000 };

/* Without padding. */
struct contact {
    uint64_t used_ms; /* when the contact that counts last did something */
    uint32_t id;      /* of the contact that counts, while it is down */
    bool down;
    bool taken; /* something has taken the press of this contact */
    uint8_t unused[2];
};

/* Returns whether this input is a contact that counts from now on, in the place of one that has to
 * be cancelled first. holds: the contact of before holds a target. */
bool contact_takes_over(const struct contact *contact, const struct input *input, bool holds,
                        uint64_t now_ms);
/* Returns whether an input of a pointer comes from the contact that counts, and notes which contact
 * that is. Other inputs always count. */
bool contact_counts(struct contact *contact, const struct input *input, uint64_t now_ms);
/* Notes that the contact that counts moved as far as a hand moves it, so it does not rest. */
void contact_moves(struct contact *contact, uint64_t now_ms);
/* No contact that is down counts any more until it comes down anew. */
void contact_forget(struct contact *contact);

#endif
