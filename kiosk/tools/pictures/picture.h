/* SPDX-License-Identifier: MIT */
/* Pictures of an app's frame, painted whole. */
#ifndef TOOLS_PICTURE_H
#define TOOLS_PICTURE_H

#include "platform/display/paint.h"
#include "platform/display/window.h"
#include "screens/app/app.h"

enum { PICTURE_WIDTH_MAX = 3840, PICTURE_HEIGHT_MAX = 3840 }; /* 4K, either way up */

/* Paints it whole into a canvas of its size. */
void picture_paint(const struct frame *frame, struct canvas *canvas);
void picture_paint_part(const struct frame *frame, struct box part, struct canvas *canvas);
/* Paints where it differs from the frame before; returns how many boxes that were. */
uint32_t picture_repaint(const struct frame *before, const struct frame *now, struct canvas *canvas,
                         struct box boxes[WINDOW_BOX_MAX]);

/* Paints the app's frame and writes it to a PNG file. */
MUST_USE enum status picture_write(const struct app *app, const char *path);
/* Returns a hash of the painted pixels. */
uint64_t picture_hash(const struct app *app);

/* Shows it in a window as the screen process does: only what changed since the last one is painted.
 * Returns the hash of the window's pixels; 0 in the middle of a resize. */
uint64_t picture_show(struct window *window, const struct app *app);

#endif
