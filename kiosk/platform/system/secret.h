/* SPDX-License-Identifier: MIT */
/* One page of memory that is never swapped, written to a core file or inherited by children. */
#ifndef PLATFORM_SECRET_H
#define PLATFORM_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/* Returns zeroed memory for the life of the process, or NULL when there is no memory. *locked tells
 * whether the system keeps all three promises: never swapped, dumped or inherited. */
void *secret_open(size_t bytes, bool *locked);

/* Keeps all memory of this process out of swap, also memory that comes later. Returns false when
 * the limit is too low for a whole process. Then nothing is locked, because a limit that is reached
 * later would end a visit half-way. */
bool secret_lock_all(void);

#endif
