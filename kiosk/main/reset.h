/* SPDX-License-Identifier: MIT */
/* What "reset-pin" does to a folder, apart from asking and telling. */
#ifndef MAIN_RESET_H
#define MAIN_RESET_H

#include "core/pack.h"
#include "store/store.h"

/* How far the reset came. */
enum reset_end {
    RESET_DONE,
    RESET_NOT_BEGUN, /* every file holds what it held before */
    RESET_TOTALS,    /* some totals may be erased; the PIN is still set */
    RESET_PIN,       /* all totals are erased; the PIN may still be set */
};

/* Erases all totals, then the PIN and the guard. What can fail is tried first: each file that has
 * to change is replaced by its own bytes. Then the totals are erased before the PIN, so that a stop
 * in between leaves a PIN, and never totals without one. The other settings stay. A settings file
 * that cannot be understood is erased as a whole; only a pack tells whether it can be understood,
 * so without a pack (NULL) the file stays as it is. *why: what the system said, unless all is done.
 */
enum reset_end reset_run(const struct folder_ops *folder, const struct pack *pack,
                         enum status *why);

#endif
