/* SPDX-License-Identifier: MIT */
/* The system's random numbers: the kernel's own call, getrandom(2), and never a fallback. Every
 * byte comes from the kernel, so nothing in this process could continue a sequence. */
#ifndef PLATFORM_RANDOM_H
#define PLATFORM_RANDOM_H

#include "core/noise.h"

/* Returns the source that asks the kernel. A read that the kernel refuses fails. */
struct random_source random_system(void);

#endif
