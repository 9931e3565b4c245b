/* SPDX-License-Identifier: MIT */
/* The time zone that a variable of the environment names. The C library reads whatever file TZ
 * leads to, and waits for ever in a pipe. */
#ifndef PLATFORM_ZONE_H
#define PLATFORM_ZONE_H

#include <stdbool.h>

/* tz: the value of TZ; NULL: the system's own zone. True for a rule that names no file, and for a
 * plain file below the system's folder of zones; false for anything else, which must not be asked
 * for the time. */
bool zone_is_good(const char *tz);

/* Has the C library use the system's folder of zones from now on, whatever the environment says. */
void zone_begin(void);

#endif
