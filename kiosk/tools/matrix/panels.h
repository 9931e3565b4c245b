/* SPDX-License-Identifier: MIT */
/* The panels of the requirements. */
#ifndef TOOLS_PANELS_H
#define TOOLS_PANELS_H

#include <stdbool.h>
#include <stdint.h>

struct panel {
    const char *name;
    int32_t width, height;
    uint32_t px_per_m;
    bool in_short; /* a low one, the usual one, an upright one */
};

enum { PANEL_COUNT = 10 };

/* With a 21.5 inch screen that stands on its side and one that is more than twice as wide as it is
 * high. */
extern const struct panel PANELS[PANEL_COUNT];

#endif
