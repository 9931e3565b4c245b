/* SPDX-License-Identifier: MIT */
/* The guard file: wrong PINs, level of the back-off, flag of the meeting. The file has a fixed
 * size, and no time is in it. It is written before each try of a PIN and when a meeting opens and
 * closes, and never because of anything that an attendee does. */
#ifndef KEEPER_GUARD_H
#define KEEPER_GUARD_H

#include "store/store.h"

enum {
    GUARD_BYTES = 64,
    GUARD_TRIES = 5,     /* wrong PINs before a wait */
    GUARD_LEVEL_MAX = 4, /* waits: 30 s, 1, 5, 15 min, then 15 min each time */
    /* Where wrong PINs cannot be written down, no PIN is taken before a kiosk has run for so long.
     * Starting the kiosk anew makes it forget wrong PINs, so a new start is to cost as much as a
     * wait. */
    GUARD_UNKEPT_MS = 5 * 60 * 1000,
};

#define GUARD_FILE      "guard"
#define GUARD_TEMPORARY "guard.new"
#define GUARD_ASIDE     "guard.aside-"

enum guard_flag { GUARD_NO_MEETING, GUARD_OPEN, GUARD_CLOSING };

struct guard {
    uint8_t failures; /* wrong PINs since the last right one or the last wait: 0..5 */
    uint8_t level;    /* waits so far: 0..GUARD_LEVEL_MAX */
    uint8_t flag;     /* enum guard_flag */
};

/* Reads the guard. A file that does not exist gives the empty guard. DAMAGED: guard is the
 * strictest one, with a full wait, because nobody knows how many PINs were wrong. NEWER: the file
 * was made by a later version and must not be overwritten. */
MUST_USE enum status guard_load(struct guard *guard, const struct folder_ops *folder);
/* Writes the guard. What stands in the place of guard or guard.new and is no file is moved to
 * guard.aside-1 or the next free number. */
MUST_USE enum status guard_save(const struct guard *guard, const struct folder_ops *folder);
/* As guard_save without the last sync of the folder: the file is on the disk no later than after
 * the next full save or close, and in order with them. For a state whose loss makes the guard say
 * too little and never too much. */
MUST_USE enum status guard_save_ordered(const struct guard *guard, const struct folder_ops *folder);
/* Returns the wait that a level brings, in ms; 0 for level 0. */
uint32_t guard_wait_ms(uint8_t level);

#endif
