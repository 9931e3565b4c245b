/* SPDX-License-Identifier: MIT */
#include "core/totals.h"

#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool is_under_way(const struct block *block)
{
    return block->meetings < TOTALS_MEETINGS_PER_BLOCK;
}

/* The block that the next meeting of this series and scale continues, or NULL. Only the last one
 * can: a block that another series has cut off stays as it is. */
static struct block *block_to_continue(struct totals *totals, const char *series, uint32_t scale)
{
    if (totals->block_count == 0) {
        return NULL;
    }
    struct block *last = &totals->block[totals->block_count - 1];
    bool fits = is_under_way(last) && last->scale == scale && strcmp(last->series, series) == 0;
    return fits ? last : NULL;
}

/* Cell indices in byte order of their question ids. */
static void sort_questions(const struct meeting_label *label, uint32_t order[PACK_QUESTION_MAX])
{
    for (uint32_t i = 0; i < label->question_count; i++) {
        uint32_t place = i;
        while (place > 0 && strcmp(label->question[order[place - 1]], label->question[i]) > 0) {
            order[place] = order[place - 1];
            place--;
        }
        order[place] = i;
    }
}

static struct block block_begin(const struct totals *totals, const struct meeting_label *label,
                                uint32_t scale, const uint32_t order[PACK_QUESTION_MAX])
{
    struct block block = {
        .id = totals->block_count + 1,
        .month = label->month,
        .scale = scale,
        .tally_count = label->question_count,
    };
    memcpy(block.series, label->series, sizeof(block.series));
    for (uint32_t i = 0; i < label->question_count; i++) {
        memcpy(block.tally[i].question, label->question[order[i]], PACK_ID_BYTES);
    }
    return block;
}

static bool tally_is_in_limits(const struct tally *tally)
{
    return tally->upper >= -TOTALS_TALLY_LIMIT && tally->upper <= TOTALS_TALLY_LIMIT &&
           tally->lower >= -TOTALS_TALLY_LIMIT && tally->lower <= TOTALS_TALLY_LIMIT;
}

static enum status block_add(struct block *block, const struct counters *counters,
                             const struct meeting_label *label,
                             const uint32_t order[PACK_QUESTION_MAX])
{
    if (block->tally_count != label->question_count) {
        return STATUS_INVALID;
    }
    block->meetings++;
    for (uint32_t i = 0; i < block->tally_count; i++) {
        struct tally *tally = &block->tally[i];
        if (strcmp(tally->question, label->question[order[i]]) != 0) {
            return STATUS_INVALID;
        }
        /* Both sides are far below half of what an int32_t holds: counters.c and totals_check. */
        tally->upper += counters->upper[order[i]];
        tally->lower += counters->lower[order[i]];
        if (!tally_is_in_limits(tally)) {
            return STATUS_LIMIT;
        }
    }
    return STATUS_OK;
}

enum status totals_add_meeting(struct totals *totals, const struct counters *counters,
                               const struct meeting_label *label)
{
    assert(label->question_count == counters->question_count);
    assert(label->question_count >= 1 && label->question_count <= PACK_QUESTION_MAX);
    uint32_t order[PACK_QUESTION_MAX];
    sort_questions(label, order);

    struct block *place = block_to_continue(totals, label->series, counters->scale);
    if (place == NULL && totals->block_count == TOTALS_BLOCK_MAX) {
        return STATUS_LIMIT;
    }
    struct block sum = place != NULL ? *place : block_begin(totals, label, counters->scale, order);
    enum status status = block_add(&sum, counters, label, order);
    if (status != STATUS_OK) {
        return status;
    }
    if (place == NULL) {
        place = &totals->block[totals->block_count++];
    }
    *place = sum;
    return STATUS_OK;
}

uint32_t totals_complete_count(const struct totals *totals)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < totals->block_count; i++) {
        count += !is_under_way(&totals->block[i]);
    }
    return count;
}

uint32_t totals_open_meetings(const struct totals *totals, const char *series, uint32_t scale)
{
    if (totals->block_count == 0) {
        return 0;
    }
    const struct block *last = &totals->block[totals->block_count - 1];
    bool fits = is_under_way(last) && last->scale == scale && strcmp(last->series, series) == 0;
    return fits ? last->meetings : 0;
}

bool totals_have_room(const struct totals *totals)
{
    enum { HALF = TOTALS_TALLY_LIMIT / 2 };
    uint32_t count = totals->block_count;
    if (count == 0 || count == TOTALS_BLOCK_MAX || !is_under_way(&totals->block[count - 1])) {
        return count < TOTALS_BLOCK_MAX;
    }
    const struct block *last = &totals->block[count - 1];
    for (uint32_t i = 0; i < last->tally_count; i++) {
        const struct tally *tally = &last->tally[i];
        if (tally->upper < -HALF || tally->upper > HALF || tally->lower < -HALF ||
            tally->lower > HALF) {
            return false;
        }
    }
    return true;
}

static bool series_is_valid(const char series[TOTALS_SERIES_BYTES])
{
    for (int i = 0; i < TOTALS_SERIES_BYTES - 1; i++) {
        bool is_hex =
            (series[i] >= '0' && series[i] <= '9') || (series[i] >= 'a' && series[i] <= 'f');
        if (!is_hex) {
            return false;
        }
    }
    return series[TOTALS_SERIES_BYTES - 1] == '\0';
}

/* Visible ASCII without what a CSV row would have to quote. */
static bool question_is_valid(const char question[PACK_ID_BYTES])
{
    size_t length = strnlen(question, PACK_ID_BYTES);
    for (size_t i = 0; i < length; i++) {
        char c = question[i];
        if (c <= ' ' || c > '~' || c == ',' || c == '"' || c == '\'') {
            return false;
        }
    }
    return length > 0 && length < PACK_ID_BYTES;
}

/* The name of the first field that breaks its rule, or NULL. */
static const char *block_problem(const struct block *block, uint32_t id)
{
    if (block->id != id) {
        return "id";
    }
    if (!series_is_valid(block->series)) {
        return "series";
    }
    if (!month_is_valid(block->month)) {
        return "month";
    }
    if (block->meetings < 1 || block->meetings > TOTALS_MEETINGS_PER_BLOCK) {
        return "meetings";
    }
    if (block->scale < NOISE_SCALE_MIN || block->scale > NOISE_SCALE_MAX) {
        return "scale";
    }
    if (block->tally_count < 1 || block->tally_count > PACK_QUESTION_MAX) {
        return "tally";
    }
    for (uint32_t i = 0; i < block->tally_count; i++) {
        const struct tally *tally = &block->tally[i];
        if (!question_is_valid(tally->question) ||
            (i > 0 && strcmp(block->tally[i - 1].question, tally->question) >= 0)) {
            return "tally.question";
        }
        if (!tally_is_in_limits(tally)) {
            return "tally.upper, tally.lower";
        }
    }
    return NULL;
}

enum status totals_check(const struct totals *totals, struct error *error)
{
    if (totals->block_count > TOTALS_BLOCK_MAX) {
        *error = (struct error){.status = STATUS_LIMIT, .text = "block"};
        return STATUS_LIMIT;
    }
    for (uint32_t i = 0; i < totals->block_count; i++) {
        const char *field = block_problem(&totals->block[i], i + 1);
        if (field != NULL) {
            *error = (struct error){.status = STATUS_INVALID, .line = i + 1};
            /* The field's own name in the file, for whoever looks with other tools. */
            (void)snprintf(error->text, sizeof(error->text), "%s", field);
            return STATUS_INVALID;
        }
    }
    return STATUS_OK;
}
