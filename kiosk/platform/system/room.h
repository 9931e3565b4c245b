/* SPDX-License-Identifier: MIT */
/* Large memory that few processes need, and those not at once: asked of the system when it is
 * needed, so that a system that has too little is told of, and kept for the life of the process. */
#ifndef PLATFORM_ROOM_H
#define PLATFORM_ROOM_H

#include <stddef.h>

/* Returns zeroed memory, or NULL where the system gives none. What is never written takes no room
 * in the machine. */
void *room_take(size_t bytes);

#endif
