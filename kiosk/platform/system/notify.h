/* SPDX-License-Identifier: MIT */
/* Whoever started this program may wait to hear that it is ready, and may watch it: systemd's
 * protocol, one datagram a thing that is said. Where nobody asks for it nothing is said. */
#ifndef PLATFORM_NOTIFY_H
#define PLATFORM_NOTIFY_H

#include <stdbool.h>
#include <stdint.h>

#define NOTIFY_READY    "READY=1"
#define NOTIFY_ALIVE    "WATCHDOG=1"
#define NOTIFY_STOPPING "STOPPING=1"

struct notify {
    int socket;        /* -1: nobody waits */
    uint64_t watch_ms; /* after so long without NOTIFY_ALIVE everything is ended; 0: never */
};

/* From NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID of the environment. Before the sandbox. */
void notify_open(struct notify *notify);

/* False: somebody waits, and could not be told now. Never waits. */
bool notify_say(const struct notify *notify, const char *what);

#endif
