/* SPDX-License-Identifier: MIT */
/* The memory through which the X server gets our pixels. SDL asks for it readable and writable by
 * every user of the machine, and a picture of the screen is what a person chose: so this program
 * has a shmget of its own, which libraries find before the C library's. Nobody else can ever look.
 */
#ifndef PLATFORM_SHARED_H
#define PLATFORM_SHARED_H

#include <stdbool.h>

/* Whether the libraries' calls come here. False: the program was linked in another way. */
bool shared_is_private(void);

#endif
