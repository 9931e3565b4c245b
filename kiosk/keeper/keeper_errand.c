/* SPDX-License-Identifier: MIT */
/* Requests for which an errand is run. The answer to such a request comes when the errand is done;
 * until then everything else goes on. */
#include "keeper/keeper_parts.h"

#include <string.h>

struct errand *keeper_errand_of(struct keeper *keeper, enum errand_kind kind)
{
    struct errand *errand = &keeper->secret->errand;
    memset(errand, 0, sizeof(*errand));
    errand->kind = kind;
    return errand;
}

bool keeper_errand_runs(const struct keeper *keeper, enum errand_slot slot)
{
    return keeper->errand[slot].end != NULL;
}

/* Drops the errand of the slot if nobody asked for it. Such an errand lists the drives because one
 * came or went, and a person who asks for something need not wait for it. */
static bool make_room(struct keeper *keeper, enum errand_slot slot)
{
    struct keeper_errand *running = &keeper->errand[slot];
    if (running->end == NULL) {
        return true;
    }
    if (slot != ERRAND_OF_DRIVES || running->sequence != 0) {
        return false;
    }
    keeper->host->drop(keeper->host->context, slot);
    keeper->drives_again |= running->type == MESSAGE_READ_DRIVES;
    running->end = NULL;
    return true;
}

static enum status run_now(struct keeper *keeper, struct request *request, keeper_errand_end *end)
{
    static struct errand_answer answer;
    errand_do(keeper->host, &keeper->secret->errand, keeper->scratch, sizeof(keeper->scratch),
              &answer);
    explicit_bzero(&keeper->secret->errand, sizeof(keeper->secret->errand));
    return end(keeper, request, &answer);
}

enum status keeper_errand_run(struct keeper *keeper, struct request *request,
                              keeper_errand_end *end)
{
    const struct keeper_host *host = keeper->host;
    const struct errand *errand = &keeper->secret->errand;
    enum errand_slot slot = errand_slot_of((enum errand_kind)errand->kind);
    if (!make_room(keeper, slot)) {
        explicit_bzero(&keeper->secret->errand, sizeof(keeper->secret->errand));
        return STATUS_BUSY;
    }
    if (host->begin == NULL) {
        return run_now(keeper, request, end);
    }
    struct keeper_errand *running = &keeper->errand[slot];
    running->type = request->in == NULL ? MESSAGE_READ_DRIVES : request->in->type;
    running->sequence = request->in == NULL ? 0 : request->in->sequence;
    memcpy(running->label, errand->pick.label, sizeof(running->label));
    enum status status = host->begin(host->context, errand, keeper->scratch);
    explicit_bzero(&keeper->secret->errand, sizeof(keeper->secret->errand));
    if (status != STATUS_OK) {
        const struct errand_answer none = {.status = (uint32_t)status};
        return end(keeper, request, &none);
    }
    running->end = end;
    request->waits = true;
    return STATUS_OK;
}

void keeper_errand_forget(struct keeper *keeper)
{
    for (size_t i = 0; i < ERRAND_SLOT_COUNT; i++) {
        keeper->errand[i].sequence = 0;
    }
}
