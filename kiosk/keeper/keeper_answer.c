/* SPDX-License-Identifier: MIT */
/* The keeper's answers. Each is sealed as it is sent; what an answer holds is what the face may
 * know. */
#include "keeper/keeper_parts.h"

#include <assert.h>

struct message *keeper_answer(struct request *request, enum message_type type)
{
    assert(*request->count < KEEPER_OUT_MAX);
    struct message *answer = &request->out[(*request->count)++];
    message_init(answer, type);
    answer->sequence = request->in == NULL ? 0 : request->in->sequence;
    return answer;
}

void keeper_answer_send(struct message *message)
{
    enum status sealed = message_seal(message);
    assert(sealed == STATUS_OK);
    (void)sealed;
}

void keeper_answer_refused(struct request *request, enum status why)
{
    struct message *answer = keeper_answer(request, MESSAGE_REFUSED);
    answer->as.refused.type = request->in->type;
    answer->as.refused.why = (uint16_t)why;
    keeper_answer_send(answer);
}

static uint32_t wait_left_ms(const struct keeper *keeper, uint64_t now_ms)
{
    return keeper->wait_until_ms > now_ms ? (uint32_t)(keeper->wait_until_ms - now_ms) : 0;
}

void keeper_answer_status(struct keeper *keeper, struct request *request, enum status result)
{
    const struct keeper_host *host = keeper->host;
    const struct guard *guard = &keeper->guard;
    struct message *answer = keeper_answer(request, MESSAGE_STATUS);
    struct keeper_status *status = &answer->as.status;
    *status = keeper->status;
    status->result = (uint8_t)result;
    status->memory_locked = host->memory_is_locked(host->context);
    status->swap_on = host->swap_is_on(host->context);
    status->space = (uint8_t)host->space(host->context);
    status->can_switch_off = host->can_switch_off(host->context);
    status->today = host->civil(host->context, 0);
    status->month = keeper_month(keeper);
    status->clock_doubt = keeper_doubts_clock(keeper);
    status->tries_left = (uint8_t)(GUARD_TRIES - guard->failures % GUARD_TRIES);
    status->wait_ms = wait_left_ms(keeper, request->now_ms);
    status->wait_next_ms =
        guard_wait_ms((uint8_t)(guard->level + (guard->level < GUARD_LEVEL_MAX)));
    keeper_answer_send(answer);
}

void keeper_answer_settings(struct keeper *keeper, struct request *request)
{
    struct message *answer = keeper_answer(request, MESSAGE_SETTINGS);
    answer->as.settings.choice = keeper->settings.choice;
    answer->as.settings.support = keeper->settings.support;
    answer->as.settings.still_open = keeper->settings.still_open;
    keeper_answer_send(answer);
}

void keeper_answer_machine(struct keeper *keeper, struct request *request)
{
    struct message *answer = keeper_answer(request, MESSAGE_MACHINE);
    answer->as.machine = keeper->machine;
    keeper_answer_send(answer);
}
