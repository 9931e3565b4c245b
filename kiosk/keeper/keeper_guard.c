/* SPDX-License-Identifier: MIT */
/* The guard's file follows what the keeper knows. A write that failed may have changed the file all
 * the same, so the file is written again at the next occasion, and the next start finds the truth
 * in it. */
#include "keeper/keeper_parts.h"

static enum status write_guard(struct keeper *keeper, const struct guard *guard, bool ordered)
{
    const struct folder_ops *folder = keeper->host->folder;
    enum status status = ordered ? guard_save_ordered(guard, folder) : guard_save(guard, folder);
    keeper->guard_behind = status != STATUS_OK;
    keeper->guard_kept |= status == STATUS_OK;
    return status;
}

enum status keeper_guard_save(struct keeper *keeper, bool ordered)
{
    return write_guard(keeper, &keeper->guard, ordered);
}

enum status keeper_guard_flag(struct keeper *keeper, enum guard_flag flag, bool ordered)
{
    struct guard guard = keeper->guard;
    guard.flag = (uint8_t)flag;
    enum status status = write_guard(keeper, &guard, ordered);
    if (status == STATUS_OK) {
        keeper->guard = guard;
    }
    return status;
}

/* Synced before anybody is told that the meeting is saved or discarded: after a power cut the next
 * start would doubt it. */
void keeper_guard_no_meeting(struct keeper *keeper)
{
    keeper->guard.flag = GUARD_NO_MEETING;
    enum status status = keeper_guard_save(keeper, false);
    (void)status; /* guard_behind tells */
}

void keeper_guard_catch_up(struct keeper *keeper)
{
    if (keeper->guard_behind) {
        enum status status = keeper_guard_save(keeper, false);
        (void)status; /* guard_behind still tells */
    }
}
