/* SPDX-License-Identifier: MIT */
/* Why this machine shows no kiosk, on standard error, and the exit status. What has become of a
 * meeting is main's to say on the next line. */
#ifndef FACE_UNABLE_H
#define FACE_UNABLE_H

#include "core/catalog.h"
#include "core/status.h"

enum { UNABLE_EXIT = 3 };

/* Without words there is nothing to say it with but a sentence of its own. */
int unable_without_words(const struct error *error);
/* It got no memory, descriptor or file of its own. */
int unable_to_begin(const struct catalog *words);
/* What text_open said of a font. */
int unable_to_write(const struct error *error, const struct catalog *words);
/* What window_open said of the display. That there is none is left to main, which may try again. */
int unable_to_show(const struct error *error, const struct catalog *words);

#endif
