/* SPDX-License-Identifier: MIT */
/* The life of a meeting: opened with noise, added to, closed once. */
#include "keeper/keeper_parts.h"

#include <string.h>

static bool is_counting(const struct keeper *keeper)
{
    return keeper->status.room == ROOM_MANY &&
           (keeper->status.meeting == MEETING_OPEN || keeper->status.meeting == MEETING_ENDING);
}

/* Returns what stands in the way of opening. Each reason has its own status, so that the screen can
 * say what to do. */
static enum status check_may_open(struct keeper *keeper, enum room room)
{
    const struct keeper_status *status = &keeper->status;
    bool counts = room == ROOM_MANY, dies = counts && status->battery == BATTERY_EMPTY;
    if (status->simulated || status->meeting != MEETING_NONE || dies) {
        return STATUS_DENIED;
    }
    if (status->file == FILE_NEWER) {
        return STATUS_NEWER;
    }
    if (status->file == FILE_UNREADABLE) {
        return STATUS_IO;
    }
    if (keeper->stale) {
        enum status settled = keeper_settle(keeper, &keeper->other);
        if (keeper->stale) {
            return settled;
        }
    }
    if (counts && !keeper->host->memory_is_locked(keeper->host->context)) {
        return STATUS_NO_LOCK;
    }
    return counts && !keeper_takes_next(keeper, &keeper->totals) ? STATUS_LIMIT : STATUS_OK;
}

/* Ends a meeting of which nothing has to be saved any more. A guard file that keeps its flag must
 * not undo a save. */
static void finish(struct keeper *keeper, enum ended ended)
{
    counters_wipe(&keeper->secret->counters);
    store_close_reset(&keeper->close);
    if (keeper->guard.flag != GUARD_NO_MEETING && keeper->status.room == ROOM_MANY) {
        keeper_guard_no_meeting(keeper);
    }
    keeper->status.meeting = MEETING_NONE;
    keeper->status.paused = 0;
    keeper->status.face_again = 0;
    keeper->status.unsaved_why = STATUS_OK;
    keeper->status.ended = (uint8_t)ended;
    keeper->status.closed = keeper->host->civil(keeper->host->context, 0);
}

enum status keeper_meeting_open(struct keeper *keeper, const struct message_open *open,
                                uint64_t now_ms)
{
    const enum room room = (enum room)open->room;
    (void)keeper_power_look(keeper, now_ms); /* the answer tells of the battery in any case */
    enum status status = check_may_open(keeper, room);
    if (status != STATUS_OK) {
        return status;
    }
    keeper_clock_opens(keeper, open->month);
    if (room == ROOM_MANY) {
        /* The flag is written first, so that a meeting that a power cut ends is not forgotten in
         * silence. */
        status = keeper_guard_flag(keeper, GUARD_OPEN, false);
        if (status != STATUS_OK) {
            keeper_guard_catch_up(
                keeper); /* no meeting was open, so the next start must not say that one was */
            return status;
        }
        status =
            store_clean(keeper->host->folder); /* removes now what would be in the way of saving */
        if (status == STATUS_OK) {
            status = counters_open(&keeper->secret->counters, &keeper->host->random,
                                   keeper->status.question_count, keeper->settings.choice.scale);
        }
        if (status != STATUS_OK) {
            counters_wipe(&keeper->secret->counters);
            keeper_guard_no_meeting(keeper);
            return status;
        }
    }
    keeper->status.meeting = MEETING_OPEN;
    keeper->status.room = (uint8_t)room;
    keeper->status.paused = 0;
    keeper->status.ended = ENDED_NOT;
    keeper->status.opened = keeper->host->civil(keeper->host->context, 0);
    keeper->status.opened.month = keeper_month(keeper);
    keeper->status.closes = keeper->host->civil(keeper->host->context, KEEPER_OPEN_MS_MAX / 1000);
    keeper->opened_ms = now_ms;
    keeper->ending_alone = false;
    keeper->picked = false; /* a drive that answers late puts nothing back into this meeting */
    return STATUS_OK;
}

enum status keeper_meeting_add(struct keeper *keeper, const uint8_t sides[PACK_QUESTION_MAX])
{
    for (uint32_t i = keeper->status.question_count; i < PACK_QUESTION_MAX; i++) {
        if (sides[i] != SIDE_NONE) {
            return STATUS_INVALID; /* there is no such question */
        }
    }
    if (!is_counting(keeper)) {
        return STATUS_DENIED;
    }
    return counters_add(&keeper->secret->counters, sides);
}

/* Builds the close on the totals that this process knows, not on whatever is in the folder now. */
static enum status begin_close(struct keeper *keeper)
{
    struct meeting_label label;
    uint32_t count = keeper->totals.block_count;
    keeper_make_label(keeper, &label);
    keeper->next.block_count = count;
    memcpy(keeper->next.block, keeper->totals.block, count * sizeof(keeper->totals.block[0]));
    enum status status = totals_add_meeting(&keeper->next, &keeper->secret->counters, &label);
    return status == STATUS_OK ? store_close_begin(&keeper->close, keeper->host->folder,
                                                   &keeper->known, &keeper->next)
                               : status;
}

