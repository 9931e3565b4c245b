/* SPDX-License-Identifier: MIT */
#include "core/wipe.h"

#include <stdint.h>
#include <string.h>

/* The smallest that a system gives. Where pages are larger, less is saved. */
enum { PAGE_BYTES = 4096 };

/* Every byte is as the one before it, and the first is zero. */
bool is_zero(const void *memory, size_t bytes)
{
    const unsigned char *first = memory;
    return bytes == 0 || (first[0] == 0 && memcmp(first, first + 1, bytes - 1) == 0);
}

void wipe(void *memory, size_t bytes)
{
    unsigned char *at = memory;
    while (bytes > 0) {
        size_t part = PAGE_BYTES - (uintptr_t)at % PAGE_BYTES;
        part = part < bytes ? part : bytes;
        if (!is_zero(at, part)) {
            explicit_bzero(at, part);
        }
        at += part;
        bytes -= part;
    }
}
