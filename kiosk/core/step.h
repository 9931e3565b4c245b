/* SPDX-License-Identifier: MIT */
/* How much one step of the app takes: the inputs of each source that a face gathers at once, after
 * a stall say. More of them wait for the next step. Recordings are replayed, and tests give bursts,
 * up to the same bound. */
#ifndef CORE_STEP_H
#define CORE_STEP_H

enum {
    STEP_WINDOW_MAX = 64, /* of the display: fingers, keys, sizes */
    STEP_MESSAGE_MAX = 8, /* of the keeper */
    STEP_VOICE_MAX = 4,   /* of the voice */
    STEP_SUSPEND_MAX = 1, /* the machine slept */
    STEP_INPUT_MAX = STEP_WINDOW_MAX + STEP_MESSAGE_MAX + STEP_VOICE_MAX + STEP_SUSPEND_MAX,
};

#endif
