/* SPDX-License-Identifier: MIT */
/* The time zone that a variable of the environment names. The C library reads whatever file TZ
 * leads to, and where that is a pipe it would wait for ever. */
#ifndef PLATFORM_ZONE_H
#define PLATFORM_ZONE_H

#include "core/status.h"

#include <stdbool.h>

/* Returns whether local time may be computed with this TZ. True for a rule that names no file, and
 * for a plain file below the system's folder of zones. tz: the value of TZ; NULL: the system's own
 * zone. */
bool zone_is_good(const char *tz);

/* From now on the C library uses the system's folder of zones, whatever the environment says. */
void zone_begin(void);

#define ZONE_FOLDER "/usr/share/zoneinfo"

/* Returns whether somebody has set this system's time zone: it is not UTC, which an image has. */
bool zone_is_set(void);
/* From now on local time is that of this zone of the system's folder. With "" it is again that of
 * the system or the environment. MISSING: the system has no such zone, and nothing changed. */
MUST_USE enum status zone_use(const char *name);

#endif
