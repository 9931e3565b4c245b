/* SPDX-License-Identifier: MIT */
#include "main/seeded.h"

#include <string.h>

/* splitmix64 (Steele, Lea, Flood 2014). */
uint64_t seeded_next(struct seeded *seeded)
{
    seeded->state += UINT64_C(0x9e3779b97f4a7c15);
    uint64_t z = seeded->state;
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
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
