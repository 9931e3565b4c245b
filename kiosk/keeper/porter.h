/* SPDX-License-Identifier: MIT */
/* The porter starts a process of its own for each errand of the keeper, and does nothing else. It
 * holds nothing; it was started before main gave up what the drives need, and what an errand asks
 * for it never sees: that goes through a socket of its own, which only passes through here. */
#ifndef KEEPER_PORTER_H
#define KEEPER_PORTER_H

#include "keeper/errand.h"
#include "platform/system/drives.h"
#include "platform/system/oom.h"

/* What comes through the porter's socket, with the errand's own. */
struct porter_order {
    uint32_t kind; /* enum errand_kind */
};

struct porter_options {
    int socket;      /* to the keeper */
    const char *bus; /* the message bus, over which the clock is set; NULL: it is not */
    struct drives drives;
};

/* Until the keeper is gone. Returns the process's exit status. */
int porter_run(const struct porter_options *options);

/* An errand of the PIN for a command, which has no porter: done by a child of the same kind.
 * Status as errand_line_hear tells it. */
void porter_run_one(const struct oom *oom, const struct errand *errand,
                    struct errand_answer *answer);

#endif
