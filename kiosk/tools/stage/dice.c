/* SPDX-License-Identifier: MIT */
#include "tools/stage/dice.h"

#include <string.h>

uint64_t dice_next(struct dice *dice)
{
    return seeded_next(&dice->numbers);
}

static enum status fill(void *context, void *out, size_t bytes)
{
    struct dice *dice = context;
    uint8_t *at = out;
    for (size_t i = 0; i < bytes; i += sizeof(uint32_t)) {
        /* A draw of `scale` is 0 below(scale) and not 0 below(2 scale): the series of the sampler
         * stops at its second step, which is a failure, and the geometric is 0. */
        uint32_t value = dice->kind == DICE_ZERO ? *dice->scale : (uint32_t)dice_next(dice);
        size_t part = bytes - i < sizeof(value) ? bytes - i : sizeof(value);
        memcpy(at + i, &value, part);
    }
    return dice->kind == DICE_EMPTY ? STATUS_NO_RANDOM : STATUS_OK;
}

struct random_source dice_source(struct dice *dice)
{
    return (struct random_source){.fill = fill, .context = dice};
}
