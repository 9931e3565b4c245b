/* SPDX-License-Identifier: MIT */
/* The voice as a child process of main. main holds both ends of the socket between face and voice,
 * so that the death of one closes the socket for neither. While no voice runs, main sees that
 * something is asked of a voice and starts one; a voice with nothing to say ends by itself. When a
 * voice dies, the face is told. After too many deaths no voice is started any more, and the kiosk
 * goes on without one. */
#ifndef MAIN_VOICE_CHILD_H
#define MAIN_VOICE_CHILD_H

#include "core/voice.h"
#include "main/options.h"
#include "main/restarts.h"

#include <stdbool.h>
#include <sys/types.h>

enum { VOICE_CHILD_PATH_BYTES = 4096 };

struct voice_child {
    int face_end, voice_end;
    pid_t pid; /* of the voice; 0: none runs */
    bool is_gone;
    uint64_t end_by_ms; /* when the voice that runs has to be gone; UINT64_MAX: it may stay */
    struct restarts deaths;
    char program[VOICE_CHILD_PATH_BYTES];
};

/* Makes the socket. IO: the system has no descriptors left; a kiosk can do without a voice, and not
 * without descriptors. */
MUST_USE enum status voice_child_open(struct voice_child *child);
/* A new face takes its end of the socket. Nothing of the face before is said to the new one, nor
 * anything about that face. */
void voice_child_new_face(struct voice_child *child, uint64_t now_ms);
/* Returns the descriptor to wait on for reading before voice_child_wake is called; -1: there is
 * nothing to wait for. */
int voice_child_descriptor(const struct voice_child *child);
void voice_child_wake(struct voice_child *child, const struct options *options, int nothing);
/* A visit is over. The voice that runs was told to end; if it hangs, voice_child_tick kills it some
 * seconds later. */
void voice_child_forgets(struct voice_child *child, uint64_t now_ms);
void voice_child_tick(struct voice_child *child, uint64_t now_ms);
/* A child process ended. Returns true if it was the voice. */
bool voice_child_ended(struct voice_child *child, pid_t pid, int exit_status, uint64_t now_ms);
/* For a health check, without a kiosk: starts a voice and returns what it says it has; zeros when
 * there is no voice. */
void voice_child_ask(struct voice_state *out);
void voice_child_close(struct voice_child *child);

#endif
