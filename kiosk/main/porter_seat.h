/* SPDX-License-Identifier: MIT */
/* The porter's place: who runs the keeper's errands. The first one is started before main's
 * sandbox; one that has to be started again lives inside it, cannot reach the drives any more, and
 * still checks PINs. */
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

/* Starts one, and hands the keeper the other end of its socket. False: the system refused, and
 * another try is due in a second; until then what hangs on a porter is answered as not done. */
bool porter_seat_start(struct porter_seat *seat, const struct options *options, int control,
                       int nothing, uint64_t now_ms);
/* True: it was the porter that ended. Another one is due, though not more than one in a second. */
bool porter_seat_ended(struct porter_seat *seat, pid_t pid);
/* Killed, and waited for. */
void porter_seat_close(struct porter_seat *seat);

#endif
