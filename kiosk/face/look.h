/* SPDX-License-Identifier: MIT */
/* What the screen process can tell about itself and about its display, for a health check: in a
 * kiosk that runs, or in a process that is started for nothing else. */
#ifndef FACE_LOOK_H
#define FACE_LOOK_H

#include "core/health.h"
#include "face/face.h"

/* Called early in the start: locks all memory if it could be written to a disk, and tells what
 * holds. */
void look_at_process(struct health_screen *screen);

/* Opens the display as a kiosk would, shows nothing, enters the sandbox, sends what it found as one
 * record to options->keeper_fd, and ends. */
int face_look(const struct face_options *options);

#endif
