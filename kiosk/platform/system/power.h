/* SPDX-License-Identifier: MIT */
/* The batteries that this machine runs on, as the system tells of them in a folder. What is opened
 * at the start is all that is ever looked at: the sandbox opens nothing there. */
#ifndef PLATFORM_POWER_H
#define PLATFORM_POWER_H

#include "core/message.h"

enum {
    POWER_BATTERIES_MAX = 4, /* a laptop has one or two; more are not looked at */
    /* Of a hundred. A turn may go on for a quarter of an hour, and the system itself goes down at a
     * few: so a meeting closes well before. */
    POWER_LOW = 20,
    POWER_EMPTY = 10,
};

struct power {
    size_t count;
    struct power_battery {
        int capacity; /* of a hundred, as text */
        int status;   /* "Discharging", or another word */
    } battery[POWER_BATTERIES_MAX];
    int events; /* becomes readable when something about it changed; -1: nobody tells */
};

/* root: in place of the system's folder, for tests; its file "events" tells. NULL: the system. */
void power_open(struct power *power, const char *root);
/* To be called after events became readable. Returns whether the event was, or may have been, about
 * a battery. A descriptor that can tell nothing any more is closed. */
bool power_events_clear(struct power *power);
/* Where no event tells of a change, a battery at rest counts as one in use, so that the caller
 * looks at it from time to time. */
enum battery power_look(const struct power *power);

#endif