/* The flag is written first, because after a power cut during the save the next start cannot know
 * whether the meeting is lost. A guard that takes no write keeps no meeting from being saved. */
static enum status save(struct keeper *keeper)
{
    if (keeper->guard.flag != GUARD_CLOSING) {
        enum status flagged = keeper_guard_flag(keeper, GUARD_CLOSING, true);
        (void)flagged; /* guard_behind tells */
    }
    if (!keeper->close.begun) {
        enum status status = begin_close(keeper);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return store_close_run(&keeper->close, keeper->host->folder, keeper->scratch,
                           sizeof(keeper->scratch));
}

/* Tells that another file, or no file, was in the place of ours. Ours is there again. */
static void tell_of_other(struct keeper *keeper)
{
    keeper->status.file = FILE_CHANGED;
    keeper->status.set_aside = store_has_aside(keeper->host->folder);
}

enum status keeper_meeting_close(struct keeper *keeper, bool alone)
{
    if (keeper->status.meeting == MEETING_NONE) {
        return STATUS_DENIED;
    }
    if (keeper->status.room == ROOM_FEW) {
        finish(keeper, ENDED_REFLECTION);
        return STATUS_OK;
    }
    enum status status = save(keeper);
    if (status != STATUS_OK) {
        keeper->status.meeting = MEETING_UNSAVED;
        keeper->status.unsaved_why = (uint8_t)status;
        return status;
    }
    keeper_take_next(keeper, &keeper->close.with, keeper->close.length);
    if (keeper->close.found_other) {
        tell_of_other(keeper);
    }
    finish(keeper, alone ? ENDED_SAVED_ALONE : ENDED_SAVED);
    return STATUS_OK;
}

/* Gives up a meeting. A close that failed at its very end may have saved the meeting all the same.
 */
static enum ended give_up(struct keeper *keeper)
{
    switch (store_close_give_up(&keeper->close, keeper->host->folder, &keeper->totals,
                                keeper->scratch, sizeof(keeper->scratch))) {
    case STORE_LEFT_NOTHING:
        return ENDED_DISCARDED;
    case STORE_LEFT_MEETING:
        return ENDED_KEPT;
    case STORE_LEFT_UNSURE:
        break;
    }
    return ENDED_UNSURE;
}

enum status keeper_meeting_discard(struct keeper *keeper)
{
    if (keeper->status.meeting == MEETING_NONE) {
        return STATUS_DENIED;
    }
    if (!keeper->close.begun) {
        finish(keeper, ENDED_DISCARDED);
        return STATUS_OK;
    }
    enum ended ended = give_up(keeper);
    const struct store_known with = keeper->close.with;
    bool found_other = keeper->close.found_other;
    keeper->known = keeper->close.before;
    finish(keeper, ended);
    if (keeper_settle(keeper, &with) == STATUS_OK && found_other) {
        tell_of_other(keeper);
    }
    return STATUS_OK;
}

enum status keeper_meeting_pause(struct keeper *keeper, bool paused)
{
    if (keeper->status.meeting != MEETING_OPEN) {
        return STATUS_DENIED;
    }
    keeper->status.paused = paused;
    return STATUS_OK;
}

enum status keeper_meeting_leave(struct keeper *keeper, enum leave leave)
{
    if (leave == LEAVE_OFF && !keeper->host->can_switch_off(keeper->host->context)) {
        return STATUS_DENIED;
    }
    if (keeper->status.meeting != MEETING_NONE) {
        enum status status = keeper_meeting_close(keeper, false);
        if (status != STATUS_OK) {
            return status;
        }
    }
    keeper->leave = leave;
    return STATUS_OK;
}

/* Ends a meeting without being asked: no new turn can start, a turn that is under way may finish,
 * then comes the close. */
static void end_alone(struct keeper *keeper, uint64_t now_ms)
{
    keeper->status.meeting = MEETING_ENDING;
    keeper->ending_ms = now_ms;
    keeper->ending_alone = true;
}

void keeper_meeting_spare(struct keeper *keeper, uint64_t now_ms)
{
    const struct keeper_status *status = &keeper->status;
    if (status->battery == BATTERY_EMPTY && status->meeting == MEETING_OPEN &&
        status->room == ROOM_MANY) {
        end_alone(keeper, now_ms);
    }
}

uint64_t keeper_meeting_deadline(const struct keeper *keeper)
{
    if (keeper->status.meeting == MEETING_OPEN) {
        return keeper->opened_ms + KEEPER_OPEN_MS_MAX;
    }
    if (keeper->status.meeting == MEETING_ENDING) {
        return keeper->ending_ms + KEEPER_ENDING_MS_MAX;
    }
    return UINT64_MAX;
}

bool keeper_meeting_tick(struct keeper *keeper, uint64_t now_ms)
{
    if (now_ms < keeper_meeting_deadline(keeper)) {
        return false;
    }
    if (keeper->status.meeting == MEETING_OPEN) {
        end_alone(keeper, now_ms);
        return true;
    }
    enum status status = keeper_meeting_close(keeper, true);
    (void)status; /* unsaved_why tells */
    return true;
}
