/* SPDX-License-Identifier: MIT */
#include "platform/display/shared.h"

#include <dlfcn.h>
#include <string.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { OURS_ALONE = 0600, RIGHTS = 0777 };

/* A display server that runs as a user other than us or root cannot attach this memory. SDL then
 * sends its pixels through the socket. */
__attribute__((visibility("default"))) int shmget(key_t key, size_t size, int flags)
{
    return (int)syscall(SYS_shmget, key, size, (flags & ~RIGHTS) | OURS_ALONE);
}

bool shared_is_private(void)
{
    int (*ours)(key_t, size_t, int) = shmget;
    void *found = dlsym(RTLD_DEFAULT, "shmget");
    return memcmp(&ours, &found, sizeof(found)) == 0;
}
