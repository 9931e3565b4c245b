/* SPDX-License-Identifier: MIT */
/* The time zone that a variable of the environment names. The C library reads whatever file TZ
 * leads to, and waits for ever in a pipe. */
#ifndef PLATFORM_ZONE_H
#define PLATFORM_ZONE_H

#include "core/status.h"

#include <stdbool.h>

/* tz: the value of TZ; NULL: the system's own zone. True for a rule that names no file, and for a
 * plain file below the system's folder of zones; false for anything else, which must not be asked
 * for the time. */
bool zone_is_good(const char *tz);

/* Has the C library use the system's folder of zones from now on, whatever the environment says. */
void zone_begin(void);

#define ZONE_FOLDER "/usr/share/zoneinfo"

/* Somebody told this system where it stands: a zone that is not UTC, which an image has. */
bool zone_is_set(void);
/* Local time is that of this zone of the system's folder from now on; "": that of the system or the
 * environment again. MISSING: the system has no such zone, and nothing changed. */
MUST_USE enum status zone_use(const char *name);

#endif
