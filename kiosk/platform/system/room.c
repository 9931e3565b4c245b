/* SPDX-License-Identifier: MIT */
#include "platform/system/room.h"

#include <sys/mman.h>

void *room_take(size_t bytes)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return NULL;
    }
    /* For the first byte that is written, a system may give two megabytes at once. */
    int refused = madvise(memory, bytes, MADV_NOHUGEPAGE);
    (void)refused; /* a kernel that has no such pages */
    return memory;
}
