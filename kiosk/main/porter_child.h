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

struct porter_child {
    pid_t pid;           /* 0: none runs */
    uint64_t started_ms; /* the newest one */
    uint64_t again_ms;   /* when to start one; UINT64_MAX: not */
};

/* Starts one, and hands the keeper the other end of its socket. False: the system refused, and
 * another try is due in a second; until then what hangs on a porter is answered as not done. */
bool porter_child_start(struct porter_child *child, const struct options *options, int control,
                        int nothing, uint64_t now_ms);
/* True: it was the porter that ended. Another one is due, though not more than one in a second. */
bool porter_child_ended(struct porter_child *child, pid_t pid);
/* Killed, and waited for. */
void porter_child_close(struct porter_child *child);

#endif
