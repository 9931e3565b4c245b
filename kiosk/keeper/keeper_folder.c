/* SPDX-License-Identifier: MIT */
/* What the folder holds, and what of it counts now: read at the start, taken over anew whenever a
 * file was written. */
#include "keeper/keeper_parts.h"

#include <assert.h>
#include <string.h>

/* The period's name stands for its words in the digest that names a series. */
static const char *const LOOK_BACK_PERIOD[] = {
    [LOOK_BACK_MET] = "met",
    [LOOK_BACK_WEEK] = "week",
};

/* Whether some block was left in mid-set by a series that no longer runs. */
static bool has_left_over(const struct keeper *keeper)
{
    const struct totals *totals = &keeper->totals;
    uint32_t unfinished = 0;
    for (uint32_t i = 0; i < totals->block_count; i++) {
        unfinished += totals->block[i].meetings < TOTALS_MEETINGS_PER_BLOCK;
    }
    return unfinished > (keeper->status.open_meetings > 0);
}

void keeper_make_label(const struct keeper *keeper, struct meeting_label *label)
{
    memset(label, 0, sizeof(*label));
    memcpy(label->series, keeper->series, sizeof(label->series));
    label->month = keeper->status.opened.month;
    label->question_count = keeper->status.question_count;
    for (uint32_t i = 0; i < label->question_count; i++) {
        memcpy(label->question[i], keeper->pack->question[keeper->question[i]].id, PACK_ID_BYTES);
    }
}

bool keeper_takes_next(const struct keeper *keeper, const struct totals *totals)
{
    struct meeting_label label;
    keeper_make_label(keeper, &label);
    return totals_take_meeting(totals, &label, keeper->settings.choice.scale);
}

void keeper_take_series(struct keeper *keeper)
{
    struct keeper_status *status = &keeper->status;
    struct meeting_label label;
    keeper_make_label(keeper, &label);
    status->open_meetings =
        (uint8_t)totals_open_meetings(&keeper->totals, &label, keeper->settings.choice.scale);
    status->left_over = has_left_over(keeper);
}

void keeper_take_totals(struct keeper *keeper, size_t file_bytes)
{
    struct keeper_status *status = &keeper->status;
    status->complete_blocks = totals_complete_count(&keeper->totals);
    keeper_take_series(keeper);
    status->file_bytes = (uint32_t)file_bytes;
    if (status->file != FILE_SET_ASIDE && status->file != FILE_CHANGED) { /* until it is seen */
        status->file = file_bytes == 0 ? FILE_NONE : FILE_GOOD;
    }
}

void keeper_take_next(struct keeper *keeper, const struct store_known *known, size_t file_bytes)
{
    uint32_t count = keeper->next.block_count;
    keeper->totals.block_count = count;
    memcpy(keeper->totals.block, keeper->next.block, count * sizeof(keeper->next.block[0]));
    keeper->known = *known;
    keeper_take_totals(keeper, file_bytes);
}

enum status keeper_settle(struct keeper *keeper, const struct store_known *other)
{
    struct store_known there, maybe = *other; /* which may be keeper->other */
    struct error error;
    size_t length = 0;
    enum status status =
        store_look(keeper->host->folder, keeper->scratch, sizeof(keeper->scratch), &there, &length);
    if (status == STATUS_OK && store_is_known(&there, &keeper->known)) {
        keeper_take_totals(keeper, length);
    } else if (status == STATUS_OK && store_is_known(&there, &maybe)) {
        keeper->next.block_count = 0;
        if (there.is_there) {
            status = store_decode(keeper->scratch, length, &keeper->next, &error);
        }
        if (status == STATUS_OK) {
            keeper_take_next(keeper, &there, length);
        }
    } else if (status == STATUS_OK) {
        status = STATUS_CHANGED;
    }
    keeper->stale = status != STATUS_OK && status != STATUS_CHANGED;
    keeper->other = maybe;
    return status;
}

/* The questions that are switched on, in their order: cell i counts the i-th of them. */
static void choose_questions(struct keeper *keeper)
{
    uint8_t count = 0;
    for (uint32_t i = 0; i < keeper->pack->question_count; i++) {
        if ((keeper->settings.choice.question_off & 1u << i) == 0) {
            keeper->question[count++] = (uint8_t)i;
        }
    }
    keeper->status.question_count = count;
    keeper->status.scale = (uint8_t)keeper->settings.choice.scale;
}

void keeper_name_series(const struct pack *pack, const struct settings *settings,
                        const struct folder_ops *folder, char *scratch, size_t scratch_size,
                        char series[TOTALS_SERIES_BYTES])
{
    static const char HEX[] = "0123456789abcdef";
    size_t length =
        pack_series_text(pack, settings->choice.question_off,
                         LOOK_BACK_PERIOD[settings->choice.look_back], scratch, scratch_size - 1);
    assert(length < scratch_size);
    scratch[length++] = (char)('0' + settings->choice.scale);
    uint8_t digest[STORE_DIGEST_BYTES];
    folder->digest(folder->context, scratch, length, digest);
    for (size_t i = 0; i < TOTALS_SERIES_BYTES - 1; i++) {
        series[i] = HEX[i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15];
    }
    series[TOTALS_SERIES_BYTES - 1] = '\0';
}

void keeper_take_settings(struct keeper *keeper)
{
    choose_questions(keeper);
    keeper_name_series(keeper->pack, &keeper->settings, keeper->host->folder,
                       (char *)keeper->scratch, sizeof(keeper->scratch), keeper->series);
}

static enum status load_settings(struct keeper *keeper, struct error *error)
{
    const struct folder_ops *folder = keeper->host->folder;
    char text[SETTINGS_BYTES_MAX];
    size_t length = 0;
    settings_reset(&keeper->settings);
    enum status status = folder->read(folder->context, SETTINGS_FILE, text, sizeof(text), &length);
    if (status == STATUS_MISSING) {
        return STATUS_OK;
    }
    if (status == STATUS_LIMIT) {
        status = STATUS_OK;
        length = SETTINGS_BYTES_MAX + 1; /* the parser says so, in its words */
    }
    if (status != STATUS_OK) {
        memcpy(error->text, SETTINGS_FILE, sizeof(SETTINGS_FILE));
        return status;
    }
    status = settings_parse(text, length, keeper->pack, &keeper->settings, error);
    if (status == STATUS_OK) {
        keeper->status.pin_set = keeper->settings.pin_hash[0] != '\0';
    }
    return status;
}

/* A damaged file is moved out of the way, a newer one is left for the program that wrote it. */
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
    keeper->picked = keeper->stale = keeper->guard_behind = false;
    *error = (struct error){.status = STATUS_OK};
    counters_wipe(&secret->counters);
    /* A leftover that cannot be removed is no reason to stay away: reading needs no writing. */
    enum status cleaned = store_clean(host->folder);
    (void)cleaned;
    enum status status = load_settings(keeper, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = guard_load(&keeper->guard, host->folder);
    if (status != STATUS_OK) {
        memcpy(error->text, GUARD_FILE, sizeof(GUARD_FILE));
        return status;
    }
    keeper->status.last = (uint8_t)last_of((enum guard_flag)keeper->guard.flag);
    keeper->status.simulated = is_simulated(host->folder);
    keeper_pin_start(keeper, now_ms);
    keeper_machine_load(keeper);
    keeper_take_settings(keeper);
    load_totals(keeper);
    keeper->status.set_aside = store_has_aside(host->folder);
    (void)keeper_power_look(keeper, now_ms);
    return STATUS_OK;
}
