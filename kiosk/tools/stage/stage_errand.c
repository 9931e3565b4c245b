/* SPDX-License-Identifier: MIT */
/* Drives that take their time: what the keeper asks of one is done that much later, and everything
 * else goes on meanwhile. What is not about drives is done one tick later. */
#include "tools/stage/stage_parts.h"

#include <string.h>

static enum status begin(void *context, const struct errand *errand, const uint8_t *bytes)
{
    struct stage *stage = context;
    struct stage_errand *held = &stage->errand[errand_slot_of((enum errand_kind)errand->kind)];
    held->errand = *errand;
    memcpy(held->bytes, bytes, errand_bytes(errand));
    held->due_ms = stage->now_ms + 1;
    if (errand_slot_of((enum errand_kind)errand->kind) == ERRAND_OF_DRIVES) {
        held->due_ms += stage->drive_late_ms;
    }
    return STATUS_OK;
}

static void drop(void *context, enum errand_slot slot)
{
    struct stage *stage = context;
    stage->errand[slot].due_ms = 0;
}

void stage_drive_late(struct stage *stage, uint64_t ms)
{
    stage->drive_late_ms = ms;
    stage->host.begin = ms > 0 ? begin : NULL;
    stage->host.drop = drop;
}

uint64_t stage_errand_due(const struct stage *stage)
{
    uint64_t due_ms = UINT64_MAX;
    for (size_t i = 0; i < ERRAND_SLOT_COUNT; i++) {
        if (stage->errand[i].due_ms != 0 && stage->errand[i].due_ms < due_ms) {
            due_ms = stage->errand[i].due_ms;
        }
    }
    return due_ms;
}

void stage_errand_end(struct stage *stage, struct message out[KEEPER_OUT_MAX], uint32_t *count)
{
    static struct errand_answer answer;
    const uint64_t due_ms = stage_errand_due(stage);
    enum errand_slot slot = ERRAND_OF_PIN;
    while (stage->errand[slot].due_ms != due_ms) {
        slot++;
    }
    struct stage_errand *held = &stage->errand[slot];
    const bool brings = held->errand.kind == ERRAND_FETCH;
    held->due_ms = 0;
    memset(&answer, 0, sizeof(answer));
    errand_do(&stage->host, &held->errand, brings ? stage->keeper.scratch : held->bytes,
              sizeof(held->bytes), &answer);
    keeper_errand_done(&stage->keeper, slot, &answer, stage->now_ms, out, count);
}
