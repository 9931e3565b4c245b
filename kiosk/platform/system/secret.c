/* SPDX-License-Identifier: MIT */
#include "platform/system/secret.h"

#include <sys/mman.h>
#include <sys/resource.h>

void *secret_open(size_t bytes, bool *locked)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        *locked = false;
        return NULL;
    }
    bool stays = mlock(memory, bytes) == 0;
    bool undumped = madvise(memory, bytes, MADV_DONTDUMP) == 0;
    bool unshared = madvise(memory, bytes, MADV_WIPEONFORK) == 0;
    *locked = stays && undumped && unshared;
    return memory;
}

bool secret_lock_all(void)
{
    struct rlimit limit;
    /* Pages are locked when they are first used, so memory that is mapped and never touched costs
     * nothing. */
    return getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY &&
           mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0;
}
