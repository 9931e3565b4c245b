/* SPDX-License-Identifier: MIT */
#include "platform/system/limits.h"

#include <sys/resource.h>

enum {
    /* The face with a 4K picture takes less than half of this; so does the check of a PIN beside
     * the totals. Reserved addresses cost nothing. */
    MEMORY_BYTES = 512 << 20,
    /* The largest frame of a screen is on a stack. The system's default is eight times as much. */
    STACK_BYTES = 1 << 20,
    OPEN_FILES = 64, /* the sandbox lets no process have more */
    /* Of one process: a whole day of animation on a slow machine. */
    PROCESSOR_S = 24 * 60 * 60,
    STACK_RAISED_BYTES = 8 << 20, /* without any limit the system lays out memory in another way */
};

static const struct {
    __rlimit_resource_t resource;
    const char *name;
    uint64_t needs; /* 0: the caller says how much */
} LIMITS[] = {
    {RLIMIT_FSIZE, "FSIZE", 0},
    {RLIMIT_AS, "AS", MEMORY_BYTES},
    {RLIMIT_DATA, "DATA", MEMORY_BYTES},
    {RLIMIT_STACK, "STACK", STACK_BYTES},
    {RLIMIT_NOFILE, "NOFILE", OPEN_FILES},
    {RLIMIT_CPU, "CPU", PROCESSOR_S},
};

_Static_assert(sizeof(LIMITS) / sizeof(LIMITS[0]) <= LIMITS_MAX, "all of them may be short");

static void raise_one(__rlimit_resource_t resource, rlim_t most)
{
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0 || limit.rlim_cur >= most) {
        return;
    }
    limit.rlim_cur = limit.rlim_max < most ? limit.rlim_max : most;
    int failed = setrlimit(resource, &limit);
    (void)failed; /* then the limit is reported as too low */
}

void limits_raise(void)
{
    for (size_t i = 0; i < sizeof(LIMITS) / sizeof(LIMITS[0]); i++) {
        bool is_stack = LIMITS[i].resource == RLIMIT_STACK;
        raise_one(LIMITS[i].resource, is_stack ? STACK_RAISED_BYTES : RLIM_INFINITY);
    }
    raise_one(RLIMIT_MEMLOCK, RLIM_INFINITY); /* health tells whether memory can be locked */
    raise_one(RLIMIT_NPROC, RLIM_INFINITY);
}

size_t limits_find_short(uint64_t file_bytes, struct limits_short out[LIMITS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < sizeof(LIMITS) / sizeof(LIMITS[0]); i++) {
        uint64_t needs = LIMITS[i].needs != 0 ? LIMITS[i].needs : file_bytes;
        struct rlimit limit;
        if (getrlimit(LIMITS[i].resource, &limit) == 0 && limit.rlim_cur < needs) {
            out[count++] =
                (struct limits_short){LIMITS[i].name, (int64_t)limit.rlim_cur, (int64_t)needs};
        }
    }
    return count;
}
