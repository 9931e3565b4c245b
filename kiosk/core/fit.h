/* SPDX-License-Identifier: MIT */
/* A first guess of how large a screen is, before a card was held to it: from what the display says
 * of itself where that can be true, else from its pixels. */
#ifndef CORE_FIT_H
#define CORE_FIT_H

#include "core/machine.h"

/* What is known of the output that shows the picture. */
struct fit_display {
    int32_t width, height;        /* px of its whole picture, as it stands */
    uint32_t width_mm, height_mm; /* as the output says, in any direction; 0: nothing */
    bool has_edid;                /* the monitor itself was asked */
};

struct fit {
    uint32_t px_per_m;
    enum fit_source source;
};

/* The figures that servers claim by habit need a monitor that was asked. Sides of no screen are
 * refused: none at all, the ratio of the sides in their place, larger than two metres, pixels that
 * are not square. */
struct fit fit_first(const struct fit_display *display);

#endif
