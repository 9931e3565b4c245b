/* SPDX-License-Identifier: MIT */
/* The voice process: the engine, the device, and one socket. main starts it when something is asked
 * of a voice. It sleeps while nothing is asked, and ends by itself after a while. */
#ifndef VOICE_PROCESS_H
#define VOICE_PROCESS_H

/* Returns the exit status: 0 when it ended by itself, 3 when the machine prevents it. */
int voice_process_run(int face_fd);

#endif
