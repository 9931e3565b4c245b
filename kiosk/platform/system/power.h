/* SPDX-License-Identifier: MIT */
/* The batteries of this machine, as the system tells of them in a folder. Only files that are
 * opened at the start are ever read, because the sandbox opens nothing there. */
#ifndef PLATFORM_POWER_H
#define PLATFORM_POWER_H

#include "core/message.h"

enum {
    POWER_BATTERIES_MAX = 4, /* a laptop has one or two; more are not looked at */
    /* In percent. A visit may go on for a quarter of an hour, and the system itself shuts down at a
     * few percent. So a meeting closes well before that. */
    POWER_LOW = 20,
    POWER_EMPTY = 10,
};

struct power {
    size_t count;
    struct power_battery {
        int capacity; /* a file with the charge in percent, as text */
        int status;   /* a file with "Discharging", or another word */
    } battery[POWER_BATTERIES_MAX];
    int events; /* becomes readable when something about a battery changed; -1: nothing tells of
                   changes */
};

/* Opens the batteries. root: a folder in place of the system's, for tests; its file "events" tells
 * of changes. NULL: the system's folder. */
void power_open(struct power *power, const char *root);
/* To be called after events became readable. Returns whether the event was, or may have been, about
 * a battery. A descriptor that cannot tell anything any more is closed. */
bool power_events_clear(struct power *power);
/* Returns what the batteries tell now. Where no event tells of a change, a battery that is not in
 * use counts as one in use, so that the caller looks again from time to time. */
enum battery power_look(const struct power *power);

#endif
