/* SPDX-License-Identifier: MIT */
/* The second painter: a frame's draw commands as the elements of an SVG picture, one element for
 * each command, in the commands' order and at their places. The other painter is
 * platform/display/paint. */
#ifndef UI_SVG_H
#define UI_SVG_H

#include "core/sink.h"
#include "ui/frame.h"

/* Writes <svg> with a view box of the frame's size and the commands in the frame's look. label says
 * what the picture shows. A text takes the width it was measured with, whatever letters the viewer
 * has. The picture refers to nothing outside itself. Icons and radial fills cannot be written: they
 * assert. */
void svg_write(const struct frame *frame, const char *label, struct sink *sink);

#endif
