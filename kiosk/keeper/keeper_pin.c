/* SPDX-License-Identifier: MIT */
/* The PIN and its back-off. A try is written down as a wrong PIN before the PIN is compared, so
 * that nobody gains by cutting the power during a try. A try of which nothing could be compared is
 * taken back. */
#include "core/pin_hash.h"
#include "keeper/keeper_parts.h"

#include <assert.h>
#include <string.h>

bool keeper_is_unlocked(const struct keeper *keeper)
{
    return keeper->status.unlocked;
}

void keeper_pin_start(struct keeper *keeper, uint64_t now_ms)
{
    /* Five wrong PINs are on the disk, so a wait was under way. Its clock did not outlive the new
     * start. */
    if (keeper->guard.failures == GUARD_TRIES) {
        keeper->wait_until_ms = now_ms + guard_wait_ms(keeper->guard.level);
    }
}

void keeper_pin_lock(struct keeper *keeper)
{
    keeper->unlocked_until_ms = 0;
    keeper->status.unlocked = 0;
    keeper->picked = false; /* what a drive answers after this is not put back */
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

static enum status end_set(struct keeper *keeper, struct request *request,
                           const struct errand_answer *answer)
{
    size_t length = strnlen(answer->hash, sizeof(answer->hash));
    if (answer->status != STATUS_OK) {
        return (enum status)answer->status;
    }
    if (!pin_hash_is_valid((struct span){answer->hash, length})) {
        return STATUS_INVALID;
    }
    struct settings settings = keeper->settings;
    memset(settings.pin_hash, 0, sizeof(settings.pin_hash));
    memcpy(settings.pin_hash, answer->hash, length);
    enum status status = keeper_settings_write(keeper, &settings);
    if (strcmp(keeper->settings.pin_hash, settings.pin_hash) == 0) {
        unlock(keeper, request->now_ms);
    }
    return status;
}

enum status keeper_pin_set(struct keeper *keeper, struct request *request)
{
    assert(keeper->status.meeting == MEETING_NONE);
    struct errand *errand = keeper_errand_of(keeper, ERRAND_HASH);
    memcpy(errand->pin, request->in->as.pin, sizeof(errand->pin));
    return keeper_errand_run(keeper, request, end_set);
}

/* Counts a try as wrong. The fifth wrong try in a row carries already the wait that it will bring.
 */
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

/* Writes the try down. A try that nobody compares is none. With a full disk the count holds only as
 * long as this process runs. Refusing every PIN then would keep the facilitator from the one thing
 * that helps: closing the meeting again. But where no count could be kept since the start, new
 * starts would bring tries without end, so each start costs a wait. Made-up totals are not worth
 * that. */
static enum status note_try(struct keeper *keeper, uint64_t now_ms)
{
    keeper->untried = keeper->guard;
    uint64_t from_ms = keeper->started_ms + GUARD_UNKEPT_MS;
    count_as_wrong(&keeper->guard);
    enum status written = keeper_guard_save(keeper, false);
    if (written == STATUS_OK || keeper->guard_kept || keeper->status.simulated ||
        now_ms >= from_ms) {
        return STATUS_OK;
    }
    keeper->guard = keeper->untried;
    begin_wait(keeper, written == STATUS_NO_SPACE ? WAIT_FULL : WAIT_UNWRITTEN, from_ms);
    return STATUS_DENIED;
}

/* Takes the try back, because nothing was compared. What else the guard says may be new. */
static void take_back_try(struct keeper *keeper)
{
    keeper->guard.failures = keeper->untried.failures;
    keeper->guard.level = keeper->untried.level;
    enum status written = keeper_guard_save(keeper, true);
    (void)written; /* guard_behind tells */
}

/* A match unlocks nothing when the person who asked is gone. */
static enum status end_unlock(struct keeper *keeper, struct request *request,
                              const struct errand_answer *answer)
{
    enum status status = (enum status)answer->status;
    if (status == STATUS_DENIED) {
        if (keeper->guard.failures == GUARD_TRIES) {
            begin_wait(keeper, WAIT_WRONG, request->now_ms + guard_wait_ms(keeper->guard.level));
        }
        return status;
    }
    if (status != STATUS_OK) {
        take_back_try(keeper);
        return status;
    }
    keeper->guard.failures = 0;
    keeper->guard.level = 0;
    enum status written = keeper_guard_save(keeper, true);
    (void)written; /* guard_behind tells */
    if (request->in != NULL) {
        unlock(keeper, request->now_ms);
    }
    return STATUS_OK;
}

enum status keeper_pin_unlock(struct keeper *keeper, struct request *request)
{
    bool has_pin = keeper->settings.pin_hash[0] != '\0';
    if (!has_pin || keeper->wait_until_ms != 0) {
        return STATUS_DENIED;
    }
    if (keeper_errand_runs(keeper, ERRAND_OF_PIN)) {
        return STATUS_BUSY; /* nothing is compared yet, so this is no try */
    }
    assert(keeper->guard.failures < GUARD_TRIES);
    if (note_try(keeper, request->now_ms) != STATUS_OK) {
        return STATUS_DENIED;
    }
    struct errand *errand = keeper_errand_of(keeper, ERRAND_VERIFY);
    memcpy(errand->pin, request->in->as.pin, sizeof(errand->pin));
    memcpy(errand->hash, keeper->settings.pin_hash, sizeof(errand->hash));
    return keeper_errand_run(keeper, request, end_unlock);
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
