/* SPDX-License-Identifier: MIT */
/* What main and the keeper say to each other: one fixed-size record a datagram. */
#ifndef KEEPER_CONTROL_H
#define KEEPER_CONTROL_H

#include "core/status.h"

enum control_type {
    /* From main to the keeper. */
    CONTROL_FACE = 1, /* face: the number of a new face; its socket comes along as a descriptor */
    CONTROL_SHUTDOWN, /* the normal close; answered by ENDED, then the keeper exits */
    CONTROL_POWER,    /* flag: main can switch the machine off */
    CONTROL_PORTER,   /* the socket of a new porter comes along as a descriptor */
    CONTROL_ASK,      /* answered by ANSWERS */
    /* From the keeper to main. */
    CONTROL_READY,     /* flag: the folder holds a simulation */
    CONTROL_LEAVE,     /* somebody left the kiosk; flag: and wants the machine switched off */
    CONTROL_FAILED,    /* the start failed: stage, error; then the keeper exits */
    CONTROL_KILL_FACE, /* face: the number of a face that broke the rules */
    CONTROL_FACE_GONE, /* face: the number of a face that hung up; if it still runs, it is of no use
                          any more */
    CONTROL_ANSWERS,   /* the keeper still runs */
    CONTROL_ENDED,     /* was_open, error.status */
};

/* At what the start failed. FILE: a file in the folder cannot be read, and error.text is its name.
 */
enum control_stage { STAGE_FOLDER, STAGE_FILE, STAGE_SETTINGS, STAGE_PACK, STAGE_MACHINE };

struct control {
    uint32_t type;
    uint32_t stage;
    uint32_t face; /* main numbers the faces, so that nothing said about one face is taken as said
                      about the next */
    uint32_t was_open; /* a counting meeting was open */
    uint32_t flag;
    struct error error;
};

#endif
