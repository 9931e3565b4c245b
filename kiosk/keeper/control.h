/* SPDX-License-Identifier: MIT */
/* What main and the keeper say to each other: one fixed-size record a datagram. */
#ifndef KEEPER_CONTROL_H
#define KEEPER_CONTROL_H

#include "core/status.h"

enum control_type {
    /* main to keeper */
    CONTROL_FACE = 1, /* face; a descriptor comes along: the socket of that new one */
    CONTROL_SHUTDOWN, /* the normal close; answered by ENDED, then the keeper exits */
    CONTROL_POWER,    /* flag: the machine can be switched off from here */
    CONTROL_PORTER,   /* a descriptor comes along: the socket of a porter, or of another one */
    CONTROL_ASK,      /* answered by ANSWERS */
    /* keeper to main */
    CONTROL_READY,     /* flag: the folder holds a simulation */
    CONTROL_LEAVE,     /* somebody left the kiosk; flag: and wants the machine switched off */
    CONTROL_FAILED,    /* the start failed: stage, error; then the keeper exits */
    CONTROL_KILL_FACE, /* face: that one broke the rules */
    CONTROL_FACE_GONE, /* face: that one hung up; if it still runs it has no use any more */
    CONTROL_ANSWERS,   /* it goes on */
    CONTROL_ENDED,     /* was_open, error.status */
};

/* What the start failed at. FILE: one in the folder cannot be read, and error.text is its name. */
enum control_stage { STAGE_FOLDER, STAGE_FILE, STAGE_SETTINGS, STAGE_PACK, STAGE_MACHINE };

struct control {
    uint32_t type;
    uint32_t stage;
    uint32_t face;     /* main counts them, so that nothing said of one meets the next */
    uint32_t was_open; /* a counting meeting was open */
    uint32_t flag;
    struct error error;
};

#endif
