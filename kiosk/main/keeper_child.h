/* SPDX-License-Identifier: MIT */
/* The keeper's place: how it is started, and the few words that main has for it. */
#ifndef MAIN_KEEPER_SEAT_H
#define MAIN_KEEPER_SEAT_H

#include "keeper/control.h"
#include "main/options.h"

#include <sys/types.h>

struct keeper_child {
    int control; /* the channel; -1: it hung up */
    pid_t pid;   /* 0: none */
};

/* pack: of setup_seal_pack; nothing: of process_nothing. As process_start. */
MUST_USE enum status keeper_child_start(struct keeper_child *child, const struct options *options,
                                        int pack, int nothing);

/* A record of that type, with its flag set or not. As channel_send. */
MUST_USE enum status keeper_child_tell(const struct keeper_child *child, enum control_type type,
                                       bool flag);

#endif
