/* SPDX-License-Identifier: MIT */
/* A frame as JSON, for checks of geometry, contrast and speech that no C test makes. */
#ifndef TOOLS_LAYOUT_H
#define TOOLS_LAYOUT_H

#include "screens/app/app.h"

#include <stdio.h>

/* Writes the app's frame. language: the tag, which is written along. */
void layout_write(FILE *out, const struct app *app, const char *language);

#endif
