/* SPDX-License-Identifier: MIT */
#include "core/appliance.h"

uint8_t appliance_asks(const struct appliance_facts *facts, const struct machine *machine)
{
    bool has_keys = facts->has_keys || machine->keys[0] != '\0';
    bool has_zone = facts->has_zone || machine->zone[0] != '\0';
    if (!facts->is_own) {
        return 0;
    }
    return (uint8_t)(APPLIANCE_OWN | (has_keys ? 0 : APPLIANCE_KEYS) |
                     (has_zone ? 0 : APPLIANCE_ZONE) |
                     (has_zone && facts->has_clock ? 0 : APPLIANCE_CLOCK));
}
