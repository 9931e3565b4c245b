/* SPDX-License-Identifier: MIT */
/* The one face that runs at a time: how a face is started, how often, how it ends, and what main
 * and the face say to each other. */
#ifndef MAIN_FACE_CHILD_H
#define MAIN_FACE_CHILD_H

#include "face/face.h"
#include "main/options.h"
#include "main/restarts.h"
#include "main/voice_child.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum {
    FACE_CHILD_PATH_BYTES = 4096,
    /* When the system is out of processes or descriptors for a moment, main tries again for half a
     * minute, because a meeting may be open. */
    FACE_CHILD_AGAIN_MS = 500,
    FACE_CHILD_TRIES = 60,
    /* A display server that begins anew when its last window closed refuses every client for a
     * moment. */
    FACE_CHILD_BLIND_MAX = 6,
};

struct face_child {
    char program[FACE_CHILD_PATH_BYTES];
    int first_frame;   /* where the first face notes the time of its first frame; -1: nowhere */
    int line;          /* socket on which the face talks to main; -1: no face is there */
    pid_t pid;         /* of the face; 0: no face runs */
    uint32_t number;   /* of the newest face; main counts the faces */
    bool is_condemned; /* the keeper had the face ended, so its exit status says nothing */
    struct restarts deaths;
    uint32_t failed;   /* starts in a row that the system refused */
    bool has_shown;    /* a face has shown its first picture, so there is a display */
    uint32_t blind;    /* faces in a row that ended because they found no display */
    uint64_t again_ms; /* time of the next try to start a face; UINT64_MAX: none is due */
};

/* What starting a face needs of main. */
struct face_child_means {
    const struct options *options;
    struct voice_child *voice;
    int control; /* to the keeper, which gets the other end of the new face's socket */
    int pack;    /* of setup_seal_pack */
    int nothing; /* of process_nothing */
};

/* Finds the program to start. IO: its path cannot be told. */
MUST_USE enum status face_child_open(struct face_child *child, int first_frame);

/* Starts a face. When the system refuses, notes when to try again. Returns false when the system
 * has refused FACE_CHILD_TRIES times. */
bool face_child_start(struct face_child *child, const struct face_child_means *means,
                      uint64_t now_ms);

/* Notes that the face has shown its first picture. */
void face_child_shows(struct face_child *child);
/* Notes that the face ended because it found no display, or lost the display. Returns true if an
 * earlier face had a display; then another face is started soon. */
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
