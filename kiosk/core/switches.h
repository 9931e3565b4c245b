/* SPDX-License-Identifier: MIT */
/* Switches: what a person's own keys or buttons do once they are learned. Two switches move focus
 * and take what it is on; with one, focus moves by itself from target to target, in loops, until
 * the switch takes it. Times are given, and every wait is a deadline in the struct. Must not know
 * what focus is on. */
#ifndef CORE_SWITCHES_H
#define CORE_SWITCHES_H

#include <stdbool.h>
#include <stdint.h>

enum {
    SCAN_STEP_MS = 2000, /* until the frame moves on; the first target waits one step longer */
    SCAN_LOOPS = 3,      /* then the frame rests until a press */
    SWITCH_PRESSES = 2,  /* learn a switch */
    SWITCH_ALONE_MS = 15 * 1000, /* one switch and no other: scanning is offered */
};

enum switch_name { SWITCH_MOVE, SWITCH_SELECT, SWITCH_COUNT };

/* A person's switches, without padding. All zero: nothing is learned, and all is as usual. */
struct switches {
    uint64_t alone_ms; /* since when one switch answers alone; 0: it does not */
    uint64_t pressed_ms[SWITCH_COUNT];
    /* Scanning. */
    uint64_t scan_ms;              /* the frame moves on then; 0: it rests */
    uint64_t scan_screen_ms;       /* since when the view stands that it moves on */
    uint64_t accept_ms;            /* a press counts if it lasts until then; 0: none waits */
    uint16_t code[SWITCH_COUNT];   /* of the key or button (core/input.h); CODE_NONE: none yet */
    uint16_t other;                /* the last press, which was nobody's */
    uint8_t presses[SWITCH_COUNT]; /* of the two that learn a switch */
    bool one;                      /* one switch, and a frame that moves by itself */
    bool offered;                  /* scanning, to that one switch */
    uint8_t markers;               /* bits: what was pressed to try them */
    int8_t step;                   /* values longer or shorter than usual */
    uint8_t hold;                  /* how long a press must last: 0, 1: 0.5 s, 2: 1 s */
    uint8_t loops;                 /* through all targets, so far */
    uint8_t unused[2];
};

/* This one is learned; all that the person's way needs is. */
bool switches_know(const struct switches *switches, enum switch_name name);
bool switches_ready(const struct switches *switches);
/* The first name of the person's way: with one switch there is only the one that takes. */
enum switch_name switches_first(const struct switches *switches);
/* The name that is asked for while they are learned. */
enum switch_name switches_asked(const struct switches *switches);
/* The name of this key or button; SWITCH_COUNT: it is no switch of this way. */
enum switch_name switches_find(const struct switches *switches, uint16_t code);

/* A press while they are learned. */
void switches_learn(struct switches *switches, uint16_t code, uint64_t now_ms);
/* One switch with scanning, or two. What was learned under the other name is not lost. */
void switches_choose(struct switches *switches, bool one, uint64_t now_ms);
/* Nothing is learned any more. How fast and how long stays as it was chosen. */
void switches_forget(struct switches *switches);
/* When scanning is to be offered to one switch that answers alone, UINT64_MAX: not now; and whether
 * it is offered by now. */
uint64_t switches_offer_ms(const struct switches *switches);
bool switches_offer(const struct switches *switches, uint64_t now_ms);

/* How long the frame stands on a target; one value longer or shorter, as far as there are values.
 */
uint32_t switches_step_ms(const struct switches *switches);
void switches_step_by(struct switches *switches, int32_t by);
bool switches_step_can(const struct switches *switches, int32_t by);

/* A switch goes down. True: its press counts at once. False: it came within guard_ms of one like it
 * and is none, or it has to last until accept_ms. */
bool switches_press(struct switches *switches, enum switch_name name, uint64_t guard_ms,
                    uint64_t now_ms);
/* A key or button goes up. A press that was too short is none, and the frame goes on. */
void switches_release(struct switches *switches, uint16_t code, uint64_t now_ms);

/* The frame begins at the first target. */
void scan_begin(struct switches *switches, uint64_t now_ms);
/* The frame has moved on; around: to the first target. False: that was the last loop, and it rests.
 */
bool scan_next(struct switches *switches, bool around, uint64_t now_ms);
void scan_rest(struct switches *switches);
bool scan_rests(const struct switches *switches);

#endif
