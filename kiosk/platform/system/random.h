/* SPDX-License-Identifier: MIT */
/* The system's random numbers: getrandom(2) and nothing else, never a fallback. */
#ifndef PLATFORM_RANDOM_H
#define PLATFORM_RANDOM_H

#include "core/noise.h"

struct random_source random_system(void);

#endif
