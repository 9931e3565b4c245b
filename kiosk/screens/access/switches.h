/* SPDX-License-Identifier: MIT */
/* Switches (core/switches.h) on the screens: the page that learns them, and focus that they move
 * and take. No other screen knows of it: they see focus move and targets pressed, as by a keyboard.
 */
#ifndef SCREENS_SWITCHES_H
#define SCREENS_SWITCHES_H

#include "core/switches.h"
#include "screens/app/screen.h"

enum { SWITCH_STONES = 3 /* to try switches on */ };

/* What a press on the screen that learns them asks for. */
enum switches_action {
    SWITCHES_ONE = ACTION_OWN, /* 1 one switch with scanning, 0 two */
    SWITCHES_RESTART,
    SWITCHES_STONE, /* which */
    SWITCHES_STEP,  /* 1 longer, -1 shorter */
    SWITCHES_HOLD,  /* how long a press must last */
};

/* A person's switches; forgotten with their comfort. */
const struct switches *switches_of(const struct app *app);
/* To be changed by the files of switches, and by who keeps them for their person. */
struct switches *switches_state(struct app *app);

/* The page that learns them begins anew; one switch with scanning, or two; a press while they are
 * being learned; scanning is offered to one switch that answers alone. */
void learning_restart(struct app *app);
void learning_choose(struct app *app, bool one);
void learning_take(struct app *app, uint16_t code);
void learning_offer(struct app *app);

const char *switch_word(const struct app *app, enum switch_name name);

/* The picture of what is learned: a circle for each switch and below it what it does, in columns.
 */
struct switch_circles {
    int32_t radius, step; /* of a circle, of a column */
    int32_t words_h;
    int32_t height;
};
struct switch_circles switch_circles_in(const struct app *app, const struct ui *ui, int32_t w,
                                        int32_t h);
bool switch_circles_fit(const struct app *app, const struct ui *ui,
                        const struct switch_circles *circles);
void switch_circles_draw(const struct app *app, struct ui *ui, const struct switch_circles *circles,
                         int32_t x, int32_t y);
/* Where there is no room for circles: the pips before the words. */
void switch_row(const struct app *app, struct flow *flow, enum switch_name name);

/* What there is to try them on, below the words. */
void switches_flow_trying(const struct app *app, struct flow *flow);

#endif
