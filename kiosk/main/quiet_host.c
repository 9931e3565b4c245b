/* SPDX-License-Identifier: MIT */
#include "main/quiet_host.h"

#include "platform/system/clock.h"
#include "platform/system/pin.h"
#include "platform/system/random.h"

static enum status host_hash(void *context, const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    (void)context;
    return pin_hash_make(pin, out);
}

static bool host_verify(void *context, const char *pin, const char *hash)
{
    (void)context;
    return pin_hash_matches(pin, hash);
}

static struct civil_time host_civil(void *context, uint32_t in_s)
{
    (void)context;
    return clock_civil_in(in_s);
}

static enum battery host_battery(void *context)
{
    (void)context;
    return BATTERY_NONE;
}

static bool host_no(void *context)
{
    (void)context;
    return false;
}

void quiet_host_init(struct keeper_host *host, const struct folder_ops *folder)
{
    *host = (struct keeper_host){
        .folder = folder,
        .random = random_system(),
        .pin_hash = host_hash,
        .pin_verify = host_verify,
        .civil = host_civil,
        .memory_is_locked = host_no,
        .swap_is_on = host_no,
        .space_is_low = host_no,
        .battery = host_battery,
        .can_switch_off = host_no,
    };
}
