/* SPDX-License-Identifier: MIT */
/* What this system says of itself to who would ask nobody anything: whether the machine is the
 * kiosk and nothing else, and what somebody has set it to. */
#ifndef PLATFORM_APPLIANCE_H
#define PLATFORM_APPLIANCE_H

#include "core/appliance.h"

/* All of it but the clock, of which the keeper knows. */
struct appliance_facts appliance_look(void);

#endif
