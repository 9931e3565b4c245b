/* SPDX-License-Identifier: MIT */
/* FNV-1a with 64 bits: a hash that tells one run of bytes from another. It is no secret and keeps
 * nobody from making two runs with the same hash. */
#ifndef CORE_FNV_H
#define CORE_FNV_H

#include <stddef.h>
#include <stdint.h>

/* The hash of no bytes. */
#define FNV_START UINT64_C(0xcbf29ce484222325)

/* Returns hash continued over one value. A value above 255 takes one round as well, which is quick
 * and tells values apart less thoroughly than their bytes would. */
static inline uint64_t fnv_value(uint64_t hash, uint64_t value)
{
    return (hash ^ value) * UINT64_C(0x100000001b3);
}

/* Returns hash continued over count bytes. */
static inline uint64_t fnv_bytes(uint64_t hash, const void *bytes, size_t count)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; i++) {
        hash = fnv_value(hash, at[i]);
    }
    return hash;
}

#endif
