/* SPDX-License-Identifier: MIT */
/* systemd's protocol for a program that it started: systemd may wait until the program is ready,
 * and may watch it. Each message is one datagram. Without such variables in the environment nothing
 * is sent. */
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

/* Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID from the environment. To be called before the
 * sandbox. */
void notify_open(struct notify *notify);

/* Sends a message without waiting. Returns false when systemd should get it and could not now. */
bool notify_say(const struct notify *notify, const char *what);

#endif
