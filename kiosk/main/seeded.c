/* SPDX-License-Identifier: MIT */
#include "main/seeded.h"

#include "core/splitmix.h"

#include <string.h>

uint64_t seeded_next(struct seeded *seeded)
{
    return splitmix(&seeded->state);
}

uint32_t seeded_below(struct seeded *seeded, uint32_t bound)
{
    return (uint32_t)(((seeded_next(seeded) >> 32) * bound) >> 32);
}

#ifdef TEST_BUILD
static enum status fill(void *context, void *out, size_t bytes)
{
    uint8_t *at = out;
    while (bytes > 0) {
        uint64_t value = seeded_next(context);
        size_t part = bytes < sizeof(value) ? bytes : sizeof(value);
        memcpy(at, &value, part);
        at += part;
        bytes -= part;
    }
    return STATUS_OK;
}

struct random_source seeded_source(struct seeded *seeded)
{
    return (struct random_source){.fill = fill, .context = seeded};
}
#endif
