/* SPDX-License-Identifier: MIT */
/* The keeper as a child process of main: how main starts it, and what main sends to it. */
#ifndef MAIN_KEEPER_CHILD_H
#define MAIN_KEEPER_CHILD_H

#include "keeper/control.h"
#include "main/options.h"

#include <sys/types.h>

struct keeper_child {
    int control; /* the channel to the keeper; -1: the keeper has closed it */
    pid_t pid;   /* of the keeper; 0: no keeper runs */
};

/* Starts the keeper. pack: of setup_seal_pack; nothing: of process_nothing. Status as
 * process_start. */
MUST_USE enum status keeper_child_start(struct keeper_child *child, const struct options *options,
                                        int pack, int nothing);

/* Sends a record of this type, with its flag set or not. Status as channel_send. */
MUST_USE enum status keeper_child_tell(const struct keeper_child *child, enum control_type type,
                                       bool flag);

#endif
