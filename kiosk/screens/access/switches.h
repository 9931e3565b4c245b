/* SPDX-License-Identifier: MIT */
/* Switches: what a person's own keys or buttons do once they are learned. Two switches move focus
 * and take what it is on; with one, focus moves by itself from target to target, in loops, until
 * the switch takes it. No screen knows of it: they see focus move and targets pressed, as by a
 * keyboard. Every wait is a deadline in state. */
#ifndef SCREENS_SWITCHES_H
#define SCREENS_SWITCHES_H

#include "screens/app/screen.h"

enum {
    SCAN_STEP_MS = 2000, /* until the frame moves on; the first target waits one step longer */
    SCAN_LOOPS = 3,      /* then the frame rests until a press */
    SWITCH_PRESSES = 2,  /* learn a switch */
    SWITCH_ALONE_MS = 15 * 1000, /* one switch and no other: scanning is offered */
    SWITCH_STONES = 3,           /* to try it on */
};

/* All that the person's way needs is learned. */
bool switches_ready(const struct app *app);

/* To the screen that learns them, from Comfort or from a resting screen. */
void switches_enter(struct app *app);
/* Back to where that was; what is only half learned is forgotten. */
void switches_leave(struct app *app);
void switches_restart(struct app *app);
/* One switch with scanning, or two. */
void switches_choose(struct app *app, bool one);
/* A press while they are being learned. */
void switches_learn(struct app *app, uint16_t code);
/* The name that is asked for. */
enum switch_name switches_asked(const struct app *app);
/* One switch answered alone for so long that scanning is offered. */
bool switches_offer(const struct app *app);

/* The first name of the person's way: with one switch there is only the one that takes. */
enum switch_name switches_first(const struct app *app);
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

/* A key or button went down. True: it was a switch, and nothing else is to be done. */
bool switches_take(struct app *app, const struct input *input);
/* It came up: a press shorter than the acceptance time counts as none. */
void switches_release(struct app *app, uint16_t code);

/* How long the frame stands on a target, and how long a press must last. */
uint32_t switches_step_ms(const struct app *app);
/* One value longer or shorter, as far as there are values. */
void switches_step_by(struct app *app, int32_t by);
bool switches_step_can(const struct app *app, int32_t by);

/* The frame moves, a press is accepted, scanning is offered. */
void switches_timers(struct app *app);
uint64_t switches_deadline(const struct app *app);
/* Before a build: on a new screen the frame starts anew. */
void switches_settle(struct app *app);

#endif
