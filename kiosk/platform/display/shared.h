/* SPDX-License-Identifier: MIT */
/* The memory through which the X server gets our pixels. SDL would ask for memory that every user
 * of the machine can read and write, and the picture of the screen shows what a person chose. So
 * this program has a shmget of its own, which libraries find before the C library's. No other user
 * can read the memory. */
#ifndef PLATFORM_SHARED_H
#define PLATFORM_SHARED_H

#include <stdbool.h>

/* Returns whether the libraries call this shmget. False when the program was linked in another way.
 */
bool shared_is_private(void);

#endif
