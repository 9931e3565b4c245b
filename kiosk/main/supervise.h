/* SPDX-License-Identifier: MIT */
/* The main process: starts keeper and face side by side, starts the face again, and ends everything
 * when the keeper ends. It holds no data. */
#ifndef MAIN_SUPERVISE_H
#define MAIN_SUPERVISE_H

#include "main/options.h"

/* Runs until the end. --data is set. first_frame: where the time of the face's first frame is
 * noted; -1: nowhere. */
enum result supervise(const struct options *options, int first_frame);

#endif
