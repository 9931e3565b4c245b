/* SPDX-License-Identifier: MIT */
/* The second painter: a frame's draw commands as the elements of an SVG picture, one element a
 * command, in their order and at their places. The other painter is platform/paint. */
#ifndef UI_SVG_H
#define UI_SVG_H

#include "core/sink.h"
#include "ui/frame.h"

/* Writes <svg> with a view box of the frame's size, its commands in the frame's look, and what it
 * shows as its label. Text takes the width it was measured with, whatever letters the viewer has.
 * Nothing in it names anything outside. Icons and radial fills have no place in it: they assert. */
void svg_write(const struct frame *frame, const char *label, struct sink *sink);

#endif
