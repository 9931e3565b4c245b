/* SPDX-License-Identifier: MIT */
/* A first guess of how large a screen is, until somebody matches it to a card. It comes from what
 * the display says of itself where that can be true, and else from the number of pixels. */
#ifndef CORE_FIT_H
#define CORE_FIT_H

#include "core/machine.h"

/* What is known about the output that shows the picture. */
struct fit_display {
    int32_t width, height;        /* px of its whole picture, as it stands */
    uint32_t width_mm, height_mm; /* as the output says, in any direction; 0: it says nothing */
    bool has_edid;                /* the monitor itself was asked for its size */
};

struct fit {
    uint32_t px_per_m;
    enum fit_source source;
};

/* Returns the guess and where it comes from. It uses millimetres that X servers often make up only
 * if the monitor itself was asked. It refuses millimetres that no screen has: none, 16 by 9 or
 * another ratio of the sides, more than two metres, or pixels that are not square. */
struct fit fit_first(const struct fit_display *display);

#endif
