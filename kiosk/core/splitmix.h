/* SPDX-License-Identifier: MIT */
/* splitmix64 (Steele, Lea, Flood 2014): a plain seeded generator, good enough to be taken for a
 * fair source by simulations and tests. Never for noise that protects anybody. */
#ifndef CORE_SPLITMIX_H
#define CORE_SPLITMIX_H

#include <stdint.h>

/* Returns the next number, uniform over 64 bits; the same state gives the same number. */
static inline uint64_t splitmix(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

#endif
