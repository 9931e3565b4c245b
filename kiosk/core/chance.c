/* SPDX-License-Identifier: MIT */
#include "core/chance.h"

#include <assert.h>

uint32_t chance_below(uint32_t *state, uint32_t n)
{
    assert(n > 0 && *state != 0);
    /* xorshift32, with rejection so that each is equally likely. */
    uint32_t limit = UINT32_MAX - UINT32_MAX % n;
    do {
        *state ^= *state << 13;
        *state ^= *state >> 17;
        *state ^= *state << 5;
    } while (*state >= limit);
    return *state % n;
}
