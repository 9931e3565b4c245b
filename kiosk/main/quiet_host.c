/* SPDX-License-Identifier: MIT */
#include "main/quiet_host.h"

#include "keeper/porter.h"
#include "platform/system/clock.h"
#include "platform/system/random.h"
#include "platform/system/zone.h"

#include <string.h>

/* Nothing is locked in memory here, because the terminal holds the PIN that somebody types, too. */
static enum status run(const struct oom *oom, struct errand *errand, const char *pin,
                       struct errand_answer *answer)
{
    memcpy(errand->pin, pin, strnlen(pin, PIN_DIGITS_MAX));
    porter_run_one(oom, errand, answer);
    explicit_bzero(errand, sizeof(*errand));
    return (enum status)answer->status;
}

static enum status hash(const struct oom *oom, const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    struct errand errand = {.kind = ERRAND_HASH};
    struct errand_answer answer;
    enum status status = run(oom, &errand, pin, &answer);
    if (status == STATUS_OK) {
        memcpy(out, answer.hash, SETTINGS_PIN_HASH_BYTES);
    }
    return status;
}

static enum status host_hash(void *context, const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    return hash(context, pin, out);
}

static enum status host_verify(void *context, const char *pin, const char *hash)
{
    struct errand errand = {.kind = ERRAND_VERIFY};
    struct errand_answer answer;
    memcpy(errand.hash, hash, strnlen(hash, sizeof(errand.hash) - 1));
    return run(context, &errand, pin, &answer);
}

enum status quiet_pin_hash(const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    struct oom oom;
    oom_open(&oom);
    return hash(&oom, pin, out);
}

static struct civil_time host_civil(void *context, uint32_t in_s)
{
    (void)context;
    return clock_civil_in(in_s);
}

static enum status host_zone(void *context, const char *name)
{
    (void)context;
    return zone_use(name);
}

static enum battery host_battery(void *context)
{
    (void)context;
    return BATTERY_NONE;
}

static enum health_space host_space(void *context)
{
    (void)context;
    return HEALTH_SPACE_FINE;
}

static bool host_no(void *context)
{
    (void)context;
    return false;
}

void quiet_host_init(struct keeper_host *host, const struct folder_ops *folder)
{
    static struct oom oom;
    oom_open(&oom);
    *host = (struct keeper_host){
        .context = &oom,
        .folder = folder,
        .random = random_system(),
        .pin_hash = host_hash,
        .pin_verify = host_verify,
        .civil = host_civil,
        .zone = host_zone,
        .memory_is_locked = host_no,
        .swap_is_on = host_no,
        .space = host_space,
        .battery = host_battery,
        .can_switch_off = host_no,
    };
}
