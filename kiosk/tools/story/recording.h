/* SPDX-License-Identifier: MIT */
/* Replays what a test build recorded at a window (core/record.h): the app alone, with the
 * keeper's messages as they came. */
#ifndef TOOLS_RECORDING_H
#define TOOLS_RECORDING_H

#include <stdbool.h>

/* Returns whether the file begins as a recording does. */
bool recording_is_one(const char *path);

/* True when every step gave the hashes it gave then; else the first step that differs was printed.
 * hashes: print those of every step. */
bool recording_replay(const char *path, bool hashes);

#endif
