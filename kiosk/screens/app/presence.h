/* SPDX-License-Identifier: MIT */
/* Whether somebody is there. A press, a key, a wheel and a pointer that goes as far as a hand moves
 * it are signs of a person; a mouse that trembles and a contact that rests are not. Must not know
 * what a sign leads to. */
#ifndef SCREENS_PRESENCE_H
#define SCREENS_PRESENCE_H

#include "screens/app/app.h"

enum {
    MOTION_MM = 4,                  /* motion is a person's where it goes as far as this */
    MOTION_MS = 1000,               /* within that time */
    UNPRESSED_MS = 600 * 1000,      /* a visit without a press is asked after, whatever moves */
    UNPRESSED_OPEN_MS = 300 * 1000, /* and what a PIN opened is locked */
};

/* Looks at an input and writes down when somebody was last there (input_ms, stirred_ms) and when
 * somebody last pressed (pressed_ms). True: it is a sign of a person. */
bool presence_take(struct app *app, const struct input *input);
/* When patience of so many ms with who is there ends; unpressed_ms after the last press it ends
 * whatever else moved since. */
uint64_t presence_end(const struct app *app, uint64_t patience_ms, uint64_t unpressed_ms);
/* Nobody pressed for unpressed_ms. */
bool presence_is_doubtful(const struct app *app, uint64_t unpressed_ms);
/* Forgets where the pointer was: it is put elsewhere. */
void presence_forget(struct app *app);

#endif
