/* SPDX-License-Identifier: MIT */
/* A machine that is the kiosk and nothing else has nobody but the kiosk to ask what a system asks
 * once: which keyboard is there, where on earth the machine stands, what time it is. */
#ifndef CORE_APPLIANCE_H
#define CORE_APPLIANCE_H

#include "core/machine.h"

/* As bits. */
enum {
    APPLIANCE_OWN = 1, /* this machine is one: what follows can be set on its screens */
    /* And is asked before anything else, since what the system has cannot be right: */
    APPLIANCE_KEYS = 2,
    APPLIANCE_ZONE = 4,
    APPLIANCE_CLOCK = 8,
    APPLIANCE_ALL = 15,
};

/* What the system says, beside what the machine's file holds. */
struct appliance_facts {
    bool is_own;
    bool has_keys;  /* somebody told it which keyboard there is */
    bool has_zone;  /* and in which zone it stands: an image says UTC, which is nowhere */
    bool has_clock; /* it says a month that can be (keeper/keeper_clock.c) */
};

/* What this machine is to be asked: the bits above. A clock is asked for with the zone as well,
 * since nobody knows what it meant; where it is right that takes one press. */
uint8_t appliance_asks(const struct appliance_facts *facts, const struct machine *machine);

#endif
