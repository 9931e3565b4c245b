/* SPDX-License-Identifier: MIT */
/* Keys that are down, and keys that did nothing. Must not know what a key means. */
#ifndef CORE_KEYS_H
#define CORE_KEYS_H

#include "core/input.h"

enum { KEYS_IDLE = 3, KEYS_IDLE_MS = 5000 };

/* Without padding. */
struct keys {
    uint64_t idle_ms[KEYS_IDLE]; /* the last that did nothing */
    bool held[CODE_COUNT];       /* keys and buttons that are down */
};

/* A key is held from its press to its release, whoever takes it. True: the input is the press of
 * one that is held already. */
bool keys_hold(struct keys *keys, const struct input *input);
/* A key did nothing. True: it was the third within five seconds. */
bool keys_idle(struct keys *keys, uint64_t now_ms);

#endif
