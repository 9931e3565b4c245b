/* SPDX-License-Identifier: MIT */
/* Large memory that few processes need, and not from their start. It is taken when it is needed, so
 * that a lack of memory is noticed and reported, and kept for the life of the process. */
#ifndef PLATFORM_ROOM_H
#define PLATFORM_ROOM_H

#include <stddef.h>

/* Returns zeroed memory, or NULL where the system gives none. Pages that are never written take no
 * memory of the machine. */
void *room_take(size_t bytes);

#endif
