/* SPDX-License-Identifier: MIT */
/* Letters that two or three keys make: a dead key and a letter, or the compose key and two signs.
 * Its own small table, so that no input method is asked and no file read. Must not know where the
 * keys come from. */
#ifndef CORE_COMPOSE_H
#define CORE_COMPOSE_H

#include <stdint.h>

/* Stands for the compose key, where others stand for what they type; a dead key is its combining
 * mark. */
enum { COMPOSE_KEY = 0x110000 };

/* Keys that wait for another one; zeroed: none do. */
struct composing {
    uint32_t first;  /* a mark, or the first sign behind the compose key; 0: none yet */
    uint32_t by_key; /* the compose key was pressed */
};

/* A key that types; returns the character that is typed now, or 0 while more keys have to come, or
 * where the two signs make nothing. */
uint32_t compose_take(struct composing *composing, uint32_t code);

/* A letter with a combining mark on it, the mark by itself for a blank or the mark again; 0: there
 * is no such letter. */
uint32_t compose_mark(uint32_t mark, uint32_t letter);
/* What the compose key makes of two signs in either order; 0: nothing. */
uint32_t compose_pair(uint32_t first, uint32_t second);

#endif
