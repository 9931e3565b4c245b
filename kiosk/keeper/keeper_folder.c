/* SPDX-License-Identifier: MIT */
/* What of the folder counts now. It is taken over anew whenever a file was read or written. */
#include "keeper/keeper_parts.h"

#include <assert.h>
#include <string.h>

/* The period's name stands for its words in the digest that names a series. */
static const char *const LOOK_BACK_PERIOD[] = {
    [LOOK_BACK_MET] = "met",
    [LOOK_BACK_WEEK] = "week",
};

/* Returns whether a series that no longer runs left a block before the block was full. */
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
    keeper->trends_known = false;
    status->complete_blocks = totals_complete_count(&keeper->totals);
    keeper_take_series(keeper);
    status->file_bytes = (uint32_t)file_bytes;
    if (status->file != FILE_SET_ASIDE &&
        status->file != FILE_CHANGED) { /* those notices stay until somebody has read them */
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
    struct store_known there, maybe = *other; /* a copy, because other may point to keeper->other */
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

/* Finds the questions that are switched on, in their order: pair i of the counters counts the i-th
 * of them. */
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
