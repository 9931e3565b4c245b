/* SPDX-License-Identifier: MIT */
/* Tells on standard error why this machine shows no kiosk, and returns the exit status. main says
 * on the next line what has become of a meeting. */
#ifndef FACE_UNABLE_H
#define FACE_UNABLE_H

#include "core/catalog.h"
#include "core/status.h"

enum { UNABLE_EXIT = 3 };

/* The catalogue could not be read, so the program has one sentence of its own for this. */
int unable_without_words(const struct error *error);
/* The process got no memory, descriptor or file of its own. */
int unable_to_begin(const struct catalog *words);
/* Tells what text_open said about a font. */
int unable_to_write(const struct error *error, const struct catalog *words);
/* Tells what window_open said about the display. main tells that there is no display, because main
 * may try again. */
int unable_to_show(const struct error *error, const struct catalog *words);

#endif
