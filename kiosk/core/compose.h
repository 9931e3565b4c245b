/* SPDX-License-Identifier: MIT */
/* Letters that two or three keys make: a dead key and a letter, or the compose key and two signs.
 * The module has a small table of its own, so no input method is asked and no file is read. It must
 * not know where the keys come from. */
#ifndef CORE_COMPOSE_H
#define CORE_COMPOSE_H

#include <stdint.h>

/* The code of the compose key. Any other key's code is the character that it types; a dead key's is
 * its combining mark. */
enum { COMPOSE_KEY = 0x110000 };

/* The keys that wait for another key. Zeroed: no key waits. */
struct composing {
    uint32_t first;  /* a mark, or the first sign behind the compose key; 0: none yet */
    uint32_t by_key; /* the compose key was pressed */
};

/* Takes a key that types. Returns the character that is typed now; 0 while more keys have to come,
 * or when the signs make no character. */
uint32_t compose_take(struct composing *composing, uint32_t code);

/* As compose_take, for a field of text: returns 0 also for what is no visible character and no
 * blank. */
uint32_t compose_character(struct composing *composing, uint32_t code);

/* Returns the letter with the combining mark on it, or 0 when there is no such letter. A blank, or
 * the mark again, gives the mark by itself. */
uint32_t compose_mark(uint32_t mark, uint32_t letter);
/* Returns what the compose key makes of two signs in either order, or 0 for nothing. */
uint32_t compose_pair(uint32_t first, uint32_t second);

#endif
