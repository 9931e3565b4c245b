/* SPDX-License-Identifier: MIT */
/* Paints frames into one opaque CPU surface: scene, boxes and discs by their own arithmetic, paths
 * and icons through cairo, lines of text from platform/text. Pixels depend on the frame and their
 * place alone, so they are the same on every display driver and however a frame is cut in boxes. */
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

struct paint; /* one, static */

/* Takes the fonts; returns the one painter. */
struct paint *paint_open(struct text_engine *text);
/* Repaints the given boxes of the frame. The rest of the canvas holds the frame before. */
void paint_frame(struct paint *paint, const struct frame *frame, struct canvas *canvas,
                 const struct box *boxes, uint32_t box_count);
/* Forgets every drawn line of text (after a visit, so that nothing of it stays). */
void paint_forget(struct paint *paint);
void paint_close(struct paint *paint);

/* Writes a PNG (tests, tour). */
MUST_USE enum status canvas_write_png(const struct canvas *canvas, const char *path);
/* Reads one into pixels of width x height, which then are the picture's. LIMIT: larger than that;
 * INVALID: with transparency. */
MUST_USE enum status canvas_read_png(struct canvas *canvas, const char *path);
/* FNV-1a of all pixels. */
uint64_t canvas_hash(const struct canvas *canvas);

#endif
