/* SPDX-License-Identifier: MIT */
/* How a kiosk ended, and what its console says about that: why, and what has become of a meeting
 * that was open. */
#ifndef MAIN_OUTCOME_H
#define MAIN_OUTCOME_H

#include "keeper/control.h"
#include "main/options.h"

#include <stdbool.h>

enum ending {
    ENDING_NOT,
    ENDING_ASKED,   /* a signal, or somebody left the kiosk */
    ENDING_DEATHS,  /* the face died too often */
    ENDING_HANGS,   /* two faces in a row did not answer */
    ENDING_REFUSED, /* the system did not let a new face start */
    ENDING_MACHINE, /* the face cannot run here, and has said why */
    ENDING_DISPLAY, /* the face found no display */
};

struct outcome {
    enum ending ending;
    bool has_failure; /* the keeper could not start */
    struct control failure;
    bool has_end; /* the keeper has closed what was open */
    struct control end;
    bool is_cut;            /* the keeper did not answer, and was killed */
    const char *switch_off; /* the message bus of the service that is to switch off; NULL: the
                               machine stays on */
};

/* Called once everything has ended. Prints what there is to say, and switches the machine off when
 * somebody wished that and everything is saved. Returns the exit status. */
enum result outcome_tell(const struct outcome *outcome, const struct options *options);

#endif
