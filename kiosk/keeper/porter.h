/* SPDX-License-Identifier: MIT */
/* The porter starts a process of its own for each errand of the keeper, and does nothing else. It
 * holds no data. It was started before main gave up the rights that drives need. It never sees what
 * an errand asks for: that goes through the errand's own socket, which the porter only hands on. */
#ifndef KEEPER_PORTER_H
#define KEEPER_PORTER_H

#include "keeper/errand.h"
#include "platform/system/drives.h"
#include "platform/system/oom.h"

/* The record that comes through the porter's socket together with the errand's socket. */
struct porter_order {
    uint32_t kind; /* enum errand_kind */
};

struct porter_options {
    int socket; /* to the keeper */
    struct drives drives;
};

/* Runs until the keeper is gone. Returns the process's exit status. */
int porter_run(const struct porter_options *options);

/* Runs an errand of the PIN for a command, which has no porter, in a child of the same kind. The
 * status is as errand_line_hear tells it. */
void porter_run_one(const struct oom *oom, const struct errand *errand,
                    struct errand_answer *answer);

#endif
