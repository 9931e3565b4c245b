/* SPDX-License-Identifier: MIT */
/* The voice's place: main holds both ends of the socket between face and voice, so that the death
 * of either hangs up nobody. While no voice runs, main sees that something is asked of one and
 * starts it; a voice that rests ends by itself. One that dies is told to the face; after too many
 * deaths there is none any more, and the kiosk goes on without. */
#ifndef MAIN_VOICE_SEAT_H
#define MAIN_VOICE_SEAT_H

#include "core/voice.h"
#include "main/options.h"
#include "main/restarts.h"

#include <stdbool.h>
#include <sys/types.h>

enum { VOICE_CHILD_PATH_BYTES = 4096 };

struct voice_child {
    int face_end, voice_end;
    pid_t pid; /* 0: none runs */
    bool is_gone;
    uint64_t end_by_ms; /* the one that runs is to be gone by then; UINT64_MAX: it may stay */
    struct restarts deaths;
    char program[VOICE_CHILD_PATH_BYTES];
};

/* STATUS_IO: no descriptors; a kiosk without a voice is fine, one without descriptors is not. */
MUST_USE enum status voice_child_open(struct voice_child *child);
/* A new face takes its end: nothing of the one before is said to it or of it any more. */
void voice_child_new_face(struct voice_child *child, uint64_t now_ms);
/* To wait on for reading, then to call wake; -1: nothing to wait for. */
int voice_child_descriptor(const struct voice_child *child);
void voice_child_wake(struct voice_child *child, const struct options *options, int nothing);
/* A visit is over: the voice that runs was told to end, and one that hangs is ended by
 * voice_child_tick some seconds later. */
void voice_child_forgets(struct voice_child *child, uint64_t now_ms);
void voice_child_tick(struct voice_child *child, uint64_t now_ms);
/* A child ended. True: it was the voice. */
bool voice_child_ended(struct voice_child *child, pid_t pid, int exit_status, uint64_t now_ms);
/* For a health check, without a kiosk: what a voice that is started now says it has; zero when
 * there is none. */
void voice_child_ask(struct voice_state *out);
void voice_child_close(struct voice_child *child);

#endif
