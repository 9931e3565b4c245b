/* SPDX-License-Identifier: MIT */
/* The porter starts a process for each errand of the keeper, and does nothing else. The porter
 * holds no data. It was started before main gave up the rights that work on drives needs. The
 * porter never sees what an errand asks for: that goes through the errand's own socket, which the
 * porter only passes on. */
#ifndef KEEPER_PORTER_H
#define KEEPER_PORTER_H

#include "keeper/errand.h"
#include "platform/system/drives.h"
#include "platform/system/oom.h"

/* What comes through the porter's socket, together with the errand's own socket. */
struct porter_order {
    uint32_t kind; /* enum errand_kind */
};

struct porter_options {
    int socket; /* to the keeper */
    const char
        *bus; /* the message bus, over which the clock is set; NULL: the clock is never set */
    struct drives drives;
};

/* Runs until the keeper is gone. Returns the process's exit status. */
int porter_run(const struct porter_options *options);

/* Runs an errand of the PIN for a command, which has no porter, in a child of the same kind. Status
 * as errand_line_hear tells it. */
void porter_run_one(const struct oom *oom, const struct errand *errand,
                    struct errand_answer *answer);

#endif
