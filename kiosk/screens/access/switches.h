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

/* What a press on the screen that learns them asks for. */
enum switches_action {
    SWITCHES_ONE = ACTION_OWN, /* 1 one switch with scanning, 0 two */
    SWITCHES_RESTART,
    SWITCHES_STONE, /* which */
    SWITCHES_STEP,  /* 1 longer, -1 shorter */
    SWITCHES_HOLD,  /* how long a press must last */
};

enum switch_name { SWITCH_MOVE, SWITCH_SELECT, SWITCH_COUNT };

/* A person's switches; forgotten with their comfort. */
STATE_BEGIN
struct switches {
    uint64_t alone_ms; /* since when one switch answers alone; 0: it does not */
    uint64_t pressed_ms[SWITCH_COUNT];
    /* Scanning. */
    uint64_t scan_ms;              /* the frame moves on then; 0: it rests */
    uint64_t scan_screen_ms;       /* screen_ms of the screen it moves on */
    uint64_t accept_ms;            /* a press counts if it lasts until then; 0: none waits */
    uint16_t code[SWITCH_COUNT];   /* of the key or button; CODE_NONE: none yet */
    uint16_t other;                /* the last press, which was nobody's */
    uint8_t presses[SWITCH_COUNT]; /* of the two that learn a switch */
    bool one;                      /* one switch, and a frame that moves by itself */
    bool offered;                  /* scanning, to that one switch */
    uint8_t stones;                /* bits: those chosen to try it */
    int8_t step;                   /* values longer or shorter than usual */
    uint8_t hold;                  /* how long a press must last: 0, 1: 0.5 s, 2: 1 s */
    uint8_t loops;                 /* through all targets, so far */
    uint8_t unused[2];
};
STATE_END

const struct switches *switches_of(const struct app *app);
/* To be changed by the files of switches, and by who keeps them for their person. */
struct switches *switches_state(struct app *app);

/* All that the person's way needs is learned. */
bool switches_ready(const struct app *app);

/* Nothing is learned any more; and the screen begins anew with it. */
void switches_forget(struct app *app);
void switches_restart(struct app *app);
/* One switch with scanning, or two. */
void switches_choose(struct app *app, bool one);
/* A press while they are being learned. */
void switches_learn(struct app *app, uint16_t code);
/* The name that is asked for. */
enum switch_name switches_asked(const struct app *app);
/* One switch answers alone, and scanning is to be offered then; UINT64_MAX: not now. */
uint64_t switches_offer_ms(const struct app *app);
bool switches_offer(const struct app *app);
void switches_make_offer(struct app *app);

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

/* What there is to try them on, below the words. */
void switches_flow_trying(const struct app *app, struct flow *flow);

/* How long the frame stands on a target, and how long a press must last. */
uint32_t switches_step_ms(const struct app *app);
/* One value longer or shorter, as far as there are values. */
void switches_step_by(struct app *app, int32_t by);
bool switches_step_can(const struct app *app, int32_t by);

#endif
