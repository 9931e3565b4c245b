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

static void begin_wait(struct keeper *keeper, enum wait_why why, uint64_t until_ms)
{
    keeper->wait_until_ms = until_ms;
    keeper->status.wait_why = (uint8_t)why;
}

/* A try that nobody compares is none. With a full disk the count holds only as long as this
 * process. Refusing every PIN then would keep the facilitator from the one thing that helps:
 * closing the meeting again. But where no count could be kept since the start, starting again would
 * bring new tries without end, so each start costs a wait. Made-up totals are worth none. */
static enum status note_try(struct keeper *keeper, uint64_t now_ms)
{
    const struct guard before = keeper->guard;
    uint64_t from_ms = keeper->started_ms + GUARD_UNKEPT_MS;
    count_as_wrong(&keeper->guard);
    enum status written = keeper_guard_save(keeper, false);
    if (written == STATUS_OK || keeper->guard_kept || keeper->status.simulated ||
        now_ms >= from_ms) {
        return STATUS_OK;
    }
    keeper->guard = before;
    begin_wait(keeper, WAIT_RECORD, from_ms);
    return STATUS_DENIED;
}

enum status keeper_pin_unlock(struct keeper *keeper, const char *pin, uint64_t now_ms)
{
    bool has_pin = keeper->settings.pin_hash[0] != '\0';
    if (!has_pin || keeper->wait_until_ms != 0) {
        return STATUS_DENIED;
    }
    assert(keeper->guard.failures < GUARD_TRIES);
    if (note_try(keeper, now_ms) != STATUS_OK) {
        return STATUS_DENIED;
    }
    if (!keeper->host->pin_verify(keeper->host->context, pin, keeper->settings.pin_hash)) {
        if (keeper->guard.failures == GUARD_TRIES) {
            begin_wait(keeper, WAIT_WRONG, now_ms + guard_wait_ms(keeper->guard.level));
        }
        return STATUS_DENIED;
    }
    keeper->guard.failures = 0;
    keeper->guard.level = 0;
    enum status written = keeper_guard_save(keeper, true);
    (void)written; /* behind */
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
        keeper->status.wait_why = WAIT_WRONG;
        if (keeper->guard.failures == GUARD_TRIES) {
            keeper->guard.failures = 0;
        }
        changed = true;
    }
    if (keeper->unlocked_until_ms != 0 && now_ms >= keeper->unlocked_until_ms) {
        keeper_pin_lock(keeper);
        changed = true;
    }
    return changed;
}
