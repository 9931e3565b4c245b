/* SPDX-License-Identifier: MIT */
/* What main and the keeper say to each other: one fixed-size record a datagram. */
#ifndef KEEPER_CONTROL_H
#define KEEPER_CONTROL_H

#include "core/status.h"

enum control_type {
    /* main to keeper */
    CONTROL_FACE = 1, /* a descriptor comes along: the socket of a new face */
    CONTROL_SHUTDOWN, /* the normal close; answered by ENDED, then the keeper exits */
    /* keeper to main */
    CONTROL_READY,
    CONTROL_FAILED,    /* the start failed: stage, error; then the keeper exits */
    CONTROL_KILL_FACE, /* it broke the rules */
    CONTROL_ENDED,     /* was_open, error.status */
};

/* What the start failed at. */
enum control_stage { STAGE_FOLDER, STAGE_SETTINGS, STAGE_PACK, STAGE_MACHINE };

struct control {
    uint32_t type;
    uint32_t stage;
    uint32_t was_open; /* a counting meeting was open */
    struct error error;
};

#endif
