/* SPDX-License-Identifier: MIT */
/* What the machine runs on. A battery in use is looked at once a minute; on mains, and where there
 * is no battery, nothing wakes: the system tells when that changes. */
#include "keeper/keeper_parts.h"

static bool is_in_use(enum battery battery)
{
    return battery != BATTERY_NONE && battery != BATTERY_MAINS;
}

/* A meeting that would be lost with the power closes while there is some. One that counts nothing
 * has nothing to lose. */
static void close_in_time(struct keeper *keeper, uint64_t now_ms)
{
    const struct keeper_status *status = &keeper->status;
    if (status->battery == BATTERY_EMPTY && status->meeting == MEETING_OPEN &&
        status->room == ROOM_MANY) {
        keeper_meeting_end_alone(keeper, now_ms);
    }
}

bool keeper_power_look(struct keeper *keeper, uint64_t now_ms)
{
    enum battery battery = keeper->host->battery(keeper->host->context);
    bool changed = battery != (enum battery)keeper->status.battery;
    keeper->status.battery = (uint8_t)battery;
    keeper->power_ms = now_ms + KEEPER_POWER_MS;
    close_in_time(keeper, now_ms);
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

void keeper_power_changed(struct keeper *keeper, uint64_t now_ms,
                          struct message out[KEEPER_OUT_MAX], uint32_t *count)
{
    struct request unasked = {NULL, now_ms, out, count};
    *count = 0;
    if (keeper_power_look(keeper, now_ms)) {
        keeper_answer_status(keeper, &unasked, STATUS_OK);
    }
}
