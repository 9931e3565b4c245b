/* SPDX-License-Identifier: MIT */
/* Which system calls each role may make, as one table. seccomp's half of the sandbox is an
 * allow-list, so a call that is missing here is refused. The table knows nothing of filters. */
#ifndef PLATFORM_SANDBOX_CALLS_H
#define PLATFORM_SANDBOX_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SANDBOX_CHECKS_MAX = 2 };

/* A check of an argument: among the bits in bits, exactly those in value are set. When bits is 0
 * the argument is not checked. */
struct sandbox_check {
    uint64_t bits, value;
    uint8_t argument;
    bool is_own_pid; /* the value is the number of this process */
};

/* Allows a call for the roles that have a bit here (1 << role), when its checks hold. A call may
 * have several rows. */
struct sandbox_call {
    int number;
    unsigned roles;
    struct sandbox_check check[SANDBOX_CHECKS_MAX];
    /* 0: the call is made. Otherwise the call fails with this error: a library tries it in good
     * faith and can do without it. */
    int error;
};

/* Returns the table, and the number of its rows in *count. */
const struct sandbox_call *sandbox_calls(size_t *count);

#endif
