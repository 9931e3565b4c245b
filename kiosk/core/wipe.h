/* SPDX-License-Identifier: MIT */
/* Forgetting in large memory of which little was used. */
#ifndef CORE_WIPE_H
#define CORE_WIPE_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroes all bytes, and no compiler leaves that out. What is zero already is only read: memory that
 * was never written takes no room in the machine, and goes on taking none. */
void wipe(void *memory, size_t bytes);

/* Returns whether all bytes are zero. */
bool is_zero(const void *memory, size_t bytes);

#endif
