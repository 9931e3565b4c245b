/* SPDX-License-Identifier: MIT */
/* A machine that is the kiosk and nothing else has only the kiosk to ask what a system asks once:
 * which keyboard is there, where on earth the machine stands, what time it is. */
#ifndef CORE_APPLIANCE_H
#define CORE_APPLIANCE_H

#include "core/machine.h"

/* As bits. */
enum {
    APPLIANCE_OWN = 1, /* this machine is the kiosk alone: what follows can be set on its screens */
    /* These are asked before anything else, because what the system says cannot be right: */
    APPLIANCE_KEYS = 2,
    APPLIANCE_ZONE = 4,
    APPLIANCE_CLOCK = 8,
    APPLIANCE_ALL = 15,
};

/* What the system says, apart from the machine file. */
struct appliance_facts {
    bool is_own;
    bool has_keys;  /* somebody told the system which keyboard there is */
    bool has_zone;  /* somebody told the system its zone; an image says UTC, which is no place */
    bool has_clock; /* the system's clock shows a month that can be right (keeper/keeper_clock.c) */
};

/* Returns what this machine has to be asked, as the bits above. The clock is asked for together
 * with the zone, because nobody knows which zone the clock was set for; where the clock is right,
 * that takes one press. */
uint8_t appliance_asks(const struct appliance_facts *facts, const struct machine *machine);

#endif
