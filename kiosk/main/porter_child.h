/* SPDX-License-Identifier: MIT */
/* The porter as a child process of main; the porter runs the keeper's errands. The first porter is
 * started before main's sandbox. A porter that has to be started again lives inside the sandbox: it
 * cannot reach the drives any more, and still checks PINs. */
#ifndef MAIN_PORTER_CHILD_H
#define MAIN_PORTER_CHILD_H

#include "main/options.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct porter_child {
    pid_t pid;           /* of the porter; 0: none runs */
    uint64_t started_ms; /* when the newest porter was started */
    uint64_t again_ms;   /* when to start a porter; UINT64_MAX: none is due */
};

/* Starts a porter, and hands the keeper the other end of its socket. Returns false if the system
 * refused; then another try is due in a second, and until then errands are answered as not done. */
bool porter_child_start(struct porter_child *child, const struct options *options, int control,
                        int nothing, uint64_t now_ms);
/* Returns true if this process was the porter. Another porter is then due, at most one in a second.
 */
bool porter_child_ended(struct porter_child *child, pid_t pid);
/* Kills the porter and waits for its end. */
void porter_child_close(struct porter_child *child);

#endif
