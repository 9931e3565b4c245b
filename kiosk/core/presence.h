/* SPDX-License-Identifier: MIT */
/* Whether somebody is there. A press, a key, a wheel and a pointer that goes as far as a hand moves
 * it are signs of a person; a mouse that trembles and a contact that rests are not. Must not know
 * what a sign leads to. */
#ifndef CORE_PRESENCE_H
#define CORE_PRESENCE_H

#include "core/input.h"

enum {
    MOTION_MM = 4,                  /* motion is a person's where it goes as far as this */
    MOTION_MS = 1000,               /* within that time */
    UNPRESSED_MS = 600 * 1000,      /* a visit without a press is asked after, whatever moves */
    UNPRESSED_OPEN_MS = 300 * 1000, /* and what a PIN opened is locked */
    STIRRED_MS = 5 * 1000,          /* how often signs of a person stir what is at rest */
};

/* Without padding. */
struct presence {
    uint64_t input_ms;   /* last sign of a person */
    uint64_t pressed_ms; /* last press or key: what moves may be a table that shakes */
    uint64_t stirred_ms; /* last sign, once in STIRRED_MS: resting rings begin to move */
    uint64_t motion_ms;  /* since when the pointer's motion is measured */
    int32_t motion_from[2], motion_at[2]; /* x, y: where it began, and where it is */
    bool knows_place;                     /* motion_at */
    uint8_t unused[7];
};

/* Looks at an input and writes down when somebody was last there (input_ms, stirred_ms) and when
 * somebody last pressed (pressed_ms). px_per_m: of the surface. True: it is a sign of a person. */
bool presence_take(struct presence *presence, const struct input *input, uint32_t px_per_m,
                   uint64_t now_ms);
/* When patience of so many ms with who is there ends; unpressed_ms after the last press it ends
 * whatever else moved since. */
uint64_t presence_end(const struct presence *presence, uint64_t patience_ms, uint64_t unpressed_ms);
/* Nobody pressed for unpressed_ms. */
bool presence_is_doubtful(const struct presence *presence, uint64_t unpressed_ms, uint64_t now_ms);
/* Forgets where the pointer was: it is put elsewhere. */
void presence_forget(struct presence *presence);

#endif
