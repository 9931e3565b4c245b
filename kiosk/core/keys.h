/* SPDX-License-Identifier: MIT */
/* Keys that are down, and keys that did nothing. This module must not know what a key means. */
#ifndef CORE_KEYS_H
#define CORE_KEYS_H

#include "core/input.h"

enum { KEYS_IDLE = 3, KEYS_IDLE_MS = 5000 };

/* The struct has no padding. */
struct keys {
    uint64_t idle_ms[KEYS_IDLE]; /* when the last keys came that did nothing, the newest last */
    bool held[CODE_COUNT];       /* keys and buttons that are down */
};

/* Returns whether the key is one of the ten digits. */
bool key_is_digit(enum key key);
/* Notes which keys are held. A key is held from its press to its release, whoever takes the press.
 * Returns true if the input is another press of a key that is held already. */
bool keys_hold(struct keys *keys, const struct input *input);
/* Notes that a key did nothing. Returns true if it was the third such key within five seconds. */
bool keys_idle(struct keys *keys, uint64_t now_ms);

#endif
