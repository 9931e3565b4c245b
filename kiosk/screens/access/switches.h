/* SPDX-License-Identifier: MIT */
/* Switches (core/switches.h) on the screens: the page that learns them, and focus that they move
 * and take. No other screen knows of it: they see focus move and targets pressed, as by a keyboard.
 */
#ifndef SCREENS_SWITCHES_H
#define SCREENS_SWITCHES_H

#include "core/switches.h"
#include "screens/app/screen.h"
#include "ui/blocks/circles.h"

enum {
    SWITCH_MARKERS = 3,     /* to try switches on */
    LEARN_MS = 3600 * 1000, /* learning outside a visit ends when nothing is pressed for so long */
};

/* What a press on the screen that learns them asks for. */
enum switches_action {
    SWITCHES_ONE = ACTION_OWN, /* 1 one switch with scanning, 0 two */
    SWITCHES_RESTART,
    SWITCHES_MARKER, /* which */
    SWITCHES_STEP,   /* 1 longer, -1 shorter */
    SWITCHES_HOLD,   /* how long a press must last */
};

/* A person's switches; forgotten with their comfort. switches_state: to be changed by the files of
 * switches, and by who keeps them for their person. */
PART_STATE(struct switches, OWNER_MODULE + MODULE_SWITCHES, switches_of, switches_state)

/* The page that learns them begins anew; one switch with scanning, or two; a press while they are
 * being learned; scanning is offered to one switch that answers alone. */
void learning_restart(struct app *app);
void learning_choose(struct app *app, bool one);
void learning_take(struct app *app, uint16_t code);
void learning_offer(struct app *app);

const char *switch_word(const struct app *app, enum switch_name name);

/* What is learned of each. */
struct circles switch_circles(const struct app *app);

/* What there is to try them on, below the words. */
void switches_flow_trying(const struct app *app, struct flow *flow);

#endif
