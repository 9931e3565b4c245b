/* SPDX-License-Identifier: MIT */
/* The PIN and its back-off. A try is written as a wrong one before it is verified, so that cutting
 * the power in mid-try gains nothing. */
#include "keeper/keeper_parts.h"

#include <assert.h>
#include <string.h>

bool keeper_is_unlocked(const struct keeper *keeper)
{
    return keeper->status.unlocked;
}

void keeper_pin_start(struct keeper *keeper, uint64_t now_ms)
{
    /* Five failures on the disk: a wait was under way. Its clock did not outlive the restart. */
    if (keeper->guard.failures == GUARD_TRIES) {
        keeper->wait_until_ms = now_ms + guard_wait_ms(keeper->guard.level);
    }
}

void keeper_pin_lock(struct keeper *keeper)
{
    keeper->unlocked_until_ms = 0;
    keeper->status.unlocked = 0;
}

void keeper_pin_stay(struct keeper *keeper, uint64_t now_ms)
{
    if (keeper_is_unlocked(keeper)) {
        keeper->unlocked_until_ms = now_ms + KEEPER_UNLOCK_MS;
    }
}

static void unlock(struct keeper *keeper, uint64_t now_ms)
{
    keeper->status.unlocked = 1;
    keeper->unlocked_until_ms = now_ms + KEEPER_UNLOCK_MS;
}

enum status keeper_pin_set(struct keeper *keeper, const char *pin, uint64_t now_ms)
{
    assert(keeper->status.meeting == MEETING_NONE);
    struct settings settings = keeper->settings;
    memset(settings.pin_hash, 0, sizeof(settings.pin_hash));
    enum status status = keeper->host->pin_hash(keeper->host->context, pin, settings.pin_hash);
    if (status != STATUS_OK) {
        return status;
    }
    status = keeper_settings_write(keeper, &settings);
    if (strcmp(keeper->settings.pin_hash, settings.pin_hash) == 0) {
        unlock(keeper, now_ms);
    }
    return status;
}

/* The fifth try in a row already carries the wait it will bring. */
static void count_as_wrong(struct guard *guard)
{
    guard->failures++;
    if (guard->failures == GUARD_TRIES && guard->level < GUARD_LEVEL_MAX) {
        guard->level++;
    }
}

enum status keeper_pin_unlock(struct keeper *keeper, const char *pin, uint64_t now_ms)
{
    if (!keeper->status.pin_set || keeper->wait_until_ms != 0) {
        return STATUS_DENIED;
    }
    assert(keeper->guard.failures < GUARD_TRIES);
    count_as_wrong(&keeper->guard);
    /* With a full disk the count holds only as long as this process. Refusing every PIN instead
     * would keep the facilitator from the one thing that helps: closing the meeting again. */
    enum status written = keeper_guard_save(keeper, false);
    (void)written;
    if (!keeper->host->pin_verify(keeper->host->context, pin, keeper->settings.pin_hash)) {
        if (keeper->guard.failures == GUARD_TRIES) {
            keeper->wait_until_ms = now_ms + guard_wait_ms(keeper->guard.level);
        }
        return STATUS_DENIED;
    }
    keeper->guard.failures = 0;
    keeper->guard.level = 0;
    written = keeper_guard_save(keeper, true);
    unlock(keeper, now_ms);
    return STATUS_OK;
}

uint64_t keeper_pin_deadline(const struct keeper *keeper)
{
    uint64_t deadline = keeper->wait_until_ms == 0 ? UINT64_MAX : keeper->wait_until_ms;
    if (keeper->unlocked_until_ms != 0 && keeper->unlocked_until_ms < deadline) {
        deadline = keeper->unlocked_until_ms;
    }
    return deadline;
}

bool keeper_pin_tick(struct keeper *keeper, uint64_t now_ms)
{
    bool changed = false;
    if (keeper->wait_until_ms != 0 && now_ms >= keeper->wait_until_ms) {
        keeper->wait_until_ms = 0;
        keeper->guard.failures = 0;
        changed = true;
    }
    if (keeper->unlocked_until_ms != 0 && now_ms >= keeper->unlocked_until_ms) {
        keeper_pin_lock(keeper);
        changed = true;
    }
    return changed;
}
