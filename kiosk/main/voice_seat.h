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

enum { VOICE_SEAT_PATH_BYTES = 4096 };

struct voice_seat {
    int face_end, voice_end;
    pid_t pid; /* 0: none runs */
    bool is_gone;
    uint64_t end_by_ms; /* the one that runs is to be gone by then; UINT64_MAX: it may stay */
    struct restarts deaths;
    char program[VOICE_SEAT_PATH_BYTES];
};

/* STATUS_IO: no descriptors; a kiosk without a voice is fine, one without descriptors is not. */
MUST_USE enum status voice_seat_open(struct voice_seat *seat);
/* A new face takes its end: nothing of the one before is said to it or of it any more. */
void voice_seat_new_face(struct voice_seat *seat, uint64_t now_ms);
/* To wait on for reading, then to call wake; -1: nothing to wait for. */
int voice_seat_descriptor(const struct voice_seat *seat);
void voice_seat_wake(struct voice_seat *seat, const struct options *options, int nothing);
/* A visit is over: the voice that runs was told to end, and one that hangs is ended by
 * voice_seat_tick some seconds later. */
void voice_seat_forgets(struct voice_seat *seat, uint64_t now_ms);
void voice_seat_tick(struct voice_seat *seat, uint64_t now_ms);
/* A child ended. True: it was the voice. */
bool voice_seat_ended(struct voice_seat *seat, pid_t pid, int exit_status, uint64_t now_ms);
/* For a health check, without a kiosk: what a voice that is started now says it has; zero when
 * there is none. */
void voice_seat_ask(struct voice_state *out);
void voice_seat_close(struct voice_seat *seat);

#endif
