/* SPDX-License-Identifier: MIT */
/* The porter's seat in main. The first porter is started before main's sandbox. A porter that has
 * to be started again lives inside the sandbox: it still checks PINs and cannot reach the drives.
 */
#ifndef MAIN_PORTER_SEAT_H
#define MAIN_PORTER_SEAT_H

#include "main/options.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct porter_seat {
    pid_t pid;           /* 0: none runs */
    uint64_t started_ms; /* the newest one */
    uint64_t again_ms;   /* when to start one; UINT64_MAX: not */
};

/* Starts a porter and hands the keeper the other end of its socket. Returns false when the system
 * refused. Another try is due in a second; until then requests that need a porter are answered as
 * not done. */
bool porter_seat_start(struct porter_seat *seat, const struct options *options, int control,
                       int nothing, uint64_t now_ms);
/* To be called when a child ended. Returns true when it was the porter. Another one is then due, at
 * most one in a second. */
bool porter_seat_ended(struct porter_seat *seat, pid_t pid);
/* Kills the porter and waits for its end. */
void porter_seat_close(struct porter_seat *seat);

#endif
