/* SPDX-License-Identifier: MIT */
/* How often the face may be started again: five times in any minute. */
#ifndef MAIN_RESTARTS_H
#define MAIN_RESTARTS_H

#include <stdbool.h>
#include <stdint.h>

enum { RESTARTS_MAX = 5, RESTARTS_WINDOW_MS = 60 * 1000 };

struct restarts {
    uint64_t at_ms[RESTARTS_MAX]; /* times of the newest restarts, as a ring */
    uint32_t count;               /* of all restarts so far */
};

/* A face died now. Returns true, and counts a restart, if the face may be started again. */
bool restarts_allow(struct restarts *restarts, uint64_t now_ms);

#endif
