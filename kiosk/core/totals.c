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

/* Indices of counters, in byte order of their question ids. */
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

/* The same questions as the label's, taken in this order. */
static bool asks_the_same(const struct block *block, const struct meeting_label *label,
                          const uint32_t order[PACK_QUESTION_MAX])
{
    bool same = block->tally_count == label->question_count;
    for (uint32_t i = 0; i < label->question_count && same; i++) {
        same = strcmp(block->tally[i].question, label->question[order[i]]) == 0;
    }
    return same;
}

/* Whatever a meeting adds, the sum is a number that the file can hold. */
static bool has_room(const struct block *block)
{
    enum { ROOM = TOTALS_TALLY_LIMIT - COUNTER_MAX };
    for (uint32_t i = 0; i < block->tally_count; i++) {
        const struct tally *tally = &block->tally[i];
        if (tally->upper < -ROOM || tally->upper > ROOM || tally->lower < -ROOM ||
            tally->lower > ROOM) {
            return false;
        }
    }
    return true;
}

/* The last block when the next meeting continues it, else NULL. A block that another series has cut
 * off stays as it is, and so does one that only looks like this series: its file is from elsewhere.
 */
static const struct block *block_to_continue(const struct totals *totals,
                                             const struct meeting_label *label, uint32_t scale,
                                             const uint32_t order[PACK_QUESTION_MAX])
{
    if (totals->block_count == 0) {
        return NULL;
    }
    const struct block *last = &totals->block[totals->block_count - 1];
    bool fits = is_under_way(last) && last->scale == scale &&
                strcmp(last->series, label->series) == 0 && asks_the_same(last, label, order) &&
                has_room(last);
    return fits ? last : NULL;
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

/* Neither sum is too large: no counter is above COUNTER_MAX, and the block had room for that. */
static void block_add(struct block *block, const struct counters *counters,
                      const uint32_t order[PACK_QUESTION_MAX])
{
    block->meetings++;
    for (uint32_t i = 0; i < block->tally_count; i++) {
        struct tally *tally = &block->tally[i];
        tally->upper += counters->upper[order[i]];
        tally->lower += counters->lower[order[i]];
        assert(tally_is_in_limits(tally));
    }
}

enum status totals_add_meeting(struct totals *totals, const struct counters *counters,
                               const struct meeting_label *label)
{
    assert(label->question_count == counters->question_count);
    assert(label->question_count >= 1 && label->question_count <= PACK_QUESTION_MAX);
    uint32_t order[PACK_QUESTION_MAX];
    sort_questions(label, order);

    if (block_to_continue(totals, label, counters->scale, order) == NULL) {
        if (totals->block_count == TOTALS_BLOCK_MAX) {
            return STATUS_LIMIT;
        }
        totals->block[totals->block_count] = block_begin(totals, label, counters->scale, order);
        totals->block_count++;
    }
    block_add(&totals->block[totals->block_count - 1], counters, order);
    return STATUS_OK;
}

uint32_t totals_open_meetings(const struct totals *totals, const struct meeting_label *label,
                              uint32_t scale)
{
    uint32_t order[PACK_QUESTION_MAX];
    sort_questions(label, order);
    const struct block *block = block_to_continue(totals, label, scale, order);
    return block != NULL ? block->meetings : 0;
}

bool totals_take_meeting(const struct totals *totals, const struct meeting_label *label,
                         uint32_t scale)
{
    return totals->block_count < TOTALS_BLOCK_MAX || totals_open_meetings(totals, label, scale) > 0;
}

struct month_span totals_months(const struct totals *totals, uint32_t first, uint32_t count)
{
    struct month_span span = {0};
    for (uint32_t i = 0; i < count; i++) {
        month_span_add(&span, totals->block[first + i].month);
    }
    return span;
}

uint32_t totals_complete_count(const struct totals *totals)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < totals->block_count; i++) {
        count += !is_under_way(&totals->block[i]);
    }
    return count;
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
