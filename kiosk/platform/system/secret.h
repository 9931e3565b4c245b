/* SPDX-License-Identifier: MIT */
/* One page that stays out of swap, core files and children. */
#ifndef PLATFORM_SECRET_H
#define PLATFORM_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed memory for the life of the process, or NULL when there is none at all. *locked tells
 * whether the system keeps all three promises: never swapped, dumped or inherited. */
void *secret_open(size_t bytes, bool *locked);

/* All memory of this process, also what comes later, stays out of swap. False: the limit is too low
 * for a whole process. Then nothing is locked: half of it would fail in the middle of a visit. */
bool secret_lock_all(void);

#endif
