/* SPDX-License-Identifier: MIT */
/* The one face that runs at a time: how a face is started, how often, how it ends, and what main
 * and the face say to each other. */
#ifndef MAIN_FACE_SEAT_H
#define MAIN_FACE_SEAT_H

#include "face/face.h"
#include "main/options.h"
#include "main/restarts.h"
#include "main/voice_child.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum {
    FACE_CHILD_PATH_BYTES = 4096,
    /* A system that is out of processes or descriptors for a moment is asked again, for half a
     * minute: a meeting hangs on it. */
    FACE_CHILD_AGAIN_MS = 500,
    FACE_CHILD_TRIES = 60,
    /* A display server that begins anew when its last window went refuses everybody meanwhile. */
    FACE_CHILD_BLIND_MAX = 6,
};

struct face_child {
    char program[FACE_CHILD_PATH_BYTES];
    int first_frame;   /* where the first face's first frame is noted; -1: nowhere */
    int line;          /* what a face tells main; -1: nobody is there */
    pid_t pid;         /* 0: none runs */
    uint32_t number;   /* of the newest one: main counts them */
    bool is_condemned; /* the keeper had it ended, so its exit status says nothing */
    struct restarts deaths;
    uint32_t failed;   /* starts in a row that the system refused */
    bool has_shown;    /* a face did: there is a display */
    uint32_t blind;    /* ends in a row for want of a display */
    uint64_t again_ms; /* the next try to start one; UINT64_MAX: none is due */
};

/* What a start needs of main. */
struct face_child_means {
    const struct options *options;
    struct voice_child *voice;
    int control; /* to the keeper, which gets the other end of the new face's socket */
    int pack;    /* of setup_seal_pack */
    int nothing; /* of process_nothing */
};

/* IO: the program's path cannot be told. */
MUST_USE enum status face_child_open(struct face_child *child, int first_frame);

/* Starts a face, or notes when to try again. False: the system refused FACE_CHILD_TRIES times. */
bool face_child_start(struct face_child *child, const struct face_child_means *means,
                      uint64_t now_ms);

/* The face has shown its first picture. */
void face_child_shows(struct face_child *child);
/* The face ended because it found no display, or lost the display. True: an earlier face had a
 * display, so another face is started soon. */
bool face_child_waits(struct face_child *child, uint64_t now_ms);

/* Returns the next word that the face has sent to main. Closes the line of a face that hung up. */
enum face_word face_child_hear(struct face_child *child);
/* Asks the face whether it still runs. */
void face_child_ask(const struct face_child *child);

/* Kills the face that runs, if one does. */
void face_child_kill(struct face_child *child);
/* Kills the face and waits for its end. */
void face_child_close(struct face_child *child);

#endif
