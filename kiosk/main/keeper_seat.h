/* SPDX-License-Identifier: MIT */
/* The keeper's seat in main: how the keeper is started, and the few records that main sends to it.
 */
#ifndef MAIN_KEEPER_SEAT_H
#define MAIN_KEEPER_SEAT_H

#include "keeper/control.h"
#include "main/options.h"

#include <sys/types.h>

struct keeper_seat {
    int control; /* the channel; -1: it hung up */
    pid_t pid;   /* 0: none */
};

/* Starts the keeper. pack comes from setup_seal_pack, nothing from process_nothing. Returns as
 * process_start. */
MUST_USE enum status keeper_seat_start(struct keeper_seat *seat, const struct options *options,
                                       int pack, int nothing);

/* Sends a record of that type, with its flag set or not. Returns as channel_send. */
MUST_USE enum status keeper_seat_tell(const struct keeper_seat *seat, enum control_type type,
                                      bool flag);

#endif
