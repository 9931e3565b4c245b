/* SPDX-License-Identifier: MIT */
/* What a face and main say to each other: a word a record (face/face.h). */
#ifndef FACE_MAIN_LINE_H
#define FACE_MAIN_LINE_H

#include "face/face.h"
#include "platform/display/window.h"

void main_line_tell(int line, enum face_word what);

/* Answers, if main has asked, once the display has answered too: one that hangs lets nobody come
 * back from here. False: main is gone. */
bool main_line_hear(int line, const struct window *window);

#endif
