/* SPDX-License-Identifier: MIT */
#include "main/restarts.h"

bool restarts_allow(struct restarts *restarts, uint64_t now_ms)
{
    uint64_t *oldest = &restarts->at_ms[restarts->count % RESTARTS_MAX];
    if (restarts->count >= RESTARTS_MAX && now_ms - *oldest < RESTARTS_WINDOW_MS) {
        return false;
    }
    *oldest = now_ms;
    restarts->count++;
    return true;
}
