/* SPDX-License-Identifier: MIT */
/* Paints frames into one opaque CPU surface: the scene, boxes and discs by arithmetic of our own,
 * paths and icons through cairo, lines of text from platform/text. A pixel depends only on the
 * frame and on the place of the pixel. So pixels are the same on every display driver, and however
 * a frame is cut into boxes. */
#ifndef PLATFORM_PAINT_H
#define PLATFORM_PAINT_H

#include "core/status.h"
#include "platform/display/text.h"
#include "ui/frame.h"

/* 32-bit XRGB pixels owned by the caller. */
struct canvas {
    uint32_t *pixels;
    int32_t width, height;
    int32_t stride_px;
};

struct paint; /* there is one, and it is static */

/* Takes the fonts and returns the one painter. */
struct paint *paint_open(struct text_engine *text);
/* Repaints the given boxes of the frame. Outside the boxes the canvas already shows the frame. */
void paint_frame(struct paint *paint, const struct frame *frame, struct canvas *canvas,
                 const struct box *boxes, uint32_t box_count);
/* Forgets every drawn line of text. To be called after a visit, so that nothing of the visit stays.
 */
void paint_forget(struct paint *paint);
void paint_close(struct paint *paint);

/* Writes the canvas to a PNG file (for tests and the tour). */
MUST_USE enum status canvas_write_png(const struct canvas *canvas, const char *path);
/* Reads a PNG file into the canvas's pixels, which have room for width x height, and gives the
 * canvas the size of the picture. LIMIT: the picture is larger than that. INVALID: the picture has
 * transparency. */
MUST_USE enum status canvas_read_png(struct canvas *canvas, const char *path);
/* Returns the FNV-1a hash of all pixels. */
uint64_t canvas_hash(const struct canvas *canvas);

#endif
