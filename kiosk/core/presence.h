/* SPDX-License-Identifier: MIT */
/* Whether somebody is there. A press, a key, a wheel, and a pointer that goes as far as a hand
 * moves it are signs of a person. A mouse that trembles and a contact that rests are not. This
 * module must not know what a sign leads to. */
#ifndef CORE_PRESENCE_H
#define CORE_PRESENCE_H

#include "core/input.h"

enum {
    MOTION_MM = 4,             /* a pointer is moved by a person if it goes so far */
    MOTION_MS = 1000,          /* within that time */
    UNPRESSED_MS = 600 * 1000, /* after so long without a press a visit asks whether anybody is
                                  there, whatever moves */
    UNPRESSED_OPEN_MS =
        300 * 1000,        /* after so long without a press the facilitator's screens lock */
    STIRRED_MS = 5 * 1000, /* a sign of a person stirs what is at rest at most this often */
};

/* Without padding. */
struct presence {
    uint64_t input_ms;   /* time of the last sign of a person */
    uint64_t pressed_ms; /* time of the last press or key, because a table that shakes may move the
                            pointer */
    uint64_t stirred_ms; /* time of the last sign that stirred the resting rings */
    uint64_t motion_ms;  /* since when the pointer's motion is measured */
    int32_t motion_from[2],
        motion_at[2]; /* x, y: where the motion began, and where the pointer is */
    bool knows_place; /* motion_at is known */
    uint8_t unused[7];
};

/* Looks at an input and notes when somebody was last there (input_ms, stirred_ms) and when somebody
 * last pressed (pressed_ms). px_per_m: of the surface. Returns true if the input is a sign of a
 * person. */
bool presence_take(struct presence *presence, const struct input *input, uint32_t px_per_m,
                   uint64_t now_ms);
/* Returns when the patience with a person ends: patience_ms after the last sign, but at the latest
 * unpressed_ms after the last press. */
uint64_t presence_end(const struct presence *presence, uint64_t patience_ms, uint64_t unpressed_ms);
/* Returns whether nobody has pressed for unpressed_ms. */
bool presence_is_doubtful(const struct presence *presence, uint64_t unpressed_ms, uint64_t now_ms);
/* Forgets where the pointer was, because it is put elsewhere. */
void presence_forget(struct presence *presence);

#endif
