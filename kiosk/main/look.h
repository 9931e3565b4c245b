/* SPDX-License-Identifier: MIT */
/* Asks the screens' program what it can do on this display, without showing anything. */
#ifndef MAIN_LOOK_H
#define MAIN_LOOK_H

#include "core/health.h"
#include "main/options.h"

/* Returns false if the program could not be started or said nothing. */
bool look_at_screen(const struct options *options, struct health_screen *out);

#endif
