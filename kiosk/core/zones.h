/* SPDX-License-Identifier: MIT */
/* The time zones that a machine can stand in, as people look for them: a region of the world, then
 * a place in it. */
#ifndef CORE_ZONES_H
#define CORE_ZONES_H

#include "core/catalog.h"

#include <stdbool.h>

enum { ZONE_COUNT = 109, ZONE_REGION_COUNT = 7, ZONE_REGION_MAX = 20 /* places in one */ };

struct zone {
    const char *name; /* as the system has it */
    enum message_id place;
};

struct zone_region {
    enum message_id title;
    uint32_t first, count; /* of ZONES */
};

extern const struct zone ZONES[ZONE_COUNT];
extern const struct zone_region ZONE_REGIONS[ZONE_REGION_COUNT];

/* NULL: "" or one that is not in the list. */
const struct zone *zone_find(const char *name);
bool zone_is_in(const struct zone *zone, const struct zone_region *region);

#endif
