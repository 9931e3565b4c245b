/* SPDX-License-Identifier: MIT */
/* The outputs of a display: which one the kiosk covers, and what the others show. The module must
 * not know who asks the display. */
#ifndef PLATFORM_OUTPUTS_H
#define PLATFORM_OUTPUTS_H

#include "core/fit.h"
#include "ui/draw.h"

enum { OUTPUT_MAX = 16 }; /* outputs that show a picture; further ones are ignored */

/* An output that shows a part of the display. */
struct output {
    int32_t x, y; /* of its picture on the display */
    struct fit_display display;
    bool primary;
    bool unplugged; /* nothing is plugged in, but the output still shows its picture */
};

struct outputs {
    uint32_t count;
    struct output output[OUTPUT_MAX];
};

/* Returns the output that the kiosk covers: the primary one, else the first, and one that is
 * plugged in before one that is not. NULL when none shows anything. */
const struct output *outputs_ours(const struct outputs *outputs);
/* Returns whether an output shows another part of the display than ours. Outputs that show the same
 * part count as one. */
bool outputs_elsewhere(const struct outputs *outputs, const struct output *ours);
/* Returns whether an output shows something that ours does not: all of its picture, or an edge of
 * it. */
bool outputs_beside(const struct output *ours, const struct output *other);
/* Returns the smallest box around the pictures of all outputs. */
struct box outputs_all(const struct outputs *outputs);

#endif
