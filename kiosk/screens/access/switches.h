/* SPDX-License-Identifier: MIT */
/* Switches (core/switches.h) on the screens: the page that learns a switch, and the focus that
 * switches move and press. No other screen knows of switches: a screen sees focus move and targets
 * pressed, as by a keyboard. */
#ifndef SCREENS_SWITCHES_H
#define SCREENS_SWITCHES_H

#include "core/switches.h"
#include "screens/app/screen.h"
#include "ui/blocks/circles.h"

enum {
    SWITCH_MARKERS = 3,     /* to try switches on */
    LEARN_MS = 3600 * 1000, /* learning outside a visit ends when nothing is pressed for so long */
};

/* What a press on the page that learns switches asks for. */
enum switches_action {
    SWITCHES_ONE = ACTION_OWN, /* 1 one switch with scanning, 0 two */
    SWITCHES_RESTART,
    SWITCHES_MARKER, /* arg: the marker, from 0 */
    SWITCHES_STEP,   /* 1 longer, -1 shorter */
    SWITCHES_HOLD,   /* how long a press must last */
};

/* A person's switches, which are forgotten with the person's comfort. switches_state is for the
 * files of switches, and for whoever keeps switches for their person. */
PART_STATE(struct switches, OWNER_MODULE + MODULE_SWITCHES, switches_of, switches_state)

/* learning_restart begins the page anew. learning_choose chooses one switch with scanning, or two.
 * learning_take takes a press of a switch while switches are being learned. learning_offer offers
 * scanning, where one switch alone answers. */
void learning_restart(struct app *app);
void learning_choose(struct app *app, bool one);
void learning_take(struct app *app, uint16_t code);
void learning_offer(struct app *app);

const char *switch_word(const struct app *app, enum switch_name name);

/* Returns what is learned of each switch, for the block of circles. */
struct circles switch_circles(const struct app *app);

/* Draws the markers to try switches on, below the words of the page. */
void switches_flow_trying(const struct app *app, struct flow *flow);

#endif
