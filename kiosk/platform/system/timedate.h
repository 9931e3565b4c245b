/* SPDX-License-Identifier: MIT */
/* The system's service for its clock (systemd-timedated), asked over the message bus to set it. */
#ifndef PLATFORM_TIMEDATE_H
#define PLATFORM_TIMEDATE_H

#include "core/status.h"

#include <stdint.h>

enum { TIMEDATE_WAIT_MS = 20 * 1000 }; /* the service is started by the question */

/* Sets the machine's clock, and the hardware clock that runs while the machine is off. unix_s:
 * since 1970, UTC. OK: it is set. DENIED: this user may not set it, or the network sets it.
 * MISSING: there is no bus or service, or no answer. */
MUST_USE enum status timedate_set(const char *bus, int64_t unix_s);

#endif
