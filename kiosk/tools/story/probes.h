/* SPDX-License-Identifier: MIT */
/* What can be seen of a press on a real display: a few places whose colour it changes, and which no
 * moving water changes. Whoever drives a real pointer waits for those, and so knows that the press
 * was taken, where any change of the picture could be the water's. */
#ifndef TOOLS_PROBES_H
#define TOOLS_PROBES_H

#include "screens/app/app.h"

enum {
    PROBES_WIDTH_MAX = 1920,
    PROBES_HEIGHT_MAX = 1200,
    PROBES_MAX = 12, /* places in one line */
};

/* Before a press: keeps what is drawn. Until the first one everything was black. */
void probes_keep(const struct app *app);
/* A machine that starts again: everything is black. */
void probes_forget(void);
/* Prints "see X Y RRGGBB ..." of what differs now from what was kept; nothing when nothing does, or
 * on a larger panel. */
void probes_print(const struct app *app);

#endif
