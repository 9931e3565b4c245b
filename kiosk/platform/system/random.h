/* SPDX-License-Identifier: MIT */
/* The system's random numbers: the kernel's own call, getrandom(2), and nothing else, never a
 * fallback. All that is drawn came from a call of the kernel: nothing in this process can continue
 * a sequence. */
#ifndef PLATFORM_RANDOM_H
#define PLATFORM_RANDOM_H

#include "core/noise.h"

struct random_source random_system(void);

#endif
