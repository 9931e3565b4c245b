/* SPDX-License-Identifier: MIT */
/* The root of the keeper: reads what its folder holds, and begins each of its parts once. */
#include "keeper/keeper_parts.h"

#include <string.h>

static enum status load_settings(struct keeper *keeper, struct error *error)
{
    const struct folder_ops *folder = keeper->host->folder;
    char text[SETTINGS_BYTES_MAX];
    size_t length = 0;
    settings_reset(&keeper->settings);
    keeper->behind = false;
    enum status status = folder->read(folder->context, SETTINGS_FILE, text, sizeof(text), &length);
    bool is_there = status != STATUS_MISSING;
    if (status == STATUS_OK) {
        status = settings_parse(text, length, keeper->pack, &keeper->settings, error);
    } else if (is_there && status != STATUS_LIMIT) {
        memcpy(error->text, SETTINGS_FILE, sizeof(SETTINGS_FILE));
        return status;
    } else if (!is_there) { /* a file from before there were chores has no open chore */
        keeper->settings.still_open = CHORES_ALL;
    }
    explicit_bzero(text, sizeof(text));
    if (status == STATUS_NEWER) {
        return status;
    }
    *error = (struct error){.status = STATUS_OK};
    if (status != STATUS_OK || keeper->settings.pin_hash[0] == '\0') {
        keeper_mend_settings(keeper, is_there && status != STATUS_OK);
    }
    keeper->status.pin_set =
        keeper->settings.pin_hash[0] != '\0' || keeper->status.settings == SETTINGS_LOST;
    return STATUS_OK;
}

/* A damaged file is set aside; a newer file is left for the program that wrote it. */
static void load_totals(struct keeper *keeper)
{
    const struct folder_ops *folder = keeper->host->folder;
    struct error error;
    size_t length = 0;
    enum status status = store_load(folder, &keeper->totals, keeper->scratch,
                                    sizeof(keeper->scratch), &length, &error);
    store_know(&keeper->known, folder, keeper->scratch, status == STATUS_OK ? length : 0);
    if (status == STATUS_OK) {
        keeper_take_totals(keeper, length);
        return;
    }
    keeper->totals.block_count = 0;
    keeper->status.file = status == STATUS_NEWER ? FILE_NEWER : FILE_UNREADABLE;
    char name[STORE_NAME_BYTES];
    if (status == STATUS_DAMAGED && store_set_aside(folder, name) == STATUS_OK) {
        keeper->status.file = FILE_SET_ASIDE;
        keeper_take_totals(keeper, 0);
    }
}

static bool is_simulated(const struct folder_ops *folder)
{
    char byte;
    size_t length = 0;
    enum status status = folder->read(folder->context, SIMULATED_FILE, &byte, 1, &length);
    return status == STATUS_OK || status == STATUS_LIMIT;
}

static enum last_meeting last_of(enum guard_flag flag)
{
    switch (flag) {
    case GUARD_OPEN:
        return LAST_UNSAVED;
    case GUARD_CLOSING:
        return LAST_UNSURE;
    case GUARD_NO_MEETING:
        break;
    }
    return LAST_FINE;
}

enum status keeper_init(struct keeper *keeper, struct keeper_secret *secret,
                        const struct pack *pack, const struct keeper_host *host, uint64_t now_ms,
                        struct error *error)
{
    memset(&keeper->status, 0, sizeof(keeper->status));
    keeper->pack = pack;
    keeper->host = host;
    keeper->secret = secret;
    keeper->unlocked_until_ms = keeper->wait_until_ms = 0;
    keeper->greeted = false;
    keeper->leave = LEAVE_NOT;
    store_close_reset(&keeper->close);
    keeper->picked = keeper->stale = keeper->guard_behind = keeper->guard_kept = false;
    keeper->started_ms = now_ms;
    *error = (struct error){.status = STATUS_OK};
    counters_wipe(&secret->counters);
    /* A leftover that cannot be removed is no reason not to start, because reading needs no
     * writing. */
    enum status cleaned = store_clean(host->folder);
    (void)cleaned;
    keeper->status.simulated = is_simulated(host->folder);
    enum status status = load_settings(keeper, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = guard_load(&keeper->guard, host->folder);
    if (status == STATUS_DAMAGED) {
        keeper->status.wait_why = WAIT_RECORD;
    } else if (status != STATUS_OK) {
        memcpy(error->text, GUARD_FILE, sizeof(GUARD_FILE));
        return status;
    }
    keeper->status.last = (uint8_t)last_of((enum guard_flag)keeper->guard.flag);
    keeper_pin_start(keeper, now_ms);
    keeper_machine_load(keeper);
    keeper_take_settings(keeper);
    load_totals(keeper);
    keeper_mend_choice(keeper);
    keeper->status.set_aside = store_has_aside(host->folder);
    (void)keeper_power_look(keeper, now_ms);
    struct appliance_facts facts = host->appliance;
    facts.has_clock = !keeper_doubts_clock(keeper);
    keeper->status.appliance = appliance_asks(&facts, &keeper->machine);
    return STATUS_OK;
}
