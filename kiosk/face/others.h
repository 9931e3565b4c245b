/* SPDX-License-Identifier: MIT */
/* What the other outputs of the machine show: still water in the dark look, with nothing to read
 * and nothing to press. */
#ifndef FACE_OTHERS_H
#define FACE_OTHERS_H

#include "platform/display/window.h"

/* Keeps the other outputs covered, whichever of them come, go or change. It costs little while none
 * does. */
void others_cover(struct window *window, struct paint *paint);

#endif
