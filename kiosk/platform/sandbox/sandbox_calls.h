/* SPDX-License-Identifier: MIT */
/* Which calls of the system each role may make, as one table to be read. Whatever is not in it is
 * not to be had: seccomp's half of the sandbox is an allow-list. Knows nothing of filters. */
#ifndef PLATFORM_SANDBOX_CALLS_H
#define PLATFORM_SANDBOX_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SANDBOX_CHECKS_MAX = 2 };

/* Of these bits of an argument, exactly those of value are set. No bits: not looked at. */
struct sandbox_check {
    uint64_t bits, value;
    uint8_t argument;
    bool is_own_pid; /* the value is the number of this process */
};

/* A call, for the roles that have a bit here (1 << role), when its checks hold. A call may stand in
 * several rows. */
struct sandbox_call {
    int number;
    unsigned roles;
    struct sandbox_check check[SANDBOX_CHECKS_MAX];
    /* 0: the call is made. Otherwise it gets this error, where a library tries in good faith what
     * it can do without. */
    int error;
};

const struct sandbox_call *sandbox_calls(size_t *count);

#endif
