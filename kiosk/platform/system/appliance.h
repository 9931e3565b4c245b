/* SPDX-License-Identifier: MIT */
/* What the system tells of itself without asking anybody: whether the machine is the kiosk and
 * nothing else, and what somebody has set on it. */
#ifndef PLATFORM_APPLIANCE_H
#define PLATFORM_APPLIANCE_H

#include "core/appliance.h"

/* Returns these facts, all but the clock, which the keeper judges. */
struct appliance_facts appliance_look(void);

#endif
