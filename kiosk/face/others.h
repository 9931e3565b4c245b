/* SPDX-License-Identifier: MIT */
/* What outputs beside ours show: still water in the dark look, nothing to read and nothing to
 * press. */
#ifndef FACE_OTHERS_H
#define FACE_OTHERS_H

#include "platform/display/window.h"

/* Keeps them covered, whatever outputs come, go or change. Cheap while none does. */
void others_cover(struct window *window, struct paint *paint);

#endif
