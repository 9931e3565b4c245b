/* SPDX-License-Identifier: MIT */
/* What may be read: everybody may read complete blocks, the facilitator trends and reports. The set
 * under way and the open meeting are in none of these. */
#include "keeper/keeper_parts.h"

static bool is_complete(const struct block *block)
{
    return block->meetings == TOTALS_MEETINGS_PER_BLOCK;
}

enum status keeper_read_rows(struct keeper *keeper, struct request *request)
{
    struct message *answer = keeper_answer(request, MESSAGE_ROWS);
    struct message_rows *rows = &answer->as.rows;
    const struct totals *totals = &keeper->totals;
    uint32_t seen = 0;
    rows->total = keeper->status.complete_blocks;
    rows->from = request->in->as.from;
    for (uint32_t i = 0; i < totals->block_count && rows->count < MESSAGE_BLOCK_MAX; i++) {
        if (is_complete(&totals->block[i]) && seen++ >= rows->from) {
            rows->block[rows->count++] = totals->block[i];
        }
    }
    keeper_answer_send(answer);
    return STATUS_OK;
}

const struct trends *keeper_trends(struct keeper *keeper)
{
    if (!keeper->trends_known) {
        trends_compute(&keeper->totals, keeper->pack, &keeper->trends);
        keeper->trends_known = true;
    }
    return &keeper->trends;
}

static bool line_exists(const struct keeper *keeper, const struct message_line_request *line)
{
    switch (line->kind) {
    case LINE_ALL:
        return true;
    case LINE_THEME:
        return line->index < keeper->pack->theme_count;
    case LINE_QUESTION:
        return line->index < keeper->pack->question_count;
    default:
        return false;
    }
}

enum status keeper_read_line(struct keeper *keeper, struct request *request)
{
    const struct message_line_request *wanted = &request->in->as.line_request;
    if (!line_exists(keeper, wanted)) {
        return STATUS_INVALID;
    }
    struct message *answer = keeper_answer(request, MESSAGE_LINE);
    struct message_line *line = &answer->as.line;
    const struct line_query query = {.line = {(enum line_kind)wanted->kind, wanted->index},
                                     .period = (enum period)wanted->period,
                                     .from = wanted->from,
                                     .max = MESSAGE_POINT_MAX};
    line->request = *wanted;
    line->count = line_read(&keeper->totals, keeper_trends(keeper), keeper->pack, &query,
                            &line->view, line->point);
    keeper_answer_send(answer);
    return STATUS_OK;
}

/* What was read from a drive is checked as a face's messages are. */
static enum status end_list(struct keeper *keeper, struct request *request,
                            const struct errand_answer *found)
{
    (void)keeper;
    if (found->status != STATUS_OK) {
        return (enum status)found->status;
    }
    struct message *answer = keeper_answer(request, MESSAGE_DRIVES);
    answer->as.drives = found->drives;
    return message_seal(answer);
}

enum status keeper_read_drives(struct keeper *keeper, struct request *request)
{
    (void)keeper_errand_of(keeper, ERRAND_LIST);
    return keeper_errand_run(keeper, request, end_list);
}

void keeper_list_drives(struct keeper *keeper, struct request *request)
{
    if (!keeper_is_unlocked(keeper)) {
        return;
    }
    if (keeper_errand_runs(keeper, ERRAND_OF_DRIVES)) {
        keeper->drives_again = true;
        return;
    }
    keeper->drives_again = false;
    (void)keeper_errand_of(keeper, ERRAND_LIST);
    if (keeper_errand_run(keeper, request, end_list) != STATUS_OK) {
        *request->count = 0;
    }
}

void keeper_drives_changed(struct keeper *keeper, uint64_t now_ms,
                           struct message out[KEEPER_OUT_MAX], uint32_t *count)
{
    struct request unasked = {NULL, now_ms, out, count, false};
    *count = 0;
    keeper_list_drives(keeper, &unasked);
}

enum status keeper_read_health(struct keeper *keeper, struct request *request)
{
    const struct keeper_host *host = keeper->host;
    struct message *answer = keeper_answer(request, MESSAGE_HEALTH);
    struct health_facts *facts = &answer->as.health;
    host->health(host->context, facts);
    facts->memory_locked = host->memory_is_locked(host->context);
    facts->now = host->civil(host->context, 0);
    keeper_answer_send(answer);
    return STATUS_OK;
}
