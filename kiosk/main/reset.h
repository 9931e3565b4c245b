/* SPDX-License-Identifier: MIT */
/* What "reset-pin" does to a folder, apart from asking and telling. */
#ifndef MAIN_RESET_H
#define MAIN_RESET_H

#include "core/pack.h"
#include "store/store.h"

/* How far it came. */
enum reset_end {
    RESET_DONE,
    RESET_NOT_BEGUN, /* every file says what it said before */
    RESET_TOTALS,    /* some totals may be erased; the PIN is still set */
    RESET_PIN,       /* all totals are erased; the PIN may still be set */
};

/* Erases all totals, then the PIN and the guard. What can fail is tried first: the files that have
 * to change are each replaced by their own bytes. Then the totals go, so that a stop in between
 * leaves the PIN, never totals without one. The other settings stay; a file that cannot be
 * understood goes as a whole. Whether it can, only a pack tells; without one (NULL) it stays as it
 * is. *why: what the system said, unless it is done. */
enum reset_end reset_run(const struct folder_ops *folder, const struct pack *pack,
                         enum status *why);

#endif
