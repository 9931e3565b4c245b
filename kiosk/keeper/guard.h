/* SPDX-License-Identifier: MIT */
/* The guard file: PIN failures, back-off level, meeting flag. Fixed size, no time in it. Written
 * before each PIN attempt and at open and close; never by anything an attendee does. */
#ifndef KEEPER_GUARD_H
#define KEEPER_GUARD_H

#include "store/store.h"

enum {
    GUARD_BYTES = 64,
    GUARD_TRIES = 5,     /* wrong PINs before a wait */
    GUARD_LEVEL_MAX = 4, /* waits: 30 s, 1, 5, 15 min, then 15 min each time */
    /* Where wrong PINs cannot be written down, none is taken before a kiosk has run this long: to
     * start it again forgets them, and is to cost as much as a wait. */
    GUARD_UNKEPT_MS = 5 * 60 * 1000,
};

#define GUARD_FILE      "guard"
#define GUARD_TEMPORARY "guard.new"
#define GUARD_ASIDE     "guard.aside-"

enum guard_flag { GUARD_NO_MEETING, GUARD_OPEN, GUARD_CLOSING };

struct guard {
    uint8_t failures; /* since the last right PIN or wait: 0..5 */
    uint8_t level;    /* waits so far: 0..GUARD_LEVEL_MAX */
    uint8_t flag;     /* enum guard_flag */
};

/* A file that is not there gives the empty guard. DAMAGED: the strictest one, with a full wait,
 * since nobody knows how many PINs were wrong. NEWER: made by a later version, and not to be
 * written over.
 */
MUST_USE enum status guard_load(struct guard *guard, const struct folder_ops *folder);
/* What is no file and stands in the place of guard or guard.new is moved to guard.aside-1 or the
 * next free number. */
MUST_USE enum status guard_save(const struct guard *guard, const struct folder_ops *folder);
/* The same without the last sync of the folder: on the disk no later than the next full save or
 * close, and in order with them. Where losing the newest state says too little, never too much. */
MUST_USE enum status guard_save_ordered(const struct guard *guard, const struct folder_ops *folder);
/* The wait that a level brings, in ms; level 0: none. */
uint32_t guard_wait_ms(uint8_t level);

#endif
