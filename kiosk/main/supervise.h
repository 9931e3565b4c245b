/* SPDX-License-Identifier: MIT */
/* The main process: starts keeper and face side by side, restarts the face, ends all when the
 * keeper ends. Holds no data. */
#ifndef MAIN_SUPERVISE_H
#define MAIN_SUPERVISE_H

#include "main/options.h"

/* Runs until the end; --data is set. first_frame: where the face's first frame is noted, or -1. */
enum result supervise(const struct options *options, int first_frame);

#endif
