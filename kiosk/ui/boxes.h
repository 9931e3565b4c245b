/* SPDX-License-Identifier: MIT */
/* A few boxes that cover an area. Each box has a price of its own (a clip, a request to the
 * display), so neighbours are joined where that wastes little, and where max boxes are not
 * enough. */
#ifndef UI_BOXES_H
#define UI_BOXES_H

#include "ui/draw.h"

struct boxes {
    struct box *out; /* the caller's */
    uint32_t max;
    int32_t width, height; /* of the surface, px: boxes are cut to it */
    uint32_t count;
};

/* Adds a box, joined with others where that wastes little or no box is free. */
void boxes_add(struct boxes *boxes, struct box box);

#endif
