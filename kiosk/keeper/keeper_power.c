/* SPDX-License-Identifier: MIT */
/* What the machine runs on. A battery in use is looked at once a minute. On mains, and where there
 * is no battery, nothing wakes the keeper: the system tells of a change. */
#include "keeper/keeper_parts.h"

static bool is_in_use(enum battery battery)
{
    return battery != BATTERY_NONE && battery != BATTERY_MAINS;
}

bool keeper_power_look(struct keeper *keeper, uint64_t now_ms)
{
    enum battery battery = keeper->host->battery(keeper->host->context);
    bool changed = battery != (enum battery)keeper->status.battery;
    keeper->status.battery = (uint8_t)battery;
    keeper->power_ms = now_ms + KEEPER_POWER_MS;
    return changed;
}

uint64_t keeper_power_deadline(const struct keeper *keeper)
{
    return is_in_use((enum battery)keeper->status.battery) ? keeper->power_ms : UINT64_MAX;
}

bool keeper_power_tick(struct keeper *keeper, uint64_t now_ms)
{
    return now_ms >= keeper_power_deadline(keeper) && keeper_power_look(keeper, now_ms);
}
