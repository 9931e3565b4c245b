/* SPDX-License-Identifier: MIT */
#include "platform/system/random.h"

#include <assert.h>
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

static enum status random_fill(void *context, void *out, size_t bytes)
{
    (void)context;
    assert(out != NULL || bytes == 0);
    unsigned char *next = out;
    while (bytes > 0) {
        /* The system call itself, because the C library may answer from a generator in our own
         * memory. */
        ssize_t got = syscall(SYS_getrandom, next, bytes, 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return STATUS_NO_RANDOM;
        }
        next += got;
        bytes -= (size_t)got;
    }
    return STATUS_OK;
}

struct random_source random_system(void)
{
    return (struct random_source){.fill = random_fill, .context = NULL};
}
