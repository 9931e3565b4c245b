/* SPDX-License-Identifier: MIT */
#include "platform/system/room.h"

#include <sys/mman.h>

void *room_take(size_t bytes)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return NULL;
    }
    /* A system may give two megabytes for the first byte that is written. */
    int refused = madvise(memory, bytes, MADV_NOHUGEPAGE);
    (void)refused; /* a kernel without such pages */
    return memory;
}
