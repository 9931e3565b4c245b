/* SPDX-License-Identifier: MIT */
/* What a face and main tell each other: one word a record (face/face.h). */
#ifndef FACE_MAIN_LINE_H
#define FACE_MAIN_LINE_H

#include "face/face.h"
#include "platform/display/window.h"

/* Sends one word to main. When main is gone, nothing happens. */
void main_line_tell(int line, enum face_word what);

/* Answers main's question whether this face still runs, if main has asked. First asks the display
 * and waits for its answer; with a display that hangs this call never returns, and main notices.
 * Returns false if main is gone. */
bool main_line_hear(int line, const struct window *window);

#endif
