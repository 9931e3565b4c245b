/* SPDX-License-Identifier: MIT */
/* One page that stays out of swap, core files and children. */
#ifndef PLATFORM_SECRET_H
#define PLATFORM_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed memory for the life of the process, or NULL when there is none at all. *locked tells
 * whether the system keeps all three promises: never swapped, dumped or inherited. */
void *secret_open(size_t bytes, bool *locked);

/* Keeps all memory of this process out of swap, also memory that comes later. Returns false when
 * the limit is too low for a whole process. Then nothing is locked, because a limit that is reached
 * later would end a visit half-way. */
bool secret_lock_all(void);

#endif
