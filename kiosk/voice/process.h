/* SPDX-License-Identifier: MIT */
/* The voice process: the engine, the device, one socket. Started by main when something is asked of
 * it; ends by itself when nothing was for a while, and sleeps until then. */
#ifndef VOICE_PROCESS_H
#define VOICE_PROCESS_H

/* Returns the exit status: 0 at rest, 3 when the machine prevents it. */
int voice_process_run(int face_fd);

#endif
