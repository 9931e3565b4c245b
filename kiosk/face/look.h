/* SPDX-License-Identifier: MIT */
/* What the screen process can tell of itself and of its display, for a health check: of a running
 * one, or of one that is started for nothing else. */
#ifndef FACE_LOOK_H
#define FACE_LOOK_H

#include "core/health.h"
#include "face/face.h"

/* Early in the start: locks all memory where it could be written to a disk, and says what holds. */
void look_at_process(struct health_screen *screen);

/* Opens the display as a kiosk would, shows nothing, enters the sandbox, sends what it saw as one
 * record to options->keeper_fd, and ends. */
int face_look(const struct face_options *options);

#endif
